import type { InventoryReport, Report } from '../model/report.ts'
import { visible } from '../model/visible.ts'

/** Gives one line for everything that makes a part of the run unusable: errors in the inventories and faults of rules. */
export function problems(report: Report): readonly string[] {
  const inCells = (report.matrices ?? []).flatMap(({ file, cells }) =>
    cells.flatMap((cell) => faults({ file, faults: cell.faults })),
  )
  const lines = report.inventories.flatMap((inventory) => [...errors(inventory), ...faults(inventory)])
  // A rule that goes wrong does so for most targets alike.
  return [...lines, ...new Set(inCells)]
}

function errors({ file, diagnostics }: InventoryReport): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ region, message }) => {
      const place = region === undefined ? '' : `:${region.line}:${region.column}`
      return `${visible(file)}${place}: error: ${visible(message)}`
    })
}

function faults({ file, faults }: Pick<InventoryReport, 'file' | 'faults'>): readonly string[] {
  return faults.map(({ rule, pointer, message }) => {
    const place = pointer === '' ? 'the whole inventory' : pointer
    return visible(
      `${file}: error: rule ${rule} went wrong at ${place}: ${message}; please report it to the rule's author`,
    )
  })
}

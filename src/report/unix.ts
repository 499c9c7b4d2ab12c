import type { Diagnostic } from '../model/diagnostic.ts'
import type { Region } from '../model/region.ts'
import type { InventoryReport, Report, RuleFault, TargetMatrix } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { adviceOf } from './advice.ts'
import { besides, compared, faultsIn, summed, wayName, wayWords } from './comparison.ts'
import { type Entry, entriesOf, sentenceOf } from './entry.ts'
import { tallyOf } from './numbers.ts'
import { remarksOf } from './remarks.ts'

const start: Pick<Region, 'line' | 'column'> = { line: 1, column: 1 }

/** Gives the report as compilers write theirs, for editors: `file:line:column: message [severity/rule]`, and last a line for each inventory and each way that it could go. */
export function unix(report: Report): string {
  const remarks = [
    ...compared(report).flatMap(({ file, diagnostics }) => diagnostics.map((one) => diagnosticLine(file, one))),
    ...(report.matrices ?? []).flatMap(({ file, cells }) => faultsIn(cells).map((one) => faultLine(file, one))),
  ]
  return [...report.inventories.flatMap(linesOf), ...remarks, ...verdictLines(report), ''].join('\n')
}

function linesOf(inventory: InventoryReport): readonly string[] {
  const { file, diagnostics, faults } = inventory
  return [
    ...diagnostics.map((one) => diagnosticLine(file, one)),
    ...faults.map((one) => faultLine(file, one)),
    ...entriesOf(inventory).map(entryLine),
    ...goneLines(inventory),
  ]
}

/** Gives the line of an entry. In place of the severity stands `undecided`, `suppressed` or `known` where it is one of these. */
export function entryLine(entry: Entry): string {
  const { file, region, standing, severity, rule } = entry
  return line(file, region, sentenceOf(entry), standing === 'failed' ? severity : standing, rule)
}

/** Gives the line of what is wrong with a file itself, the code in place of the rule. */
export function diagnosticLine(file: string, { severity, code, message, region }: Diagnostic): string {
  return line(file, region ?? start, message, severity, code)
}

/** Gives the line of a rule that went wrong. */
export function faultLine(file: string, fault: RuleFault): string {
  return line(file, start, faultSentence(fault), 'error', 'rule-fault')
}

/** Gives the lines of what the baseline knew and is there no more, without a place, so that no editor takes them for something to do. */
export function goneLines({ file, gone = [] }: InventoryReport): readonly string[] {
  return gone.map(
    ({ rule, subject }) => `${shownFile(file)}: gone since the baseline: ${shown(rule)} (${shown(subject)})`,
  )
}

/**
 * Gives a line for each inventory: its verdict, the numbers, and what the verdict rests on. Where targets were compared, a line for
 * what to choose and one for each way follow. None has a place, so that no editor takes it for something to do.
 */
export function verdictLines(report: Report): readonly string[] {
  const beside = besides(report)
  const lines = [
    ...report.inventories.flatMap((inventory) => {
      const matrix = beside.get(inventory.file)
      const line = told(inventory.file, `${inventory.verdict}: ${tallyOf(inventory)}.`, ...remarksOf(inventory, report))
      return matrix === undefined ? [line] : [line, told(matrix.file, ...adviceOf(matrix, report)), ...wayLines(matrix)]
    }),
    ...compared(report).flatMap((matrix) => [
      told(matrix.file, `${matrix.verdict}: ${summed(matrix.cells)}.`, ...adviceOf(matrix, report)),
      ...wayLines(matrix),
    ]),
  ]
  return lines.length === 0 ? ['No inventory was judged.'] : lines
}

function wayLines({ file, cells }: TargetMatrix): readonly string[] {
  return cells.map((cell) => told(file, `${wayName(cell)}:`, wayWords(cell)))
}

function told(file: string, ...sentences: readonly string[]): string {
  return `${shownFile(file)}: ${legible(sentences.join(' '), 120, 4000)}`
}

/** Says which rule went wrong where. */
export function faultSentence({ rule, pointer, message }: RuleFault): string {
  return `The rule ${rule} went wrong at ${pointer || 'the whole inventory'}: ${message}`
}

function line(file: string, { line, column }: typeof start, message: string, kind: string, rule: string): string {
  return `${shownFile(file)}:${line}:${column}: ${shown(message)} [${kind}/${legible(rule, 120, 120)}]`
}

/** Whole, unless it is absurdly long: an editor opens it. */
function shownFile(file: string): string {
  return legible(file, 1000, 1000)
}

function shown(text: string): string {
  return legible(text.trim(), 120, 1000)
}

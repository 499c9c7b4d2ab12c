import type { Diagnostic } from '../model/diagnostic.ts'
import type { InventoryReport, Report, RuleFault, TargetMatrix } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { adviceOf } from './advice.ts'
import { besides, compared, faultsIn, summed, wayWords } from './comparison.ts'
import { csvCell } from './csv-cell.ts'
import { type Entry, entriesOf } from './entry.ts'
import { tallyOf } from './numbers.ts'
import { remarksOf } from './remarks.ts'
import { faultSentence } from './unix.ts'

/** The columns, by the names in the first line. */
const columns = [
  'status',
  'severity',
  'file',
  'line',
  'column',
  'category',
  'rule',
  'subject',
  'message',
  'remediation',
  'commands',
  'suppressed',
  'expires',
  'baseline',
  'pointer',
  'fingerprint',
  'target',
  'method',
] as const

/** What a row is about: a standing of an entry, or one of the others. */
type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | undefined>>> & {
  readonly status: Entry['standing'] | 'gone' | 'diagnostic' | 'fault' | 'verdict' | 'way'
}

/** Gives the report as CSV (RFC 4180), a row for everything it holds: first the verdict of an inventory, then what it is about, then each way that it could go. */
export function csv(report: Report): string {
  const beside = besides(report)
  const rows = [
    ...report.inventories.flatMap((inventory) => {
      const matrix = beside.get(inventory.file)
      return [...rowsOf(inventory, report, matrix), ...(matrix ? wayRows(matrix) : [])]
    }),
    ...compared(report).flatMap((matrix) => matrixRows(matrix, report)),
  ]
  return `${[columns.join(','), ...rows.map(line)].join('\r\n')}\r\n`
}

function rowsOf(inventory: InventoryReport, report: Report, matrix: TargetMatrix | undefined): readonly Row[] {
  const { file, verdict, target, method, diagnostics, faults, gone = [] } = inventory
  const rest = matrix ? adviceOf(matrix, report) : remarksOf(inventory, report)
  const told = [`${verdict}: ${tallyOf(inventory)}.`, ...rest].join(' ')
  return [
    { status: 'verdict', file, message: told, target, method: target && method },
    ...diagnostics.map((one) => remarkRow(file, one)),
    ...faults.map((one) => faultRow(file, one)),
    ...entriesOf(inventory).map(rowOf),
    ...gone.map(({ rule, subject, fingerprint }): Row => ({ status: 'gone', file, rule, subject, fingerprint })),
  ]
}

function matrixRows(matrix: TargetMatrix, report: Report): readonly Row[] {
  const { file, verdict, cells, diagnostics } = matrix
  const told = [`${verdict}: ${summed(cells)}.`, ...adviceOf(matrix, report)].join(' ')
  return [
    { status: 'verdict', file, message: told },
    ...diagnostics.map((one) => remarkRow(file, one)),
    ...wayRows(matrix),
  ]
}

function wayRows({ file, cells }: TargetMatrix): readonly Row[] {
  return [
    ...faultsIn(cells).map((one) => faultRow(file, one)),
    ...cells.map((cell): Row => {
      return { status: 'way', file, message: wayWords(cell), target: cell.target, method: cell.method }
    }),
  ]
}

function faultRow(file: string, fault: RuleFault): Row {
  return { status: 'fault', file, rule: fault.rule, message: faultSentence(fault), pointer: fault.pointer }
}

function remarkRow(file: string, { severity, code, message, region }: Diagnostic): Row {
  return { status: 'diagnostic', severity, file, line: region?.line, column: region?.column, rule: code, message }
}

function rowOf(entry: Entry): Row {
  const { standing, severity, file, region, category, rule, subject, message, remediation, suppressed } = entry
  return {
    ...{ status: standing, severity, file, line: region.line, column: region.column, category, rule, subject, message },
    remediation: remediation?.text,
    commands: remediation?.commands?.join('; '),
    suppressed: suppressed?.reason,
    expires: suppressed?.expires,
    baseline: entry.baseline,
    pointer: entry.pointer,
    fingerprint: entry.fingerprint,
  }
}

function line(row: Row): string {
  return columns.map((column) => cell(row[column])).join(',')
}

function cell(value: string | number | undefined): string {
  // Excel holds 32,767 characters in a cell.
  return typeof value === 'string' ? csvCell(legible(value.trim(), 1000, 4000)) : String(value ?? '')
}

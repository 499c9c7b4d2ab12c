import type { InventoryReport, Report } from '../model/report.ts'
import { legible } from '../model/visible.ts'
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
] as const

/** What a row is about: a standing of an entry, or one of the others. */
type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | undefined>>> & {
  readonly status: Entry['standing'] | 'gone' | 'diagnostic' | 'fault' | 'verdict'
}

/** Gives the report as CSV (RFC 4180), a row for everything it holds: first the verdict of an inventory, then what it is about. */
export function csv(report: Report): string {
  const rows = report.inventories.flatMap((inventory) => rowsOf(inventory, report))
  return `${[columns.join(','), ...rows.map(line)].join('\r\n')}\r\n`
}

function rowsOf(inventory: InventoryReport, report: Report): readonly Row[] {
  const { file, verdict, diagnostics, faults, gone = [] } = inventory
  const told = [`${verdict}: ${tallyOf(inventory)}.`, ...remarksOf(inventory, report)].join(' ')
  return [
    { status: 'verdict', file, message: told },
    ...diagnostics.map(({ severity, code, message, region }): Row => {
      return { status: 'diagnostic', severity, file, line: region?.line, column: region?.column, rule: code, message }
    }),
    ...faults.map((fault): Row => {
      return { status: 'fault', file, rule: fault.rule, message: faultSentence(fault), pointer: fault.pointer }
    }),
    ...entriesOf(inventory).map(rowOf),
    ...gone.map(({ rule, subject, fingerprint }): Row => ({ status: 'gone', file, rule, subject, fingerprint })),
  ]
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

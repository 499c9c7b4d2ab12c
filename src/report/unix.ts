import type { Diagnostic } from '../model/diagnostic.ts'
import type { Region } from '../model/region.ts'
import type { InventoryReport, Report, RuleFault } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { type Entry, entriesOf, sentenceOf } from './entry.ts'
import { tallyOf } from './numbers.ts'
import { remarksOf } from './remarks.ts'

const start: Pick<Region, 'line' | 'column'> = { line: 1, column: 1 }

/** Gives the report as compilers write theirs, for editors: `file:line:column: message [severity/rule]`, and last a line for each inventory. */
export function unix(report: Report): string {
  return [...report.inventories.flatMap(linesOf), ...verdictLines(report), ''].join('\n')
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

/** Gives a line for each inventory: its verdict, the numbers, and what the verdict rests on. */
export function verdictLines(report: Report): readonly string[] {
  if (report.inventories.length === 0) return ['No inventory was judged.']
  return report.inventories.map((inventory) => {
    const text = [`${inventory.verdict}: ${tallyOf(inventory)}.`, ...remarksOf(inventory, report)].join(' ')
    return `${shownFile(inventory.file)}: ${legible(text, 120, 4000)}`
  })
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

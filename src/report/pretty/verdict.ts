import type { Counts, InventoryReport, Report, Severity } from '../../model/report.ts'
import { remarksOf } from '../remarks.ts'
import { next } from './next.ts'
import type { Page } from './page.ts'
import { type Fact, waiting } from './unknowns.ts'
import { count, grouped } from './words.ts'
import { flow, labelled, setIn, wrap } from './wrap.ts'

const indent = 2
const labelWidth = 11

/** Gives the verdict with its counts, what it rests on, and the one next thing to do. */
export function verdict(
  inventory: InventoryReport,
  facts: readonly Fact[],
  report: Report,
  page: Page,
): readonly string[] {
  const room = page.width - indent - labelWidth
  const paragraph = (label: string, lines: readonly string[], paint: (text: string) => string) =>
    labelled(label, labelWidth, lines, paint)
  const remarks = remarksOf(inventory, report, page.show)
  const lines = [
    paragraph(
      inventory.verdict.toUpperCase(),
      flow(tally(inventory, facts), page.dot, room),
      page.verdict[inventory.verdict],
    ),
    ...remarks.map((remark) => paragraph('', wrap(remark, room), page.faint)),
    ...(page.quiet ? [] : [['', ...paragraph('Next', wrap(next(inventory, facts, report, page), room), page.strong)]]),
  ]
  return setIn(lines.flat(), indent)
}

/** The counts of an inventory: findings, missing facts, and how much was looked at. */
function tally(inventory: InventoryReport, facts: readonly Fact[]): readonly string[] {
  const { diagnostics, faults, counts, scope } = inventory
  const { suppressed } = counts
  const known = scope?.baselineKnown ?? 0
  const wrong = diagnostics.filter(({ severity }) => severity === 'error').length
  const missing = `${count(facts.length, 'fact')} missing (${waitersOf(facts)})`
  return [
    ...(wrong > 0 ? [`${count(wrong, 'error')} in the file`] : [findingsOf(inventory)]),
    ...(suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : []),
    ...(known > 0 ? [`${grouped(known)} known from the baseline`] : []),
    ...(facts.length > 0 ? [missing] : []),
    ...(faults.length > 0 ? [`${count(faults.length, 'fault')} in rules`] : []),
    lookedAt(inventory),
  ]
}

/** Gives how many rules looked at how many parts, so that silence never reads as success. */
export function lookedAt({ counts }: { readonly counts: Pick<Counts, 'rules' | 'subjects'> }): string {
  const text = `${count(counts.rules, 'rule')} looked at ${count(counts.subjects, 'part')}`
  return counts.rules === 0 || counts.subjects === 0 ? `${text}: nothing was checked` : text
}

function findingsOf({ findings }: InventoryReport): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')]
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [`${grouped(infos)} info`] : []),
  ]
  return parts.length === 0 ? 'no findings' : parts.join(', ')
}

function waitersOf(facts: readonly Fact[]): string {
  const rules = waiting(facts)
  return `${rules === 1 ? '1 rule waits' : `${count(rules, 'rule')} wait`} for ${facts.length === 1 ? 'it' : 'them'}`
}

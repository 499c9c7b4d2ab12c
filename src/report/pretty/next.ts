import { categories, type Finding, type InventoryReport, type Phase, type Report } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'
import type { Page } from './page.ts'
import { placedIn, placeOf } from './place.ts'
import { collecting, type Fact } from './unknowns.ts'
import { count, stepNames } from './words.ts'

const onward = {
  before: 'Begin with step 1 of the migration, the connection broker',
  during: 'Go on with the next server, and export the inventory again after it',
  after: 'Nothing stands in the way of calling the migration finished',
} as const satisfies Record<Phase, string>

/** Gives the one thing to do next. */
export function next(inventory: InventoryReport, facts: readonly Fact[], report: Report, page: Page): string {
  switch (inventory.verdict) {
    case 'unusable':
      return afterUnusable(inventory, page)
    case 'blocked':
      return afterBlocked(inventory, report, page)
    case 'undecided':
      return afterUndecided(inventory, facts, report, page)
    case 'ready':
      return afterReady(inventory)
  }
}

function afterUnusable(inventory: InventoryReport, page: Page): string {
  const { diagnostics, faults } = inventory
  const wrong = diagnostics.find(({ severity }) => severity === 'error')
  if (wrong)
    return `Correct ${placeOf(wrong.region ? placedIn(inventory) : inventory.file, wrong.region, page)}: ${page.show(wrong.message)}`
  const fault = faults[0]
  return fault ? `Correct the rule ${page.show(fault.rule)}: ${page.show(fault.message)}` : 'Correct the input'
}

function afterBlocked({ findings }: InventoryReport, { failOn }: Report, page: Page): string {
  const first = urgent(findings)
  // Nothing that counts blocks: then too much is suppressed.
  if (first === undefined || !reaches(first.severity, failOn)) return 'Settle some of what is suppressed below'
  const { subject, category, remediation } = first
  const todo = withoutStop(firstSentence(remediation.text))
  // A remedy that speaks of "the server" does not say which one.
  const whose = todo.includes(subject) || isProperty(subject) ? '' : `${page.show(subject)}, `
  return `${page.show(todo)} (${whose}${stepNames[category]})`
}

/** Parts without a name of their own are called by their property, which says nothing here. */
function isProperty(subject: string): boolean {
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(subject)
}

function afterUndecided(inventory: InventoryReport, facts: readonly Fact[], report: Report, page: Page): string {
  const fact = facts.find(({ severity }) => reaches(severity, report.failOn)) ?? facts[0]
  if (fact === undefined) return 'Collect the inventory again'
  const { missing } = fact
  const how = collecting(missing, placeOf(placedIn(inventory), missing.region, page))
  return `Find out ${page.show(missing.label)}: ${page.show(how)}`
}

function afterReady({ phase, findings, scope, counts }: InventoryReport): string {
  if (counts.rules === 0) return 'Ask for other rules: none of these applies to this target, method and phase'
  if (counts.subjects === 0) return 'Export the inventory again: nothing in it could be checked'
  if (scope?.rules !== undefined && scope.off === undefined)
    return 'Run again without --rule: this verdict rests on the rules asked for alone'
  const warnings = findings.filter(({ severity }) => severity !== 'info').length
  const step = onward[phase]
  if ((scope?.baselineKnown ?? 0) > 0) return 'Settle what the baseline knows; nothing new stands in the way'
  return warnings === 0
    ? step
    : `Read the ${count(warnings, 'warning')} below. Then: ${step.charAt(0).toLowerCase()}${step.slice(1)}`
}

/** The first finding of the highest severity, in the order of the migration. */
function urgent(findings: readonly Finding[]): Finding | undefined {
  let best: Finding | undefined
  for (const finding of findings) {
    if (best === undefined || isBefore(finding, best)) best = finding
  }
  return best
}

function isBefore(one: Finding, other: Finding): boolean {
  if (one.severity !== other.severity) return reaches(one.severity, other.severity)
  return categories.indexOf(one.category) < categories.indexOf(other.category)
}

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '')
}

import type { InventoryReport, RuleDescriptor } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { type Entry, entriesOf, sentenceOf } from '../entry.ts'
import { faultSentence } from '../unix.ts'

/** A test as JUnit knows it. Texts stand as they came. */
export interface Case {
  /** Step of the migration and rule, as `package.class`. */
  readonly group: string
  /** The part that was looked at, or what holds for all. */
  readonly name: string
  /** What tells apart parts of one name. */
  readonly pointer?: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  /** Severity, or why it is skipped. */
  readonly kind: string
  readonly message: string
  readonly body: readonly string[]
}

/** Gives the cases of an inventory: what makes it unusable, then each rule and part that failed or is undecided, then the rules that passed. */
export function casesOf(inventory: InventoryReport, rules: readonly RuleDescriptor[]): readonly Case[] {
  const { file, diagnostics, faults, tallies } = inventory
  const categories = new Map(rules.map(({ id, category }) => [id, category]))
  const groupOf = (rule: string) => `${categories.get(rule) ?? 'rules'}.${rule}`
  return [
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, region }): Case => {
        const body = region === undefined ? [] : [`${legible(file, 1000, 1000)}:${region.line}:${region.column}`]
        return { group: 'inventory.file', name: code, outcome: 'error', kind: code, message, body }
      }),
    ...faults.map((fault): Case => {
      const { rule, pointer } = fault
      const message = faultSentence(fault)
      return {
        group: groupOf(rule),
        name: 'went wrong',
        pointer,
        outcome: 'error',
        kind: 'rule-fault',
        message,
        body: [],
      }
    }),
    ...blockedBySize(inventory),
    ...entriesOf(inventory).map(caseOf),
    ...rules
      .filter(({ id }) => hasPassed(tallies, id) && !faults.some(({ rule }) => rule === id))
      .map(({ id, title }): Case => {
        return { group: groupOf(id), name: title, outcome: 'passed', kind: '', message: '', body: [] }
      }),
  ]
}

/** Where too much is suppressed, no case fails, and a pipeline that shows cases only would take the inventory for ready. */
function blockedBySize(inventory: InventoryReport): readonly Case[] {
  const { verdict, diagnostics } = inventory
  if (verdict !== 'blocked' || entriesOf(inventory).some(({ standing }) => standing === 'failed')) return []
  const last = diagnostics.findLast(({ code }) => code === 'suppression')
  if (last === undefined) return []
  const { message } = last
  return [{ group: 'inventory.file', name: 'suppressed', outcome: 'error', kind: 'blocked', message, body: [] }]
}

function caseOf(entry: Entry): Case {
  const { category, rule, subject, pointer, standing, severity } = entry
  return {
    group: `${category}.${rule}`,
    name: subject,
    pointer,
    outcome: standing === 'failed' ? 'failure' : 'skipped',
    kind: standing === 'failed' ? severity : standing,
    message: sentenceOf(entry),
    body: standing === 'failed' ? bodyOf(entry) : [],
  }
}

function bodyOf({ file, region, remediation }: Entry): readonly string[] {
  const { text = '', commands = [], verify = [] } = remediation ?? {}
  return [
    `${legible(file, 1000, 1000)}:${region.line}:${region.column}`,
    text,
    ...commands,
    ...(verify.length === 0 ? [] : ['To check:', ...verify]),
  ]
}

function hasPassed(tallies: InventoryReport['tallies'], rule: string): boolean {
  const tally = Object.hasOwn(tallies, rule) ? tallies[rule] : undefined
  return tally !== undefined && tally.pass > 0 && tally.fail === 0 && tally.undecided === 0
}

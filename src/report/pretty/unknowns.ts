import { groupBy } from '../../model/group-by.ts'
import { parsePointer } from '../../model/pointer.ts'
import type { InventoryReport, Missing, Severity } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'

/** A missing fact, with the rules that wait for it. */
export interface Fact {
  readonly missing: Missing
  readonly rules: ReadonlySet<string>
  /** The highest severity among the rules that wait. */
  readonly severity: Severity
}

/** Facts of one kind that the same source would supply: the same property of several servers, say. */
export interface FactKind {
  readonly facts: readonly Fact[]
  readonly rules: readonly string[]
}

/** Gives each fact that is missing once, in the order in which the rules miss them. */
export function factsOf(inventory: InventoryReport): readonly Fact[] {
  const facts = new Map<string, { missing: Missing; rules: Set<string>; severity: Severity }>()
  for (const { rule, severity, missing } of inventory.undecided) {
    for (const one of missing) {
      // A server that no list holds has a name only in its label.
      const key = `${one.pointer}\n${one.label}`
      const fact = facts.get(key)
      if (fact === undefined) facts.set(key, { missing: one, rules: new Set([rule]), severity })
      else {
        fact.rules.add(rule)
        if (reaches(severity, fact.severity)) fact.severity = severity
      }
    }
  }
  return [...facts.values()]
}

/** Gives facts by kind: the same pointer but for its numbers, and the same source. */
export function kindsOf(facts: readonly Fact[]): readonly FactKind[] {
  const kinds = groupBy(
    facts,
    ({ missing }) => `${missing.pointer.replace(/\/\d+(?=\/|$)/g, '/*')}\n${missing.source ?? ''}`,
  )
  return kinds.map((kind) => ({ facts: kind, rules: [...new Set(kind.flatMap((fact) => [...fact.rules]))] }))
}

/** Gives how many rules wait for any fact. */
export function waiting(facts: readonly Fact[]): number {
  return new Set(facts.flatMap((fact) => [...fact.rules])).size
}

/** Gives in words how to get a fact, be it a property, the rest of a list or a whole server; `place` is where it would stand. */
export function collecting({ pointer, source, reason }: Missing, place: string): string {
  const byHand = `${propertyOf(pointer)} at ${place}`
  if (source === undefined) return `fill in ${byHand}`
  const again = reason === undefined ? `(it asks ${source})` : `when ${source} answers`
  return `run Export-RdsInventory.ps1 again ${again}, or fill in ${byHand}`
}

function propertyOf(pointer: string): string {
  const last = parsePointer(pointer)?.findLast((token) => !/^(\d+|-)?$/.test(token))
  return last === undefined ? 'it' : `"${last}"`
}

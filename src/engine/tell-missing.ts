import type { Estate } from '../inventory/estate.ts'
import { fold } from '../inventory/names.ts'
import { reasonOf, supplyOf } from '../inventory/sources.ts'
import { parsePointer } from '../model/pointer.ts'
import type { MissingFact, Unknown } from '../model/unknown.ts'
import { standIns } from './check.ts'
import { gathered, type MissingPlace } from './gathered.ts'
import { labelOf } from './label.ts'
import { factPlaces } from './missing.ts'
import { byPointer } from './order.ts'

/** Tells the facts of these unknown values: each once, in the order of their pointers. */
export function tellMissing(
  estate: Estate,
  unknowns: readonly Unknown[],
): (unknown: Unknown) => readonly MissingPlace[] {
  const { migration, collection } = standIns(estate)
  const place = factPlaces(
    estate.inventory,
    allFacts(unknowns),
    new Map<object, string>([
      [migration, '/migration'],
      [collection, '/collection'],
    ]),
  )
  const told = new Map<string, MissingPlace>()
  // Ten thousand parts may wait for the same ten thousand facts: they share one list.
  const lists = new WeakMap<readonly MissingFact[], readonly MissingPlace[]>()
  return ({ facts }) => {
    const known = lists.get(facts) ?? gathered(placed(facts))
    lists.set(facts, known)
    return known
  }

  function placed(facts: readonly MissingFact[]): readonly MissingPlace[] {
    const found = new Map<string, MissingPlace>()
    for (const fact of facts) {
      const [key, told] = tell(fact)
      const known = found.get(key)
      // One fact may be asked for in several spellings: which of them is shown must not depend on the order of the facts.
      if (!known || told.label < known.label) found.set(key, told)
    }
    return [...found.values()].sort(
      (one, other) => byPointer(one.pointer, other.pointer) || (one.label < other.label ? -1 : 1),
    )
  }

  function tell(fact: MissingFact): readonly [string, MissingPlace] {
    const { pointer, standing } = place(fact)
    const name = fact.name ?? ''
    const spelling = `${pointer}\u0000${name}`
    const known = told.get(spelling) ?? describe(estate, fact, pointer, standing)
    told.set(spelling, known)
    return [name === '' ? spelling : `${pointer}\u0000${fold(name)}`, known]
  }
}

function* allFacts(unknowns: readonly Unknown[]): Iterable<MissingFact> {
  // Many parts wait for the same list of facts.
  for (const facts of new Set(unknowns.map(({ facts }) => facts))) yield* facts
}

function describe(estate: Estate, fact: MissingFact, pointer: string, standing: string): MissingPlace {
  const tokens = parsePointer(pointer) ?? []
  const { text, entries } = labelOf(estate.inventory, tokens, fact.key === undefined, fact.name)
  const { source, row } = supplyOf(estate, tokens, entries)
  return {
    pointer,
    standing,
    ...(source === undefined ? {} : { source }),
    label: text,
    ...(row ? { reason: reasonOf(row) } : {}),
  }
}

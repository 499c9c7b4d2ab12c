import { describe, expect, test } from 'vitest'
import { estate } from '../../scripts/estates/estate.ts'
import { facts, type Way, without } from '../../scripts/estates/facts.ts'
import { randomOf } from '../../scripts/estates/random.ts'
import { readyEstate } from '../../scripts/estates/ready-estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { mayDenoteSame } from '../../src/inventory/names.ts'
import { restOf } from '../../src/model/incomplete-list.ts'
import { apply } from '../../src/plan/apply.ts'
import { nameOf, type Operation, type OperationName, type Violation } from '../../src/plan/operation.ts'
import { impossible } from '../../src/plan/preconditions/precondition.ts'
import { violations } from '../../src/plan/violations.ts'
import { anEstate } from '../support/estate.ts'
import { everyOperation } from '../support/every-operation.ts'
import { movingFarm } from '../support/moving-farm.ts'

/** An inventory, the same with a fact less, and an operation on both. */
interface Case {
  readonly whole: Inventory
  readonly less: Inventory
  readonly operation: Operation
  readonly title: string
  /** Whether the fact is all of `servers` or `deployment`, so that nobody can tell which server a name denotes. */
  readonly isSection: boolean
}

/** Seeds in which one was found once. */
const found = [243, 716, 995, 2347, 2812, 3237]

/** The same, after a row of operations. */
const foundInRows: readonly number[] = [2499]

const cases: readonly Case[] = [
  // Every fact of a farm that is wholly known, and some of estates that are messy and known in part.
  ...facts(movingFarm).flatMap((way, index) => casesOf(movingFarm, way, index)),
  ...[...Array.from({ length: 200 }, (_, seed) => seed), ...found].flatMap((seed) => {
    const inventory = estate(seed)
    const known = facts(inventory)
    const random = randomOf(seed)
    return Array.from({ length: known.length > 0 ? 4 : 0 }, () => casesOf(inventory, random.pick(known), seed)).flat()
  }),
]

function casesOf(whole: Inventory, way: Way, seed: number): readonly Case[] {
  const less = without(whole, way)
  return everyOperation(whole, seed, 1).map((operation) => ({
    whole,
    less,
    operation,
    isSection: way.length === 1,
    title: `${seed}: ${JSON.stringify(operation)} without /${way.join('/')}`,
  }))
}

describe('with a fact less', () => {
  test('a precondition that was violated or undecided does not pass, and none is violated that was not', () => {
    const broken = cases.filter(({ whole, less, operation }) => {
      const [before, after] = [whole, less].map((inventory) => judged(inventory, operation))
      const [violated, now] = [before, after].map((list) => rulesOf(list?.filter(({ missing }) => !missing)))
      const told = rulesOf(after)
      return (
        [...rulesOf(before)].some((rule) => !told.has(rule)) || [...(now ?? [])].some((rule) => !violated?.has(rule))
      )
    })
    expect(broken.map(({ title }) => title).slice(0, 5)).toEqual([])
    expect(cases.length).toBeGreaterThan(20_000)
  })

  test('an operation tells nothing that it does not tell of the whole', () => {
    const broken = cases.filter(
      ({ whole, less, operation, isSection }) =>
        !assuming.includes(nameOf(operation)) && !isSection && !isPart(apply(less, operation), apply(whole, operation)),
    )
    expect(broken.map(({ title }) => title).slice(0, 5)).toEqual([])
  })
})

describe('with a fact less, after a row of operations', () => {
  test.each([...Array.from({ length: 150 }, (_, seed) => seed), ...foundInRows])(
    'the state tells nothing that the whole does not tell, from seed %i',
    (seed) => {
      const random = randomOf(3 * seed + 1)
      const inventory = seed % 3 === 0 ? readyEstate(seed).inventory : estate(seed)
      const row = random
        .shuffled(everyOperation(inventory, 5 * seed, 2))
        .filter((operation) => !assuming.includes(nameOf(operation)))
        .slice(0, 20)
      for (const way of random.shuffled(facts(inventory).filter(({ length }) => length > 1)).slice(0, 3)) {
        let [whole, less] = [inventory, without(inventory, way)]
        for (const [index, operation] of row.entries()) {
          ;[whole, less] = [apply(whole, operation), apply(less, operation)]
          const title = `${JSON.stringify(row.slice(0, index + 1))} without /${way.join('/')}`
          expect(isPart(less, whole), title).toBe(true)
        }
      }
    },
  )
})

/**
 * What these do cannot be told from less: a successor takes over what it does not tell itself, licences are as many as are
 * known, a certificate is as some store or role shows it, and a server is licenced or none.
 */
const assuming: readonly OperationName[] = ['replaceServer', 'installLicenses', 'removeLicenses', 'setCertificate']

// That a server runs its target already is no rule's matter; that it may is one of the rule on paths.
function judged(inventory: Inventory, operation: Operation): readonly Violation[] {
  const list = violations(anEstate(inventory), operation)
  if (nameOf(operation) !== 'upgradeServer') return list
  return list.map((one) => (one.rule === impossible ? { ...one, rule: 'in-place-path-unsupported' } : one))
}

function rulesOf(list: readonly Violation[] = []): ReadonlySet<string> {
  return new Set(list.map(({ rule }) => rule))
}

/** Whether everything that one value tells, another one tells too. */
function isPart(one: unknown, other: unknown): boolean {
  // A server may be named in full or short.
  if (typeof one === 'string' && typeof other === 'string') return one === other || mayDenoteSame(one, other)
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  if (Array.isArray(one) && Array.isArray(other)) {
    // Of a list that is known in part, its elements are among those of the whole.
    if (restOf(one)) return one.every((element) => other.some((candidate) => isPart(element, candidate)))
    return one.length === other.length && one.every((element, index) => isPart(element, other[index]))
  }
  return Object.entries(one).every(([key, value]) => isPart(value, (other as Readonly<Record<string, unknown>>)[key]))
}

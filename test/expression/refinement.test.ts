import fc, { type GeneratorValue } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/expression/check.ts'
import { compile } from '../../src/expression/compile.ts'
import { builtins } from '../../src/expression/functions/index.ts'
import { parse } from '../../src/expression/parse.ts'
import { scopeOf } from '../../src/expression/scope.ts'
import { bool, int, list, string, type Type } from '../../src/expression/type.ts'
import { Fault, isStuck } from '../../src/expression/value.ts'
import { restOf } from '../../src/model/incomplete-list.ts'
import { type MissingFact, Unknown } from '../../src/model/unknown.ts'
import { aDocument, identity, poorer } from '../support/random-documents.ts'
import { anExpression, farm, pick } from '../support/random-expressions.ts'

const names = { it: farm }

function prepare(text: string): (it: unknown) => unknown {
  const parsed = parse(text)
  if ('problems' in parsed) throw new Error(`${text}: ${parsed.problems[0]?.message}`)
  const checked = check(parsed.tree, { names, builtins, hosts: {} })
  if ('problems' in checked) throw new Error(`${text}: ${checked.problems[0]?.message}`)
  const run = compile(checked.tree, ['it'], { builtins, hosts: {} })
  return (it) => run(scopeOf([it], undefined))
}

const wanted = [bool, bool, bool, bool, int, string, list(string), list(farm.fields.hosts as Type)]

/** An expression, and what it gives on documents that tell less and more. */
function sample(draw: GeneratorValue) {
  const text = anExpression(draw, pick(draw, wanted), names, 1 + draw(fc.nat, { max: 3 }))
  const evaluate = prepare(text)
  const outcomes = Array.from({ length: 4 }, () => {
    const { rich, poor } = documents(draw)
    return { less: evaluate(poor), more: evaluate(rich) }
  })
  return { text, outcomes }
}

function documents(draw: GeneratorValue) {
  const rate = pick(draw, [3, 8, 20])
  const whole = aDocument(draw, farm)
  const rich = draw(fc.boolean) ? whole : poorer(draw, whole, rate)
  return { rich, poor: poorer(draw, rich, rate) }
}

const runs = { seed: 20_121_024, numRuns: 2500 }
function forAll(law: (draw: GeneratorValue) => void): void {
  fc.assert(fc.property(fc.gen(), law), runs)
}

/**
 * The law: a value stays that value on every document that tells more, unless what is told there is a fault of the rule; a
 * fault stays a fault; only what is not known may become anything.
 */
describe('the law of refinement', { timeout: 60_000 }, () => {
  test('what an expression gives, it gives on every document that tells more, or it was not known', () => {
    const counts = { values: 0, unknown: 0, faults: 0 }
    forAll((draw) => {
      const { text, outcomes } = sample(draw)
      for (const { less, more } of outcomes) {
        counts[less instanceof Unknown ? 'unknown' : less instanceof Fault ? 'faults' : 'values']++
        if (!refines(less, more)) expect.fail(`${text} gives ${String(less)}, then ${String(more)}`)
      }
    })
    // A generator that never gets anywhere proves nothing.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(runs.numRuns / 5)
  })

  test('only a filter, a map or a conditional may meet a fault where more is told', () => {
    forAll((draw) => {
      const { text, outcomes } = sample(draw)
      if (/\.(filter|map)\(|\?/.test(text)) return
      for (const { less, more } of outcomes) if (!isStuck(less) && more instanceof Fault) expect.fail(text)
    })
  })

  test('the facts that are missing are absent from the document', () => {
    forAll((draw) => {
      const { text, outcomes } = sample(draw)
      for (const { less } of outcomes) {
        if (!(less instanceof Unknown)) continue
        expect(less.facts, text).not.toEqual([])
        expect(less.facts.filter(isTold), text).toEqual([])
      }
    })
  })

  test('the order of the operands of && and || does not matter', () => {
    forAll((draw) => {
      const [one, other] = [anExpression(draw, bool, names, 2), anExpression(draw, bool, names, 2)]
      const { poor } = documents(draw)
      for (const operator of ['&&', '||']) {
        const outcomes = [`${one} ${operator} ${other}`, `${other} ${operator} ${one}`].map((text) =>
          prepare(text)(poor),
        )
        expect(told(outcomes[1]), `${one} ${operator} ${other}`).toEqual(told(outcomes[0]))
      }
    })
  })
})

function isTold({ holder, key }: MissingFact): boolean {
  return key === undefined ? restOf(holder as readonly unknown[]) === undefined : Object.hasOwn(holder, key)
}

/** An outcome without the reason of a fault and the order of facts. */
function told(value: unknown): unknown {
  if (value instanceof Fault) return 'fault'
  return value instanceof Unknown ? new Set(value.facts) : value
}

/** Whether the outcome on a poorer document leaves room for that on a richer one. */
function refines(less: unknown, more: unknown): boolean {
  if (less instanceof Unknown || more instanceof Fault) return true
  if (less instanceof Fault) return false
  if (Array.isArray(less)) return Array.isArray(more) && (restOf(less) ? holdsAll(more, less) : sameItems(less, more))
  if (typeof less === 'object' && less !== null && identity in less)
    return typeof more === 'object' && more !== null && identity in more && more[identity] === less[identity]
  return Object.is(less, more)
}

function sameItems(less: readonly unknown[], more: readonly unknown[]): boolean {
  return (
    restOf(more) === undefined &&
    less.length === more.length &&
    less.every((item, position) => refines(item, more[position]))
  )
}

/** Whether a richer list holds the elements of an incomplete one in their order, perhaps with others between them. */
function holdsAll(more: readonly unknown[], less: readonly unknown[]): boolean {
  let found = 0
  for (const item of more) if (found < less.length && refines(less[found], item)) found++
  return found === less.length
}

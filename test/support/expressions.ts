import { check } from '../../src/expression/check.ts'
import { compile } from '../../src/expression/compile.ts'
import type { Environment } from '../../src/expression/environment.ts'
import { builtins } from '../../src/expression/functions/index.ts'
import { matches } from '../../src/expression/functions/matches.ts'
import { parse } from '../../src/expression/parse.ts'
import type { Problem } from '../../src/expression/problem.ts'
import { scopeOf } from '../../src/expression/scope.ts'
import { bool, type ObjectType, string, timestamp } from '../../src/expression/type.ts'
import { Fault } from '../../src/expression/value.ts'
import { restOf } from '../../src/model/incomplete-list.ts'
import { Duration, Timestamp } from '../../src/model/instant.ts'
import { type MissingFact, Unknown } from '../../src/model/unknown.ts'
import { farm } from './random-expressions.ts'

const plan: ObjectType = {
  kind: 'object',
  name: 'Plan',
  absentMeansNone: true,
  fields: { day: timestamp, target: string, isFinal: bool },
}

const server = farm.fields.broker?.kind === 'nullable' ? farm.fields.broker.of : farm

/** An environment for tests: a farm `it`, a `plan` in which absent means none, and two functions of a host. */
export const environment: Environment = {
  names: { it: farm, plan, either: { kind: 'either', of: [farm, server] } },
  builtins: { ...builtins, ...matches },
  hosts: {
    release: [{ takes: [{ kind: 'either', of: [string, server] }], gives: string }],
    retiring: [{ takes: [server], gives: bool }],
  },
}

const hosts = {
  release: (releases: unknown, server: unknown) =>
    (releases as Readonly<Record<string, unknown>>)[typeof server === 'string' ? server : ''],
  retiring: (_: unknown, server: unknown) => (server as { readonly name: string }).name.endsWith('01'),
}

/** What is wrong with an expression: each time the part of the text, and the message. */
export function problemsOf(text: string): readonly string[] {
  const parsed = parse(text)
  const checked = 'tree' in parsed ? check(parsed.tree, environment) : parsed
  return 'problems' in checked ? written(checked.problems, text) : []
}

/** Problems as lines of text, with the part of the expression that they are about in brackets. */
export function written(problems: readonly Problem[], text: string): readonly string[] {
  return problems.map(({ message, start, end }) => `[${text.slice(start, end)}] ${message}`)
}

/** What an expression gives, as tests write it. `unchecked` leaves the type check out. */
export function given(
  text: string,
  it: unknown = {},
  { plan = {}, releases = {}, unchecked = false }: { plan?: unknown; releases?: object; unchecked?: boolean } = {},
): unknown {
  const parsed = parse(text)
  if ('problems' in parsed) throw new Error(written(parsed.problems, text).join('; '))
  const checked = unchecked ? parsed : check(parsed.tree, environment)
  if ('problems' in checked) throw new Error(written(checked.problems, text).join('; '))
  const run = compile(checked.tree, ['it', 'plan', 'either'], { builtins: environment.builtins, hosts })
  return shown(run(scopeOf([it, plan, it], releases)))
}

function shown(value: unknown): unknown {
  if (value instanceof Fault) return `fault: ${value.reason}`
  if (value instanceof Timestamp) return new Date(Number(value.nanoseconds / 1_000_000n)).toISOString()
  if (value instanceof Unknown) return `not known: ${missing(value.facts)}`
  const rest = Array.isArray(value) ? restOf(value) : undefined
  if (rest) return [...(value as unknown[]), `and what is in: ${missing(rest)}`]
  return value instanceof Duration ? `${value.nanoseconds} ns` : value
}

function missing(facts: readonly MissingFact[]): string {
  return [...new Set(facts.map(({ key }) => key))].join(', ')
}

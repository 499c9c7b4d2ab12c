import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'
import { bool, dyn, int, list, string } from '../type.ts'
import { Fault } from '../value.ts'
import type { Builtins, Overload } from './builtin.ts'
import { noOverload } from './operators.ts'

const test: readonly Overload[] = [{ takes: [string, string], gives: bool, method: true }]
const change: readonly Overload[] = [{ takes: [string], gives: string, method: true }]

/** Size, and the functions on text: those of the language and lowerAscii, upperAscii and join of its strings extension. */
export const texts: Builtins = {
  size: {
    overloads: [string, list(dyn), { kind: 'map', key: dyn, value: dyn } as const].flatMap((type) => [
      { takes: [type], gives: int },
      { takes: [type], gives: int, method: true as const },
    ]),
    run: size,
  },
  contains: { overloads: test, run: onTexts('contains', (text, part) => text.includes(part)) },
  startsWith: { overloads: test, run: onTexts('startsWith', (text, part) => text.startsWith(part)) },
  endsWith: { overloads: test, run: onTexts('endsWith', (text, part) => text.endsWith(part)) },
  lowerAscii: {
    overloads: change,
    run: onText('lowerAscii', (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  },
  upperAscii: {
    overloads: change,
    run: onText('upperAscii', (text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  },
  join: {
    overloads: [
      { takes: [list(string)], gives: string, method: true },
      { takes: [list(string), string], gives: string, method: true },
    ],
    run: join,
    cost: joinCost,
  },
}

function size(value: unknown): unknown {
  if (typeof value === 'string') return BigInt(codePoints(value))
  if (value instanceof Map) return BigInt(value.size)
  if (!Array.isArray(value)) return noOverload('size')
  const rest = restOf(value)
  return rest ? new Unknown(rest) : BigInt(value.length)
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function onTexts(
  name: string,
  run: (text: string, part: string) => boolean,
): (text: unknown, part: unknown) => unknown {
  return (text, part) => (typeof text === 'string' && typeof part === 'string' ? run(text, part) : noOverload(name))
}

function onText(name: string, run: (text: string) => string): (text: unknown) => unknown {
  return (text) => (typeof text === 'string' ? run(text) : noOverload(name))
}

function join(items: unknown, separator: unknown = ''): unknown {
  if (!Array.isArray(items) || typeof separator !== 'string') return noOverload('join')
  const rest = restOf(items)
  if (rest) return new Unknown(rest)
  return items.every((item) => typeof item === 'string')
    ? items.join(separator)
    : new Fault('join() takes a list of strings')
}

function joinCost(items: unknown, separator: unknown = ''): number {
  if (!Array.isArray(items) || typeof separator !== 'string') return 0
  const length = items.reduce((total, item) => total + (typeof item === 'string' ? item.length : 0), 0)
  return (length + items.length * separator.length) / 64
}

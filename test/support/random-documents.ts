import fc, { type GeneratorValue } from 'fast-check'
import type { Type } from '../../src/expression/type.ts'
import { incomplete, restOf } from '../../src/model/incomplete-list.ts'
import { days, pick, texts } from './random-expressions.ts'

/** What tells an object of a document apart from all others, and stays when facts are taken away. */
export const identity = Symbol('identity')

/** Gives a document of a type in which every fact is known. */
export function aDocument(draw: GeneratorValue, type: Type): unknown {
  switch (type.kind) {
    case 'bool':
      return draw(fc.boolean)
    case 'int':
      return draw(fc.nat, { max: 3 })
    case 'string':
      return pick(draw, type.words ?? texts)
    case 'timestamp':
      return pick(draw, days)
    case 'nullable':
      return draw(fc.boolean) ? null : aDocument(draw, type.of)
    case 'list':
      return Array.from({ length: draw(fc.nat, { max: 3 }) }, () => aDocument(draw, type.of))
    case 'object':
      return {
        ...Object.fromEntries(Object.entries(type.fields).map(([field, of]) => [field, aDocument(draw, of)])),
        [identity]: Symbol(type.name),
      }
    default:
      throw new Error(`no document is of the type ${type.kind}`)
  }
}

/** Gives a document that tells less: one fact in `rate` is left out, and one list in `rate` is known only in part. */
export function poorer(draw: GeneratorValue, value: unknown, rate: number): unknown {
  const isDrawn = () => draw(fc.nat, { max: rate - 1 }) === 0
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) {
    const kept = Object.entries(value).flatMap(([key, child]) => (isDrawn() ? [] : [[key, poorer(draw, child, rate)]]))
    return { ...Object.fromEntries(kept), [identity]: Object.getOwnPropertyDescriptor(value, identity)?.value }
  }
  const isIncomplete = restOf(value) !== undefined || isDrawn()
  const list = value.flatMap((element) =>
    isIncomplete && draw(fc.nat, { max: 1 }) === 0 ? [] : [poorer(draw, element, rate)],
  )
  return isIncomplete ? incomplete(list, [{ holder: list }]) : list
}

import { incomplete } from '../model/incomplete-list.ts'
import { nearest } from '../model/nearest.ts'
import { parsePointer } from '../model/pointer.ts'
import { show, showWord } from '../model/show.ts'
import type { Inventory } from './inventory.ts'
import { addProblem, type Problem } from './problem.ts'
import { type Shape, shape } from './shape.ts'

/** Marks the lists that `collection.incomplete` names as known only in part; warns of each pointer that names no list. */
export function markIncomplete(inventory: Inventory): readonly Problem[] {
  const problems: Problem[] = []
  for (const [index, pointer] of (inventory.collection?.incomplete ?? []).entries()) {
    const reason = mark(inventory, pointer)
    if (reason) addProblem(problems, () => notAList(pointer, index, reason()))
  }
  return problems
}

function notAList(pointer: string, index: number, reason: string): Problem {
  const message = `${show(pointer)} ${reason}`
  return { code: 'incomplete-pointer', severity: 'warning', message, pointer: `/collection/incomplete/${index}` }
}

/** Marks one list; gives why it cannot. A list that is absent need not be marked: it is not known at all. */
function mark(inventory: Inventory, pointer: string): (() => string) | undefined {
  const tokens = parsePointer(pointer)
  if (!tokens) return () => 'is no JSON pointer; write it like /servers or /deployment/sessionCollections'
  let value: unknown = inventory
  let expected: Shape = shape
  for (const token of tokens) {
    const next: Shape | undefined = below(expected, token)
    if (next === undefined) {
      if (expected.kind !== 'object') return () => `leads to no list; ${advice}`
      const { properties } = expected
      return () => noSuchProperty(token, properties.keys())
    }
    if (expected.kind === 'list' && Array.isArray(value) && !isIndexOf(value, token)) {
      return () => `leads nowhere, since the list has no entry ${showWord(token)}; ${advice}`
    }
    expected = next
    value =
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[token] : undefined
  }
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return () => `leads to no list; ${advice}`
  incomplete(value, [{ holder: value }])
  return undefined
}

function below(shape: Shape, token: string): Shape | undefined {
  if (shape.kind === 'object') return shape.properties.get(token)
  return shape.kind === 'list' ? shape.element : undefined
}

function noSuchProperty(token: string, known: Iterable<string>): string {
  const meant = nearest(token, known)
  return `leads nowhere, since there is no property ${showWord(token)}; ${meant ? `did you mean ${meant}?` : advice}`
}

const advice = 'name a list that is known only in part, or remove the pointer'

function isIndexOf(list: readonly unknown[], token: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(token) && Number(token) < list.length
}

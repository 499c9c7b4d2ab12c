import { fold } from '../inventory/names.ts'
import { canonicalNames } from './server-names.ts'
import type { Json, Statement, Step } from './statement.ts'
import { emptyTree, type NamedEntries, nameProperty, type Origin, type Tree } from './tree.ts'

/** A statement and who made it. */
export interface Told {
  readonly statement: Statement
  readonly origin: Origin
}

/** Where two sources disagree: what was left unknown, in words. */
export interface Conflict {
  readonly message: string
}

/** Puts statements together: names meet without case, short ones with the full one that fits; what sources disagree on is left out. */
export function merge(told: readonly Told[]): { readonly tree: Tree; readonly conflicts: readonly Conflict[] } {
  const canonical = canonicalNames(told)
  const tree = emptyTree({ source: 'manifest.json' })
  const conflicts: Conflict[] = []
  for (const { statement, origin } of told) {
    if (deniesDeployment(statement)) continue
    if (statement.kind === 'is') state(tree, statement.path, statement.value, origin, [])
    else if (statement.kind === 'whole')
      listAt(descend(tree, statement.path, origin), statement.list).wholeBy.add(origin.source)
  }
  for (const { statement, origin } of told) {
    if (deniesDeployment(statement)) deny(origin)
    if (statement.kind !== 'others') continue
    const { entries } = listAt(descend(tree, statement.path, origin), statement.list)
    for (const { tree: entry } of entries.values()) {
      if (!entry.children.has(statement.property)) state(entry, [statement.property], statement.value, origin, [])
    }
  }
  return { tree, conflicts }

  function state(at: Tree, path: readonly Step[], value: Json, origin: Origin, above: readonly Step[]): void {
    const part = descend(at, namesEntry(path) ? path.slice(0, -1) : path, origin)
    if (namesEntry(path)) return
    if (!isObject(value)) {
      settle(part, value, origin, [...above, ...path])
      return
    }
    // What is told of an object is told property by property, so that several sources can tell of one.
    part.isObject = true
    if (part.leaf) disagree(part, [...above, ...path], origin)
    for (const [name, inner] of Object.entries(value)) state(part, [name], inner, origin, [...above, ...path])
  }

  function settle(part: Tree, value: Json, origin: Origin, path: readonly Step[]): void {
    if (part.leaf === undefined && !part.isObject && part.children.size === 0 && part.lists.size === 0)
      part.leaf = { value, origin }
    else if (part.leaf === undefined || !isSame(part.leaf.value, value)) disagree(part, path, origin)
  }

  // What others tell of the deployment weighs more: an answer that never came looks like an empty one.
  function deny(origin: Origin): void {
    const known = tree.children.get('deployment')
    if (known === undefined) child(tree, 'deployment', origin).leaf = { value: null, origin }
    else if (known.leaf === undefined)
      conflicts.push({
        message: `${sourceWords(origin)} says that there is no deployment, but ${sourceWords(known.origin)} tells of one`,
      })
  }

  function disagree(part: Tree, path: readonly Step[], origin: Origin): void {
    const first = part.leaf?.origin ?? part.origin
    part.leaf = { value: conflicting, origin: first }
    const message = `${worded(path)} is left unknown: ${sourceWords(first)} and ${sourceWords(origin)} disagree about it`
    if (!conflicts.some((one) => one.message === message)) conflicts.push({ message })
  }

  function descend(from: Tree, path: readonly Step[], origin: Origin): Tree {
    let at = from
    for (const step of path) at = typeof step === 'string' ? child(at, step, origin) : entry(at, step, origin)
    return at
  }

  function entry(at: Tree, { list, name }: Exclude<Step, string>, origin: Origin): Tree {
    const shown = list === 'servers' ? canonical(name) : name
    const { entries } = listAt(at, list)
    const key = list === 'servers' || list === 'sessionHosts' ? fold(shown) : shown.toLowerCase()
    const known = entries.get(key) ?? { name: shown, tree: emptyTree(origin) }
    entries.set(key, known)
    return known.tree
  }
}

// An entry is called as the first source has it; how others spell the name is no disagreement.
function namesEntry(path: readonly Step[]): boolean {
  const [holder, property] = path.slice(-2)
  return typeof holder === 'object' && property === nameProperty[holder.list]
}

function deniesDeployment(statement: Statement): boolean {
  return (
    statement.kind === 'is' &&
    statement.value === null &&
    statement.path.length === 1 &&
    statement.path[0] === 'deployment'
  )
}

/** Stands for a value that sources disagree on: it is told to nobody. */
export const conflicting: Json = Object.freeze({ conflicting: true })

function child(at: Tree, name: string, origin: Origin): Tree {
  const known = at.children.get(name) ?? emptyTree(origin)
  at.children.set(name, known)
  return known
}

function listAt(at: Tree, list: Exclude<Step, string>['list']): NamedEntries {
  const known = at.lists.get(list) ?? { entries: new Map(), wholeBy: new Set() }
  at.lists.set(list, known)
  return known
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(one: Json, other: Json): boolean {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)]
  return first === second || (typeof one === 'string' && first.toLowerCase() === second.toLowerCase())
}

function worded(path: readonly Step[]): string {
  const last = path.filter((step) => typeof step === 'string').join('.')
  const names = path.flatMap((step) => (typeof step === 'string' ? [] : [step.name]))
  return names.length === 0 ? last : `${last === '' ? 'an entry' : last} of ${names.join(', ')}`
}

function sourceWords({ source, file }: Origin): string {
  return file === undefined ? source : `${source} (${file})`
}

import { knownServers } from '../../inventory/estate.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { fold, indexNames, shortOf } from '../../inventory/names.ts'
import { namesElsewhere } from '../../inventory/unmatched-names.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { nearest } from '../../model/nearest.ts'
import { formatPointer } from '../../model/pointer.ts'
import { showWord } from '../../model/show.ts'
import type { Parameter, ParameterKind } from '../definition.ts'
import { definitions } from '../definitions.ts'
import { nameOf, type OperationName } from '../operation.ts'
import { sameName } from '../state/names.ts'
import type { RunbookStep } from './read-runbook.ts'

/**
 * An error for each server and collection in the steps that nothing in the inventory or its plan bears, and no step before has
 * made. Where the inventory does not tell all servers, or all collections, none can be called unknown.
 */
export function unknownNames(inventory: Inventory, steps: readonly RunbookStep[]): readonly Diagnostic[] {
  const servers = serverNames(inventory)
  const collections = collectionNames(inventory)
  const made: string[] = []
  return steps.flatMap(({ operation, placeOf }) => {
    const name = nameOf(operation)
    const taken = (operation as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[name] ?? {}
    const parameters: Readonly<Record<string, Parameter>> = definitions[name].parameters
    const problems = Object.entries(taken).flatMap(([key, value]) => {
      const kind = parameters[key]?.kind
      const named = (Array.isArray(value) ? value : [value]) as readonly string[]
      return named.flatMap((word, index): readonly Diagnostic[] => {
        const message = problemOf(name, kind, word)
        const way = [name, key, ...(Array.isArray(value) ? [index] : [])]
        return message === undefined
          ? []
          : [{ code: 'unmatched-name', severity: 'error', message, region: placeOf(formatPointer(way)) }]
      })
    })
    if ('createCollection' in operation) made.push(operation.createCollection.collection)
    return problems
  })

  function problemOf(operation: OperationName, kind: ParameterKind | undefined, word: string): string | undefined {
    if (kind === 'server' || kind === 'servers') {
      if (!servers || servers.index.find(word).length > 0) return undefined
      // What the documented plan writes for a successor that its inventory does not name.
      if (/^<.*>$/.test(word))
        return `${showWord(word)} stands for a server that nobody has named; write the name of the server`
      const near = nearest(word, isShort(word) ? servers.names.map(shortened) : servers.names)
      return `${showWord(word)} is no server of this inventory; ${adviceFor(near)}`
    }
    const known = kind === undefined ? undefined : collections[kind]
    if (!known || [...known, ...made].some((one) => sameName(one, word))) return undefined
    const later = steps.findIndex(
      ({ operation }) => 'createCollection' in operation && sameName(operation.createCollection.collection, word),
    )
    if (later >= 0 && kind !== 'desktopCollection')
      return `${showWord(word)} is no collection yet; step ${later + 1} makes it: put it first`
    const [own, others, other] =
      kind === 'desktopCollection'
        ? (['virtual desktop collection', 'session collection', collections.sessionCollection] as const)
        : (['session collection', 'virtual desktop collection', collections.desktopCollection] as const)
    if (other?.some((one) => sameName(one, word)))
      return `${showWord(word)} is a ${others}, and ${operation} is about ${own}s`
    const near = nearest(word, [...known, ...made])
    const sort = kind === 'desktopCollection' ? own : 'collection'
    return `${showWord(word)} is no ${sort} of this inventory; ${adviceFor(near)}`
  }
}

function adviceFor(near: string | undefined): string {
  return near === undefined ? 'check its spelling' : `did you mean ${showWord(near)}?`
}

/** Names that denote servers; undefined where the inventory does not tell all of them. */
function serverNames(inventory: Inventory) {
  const { servers } = knownServers(inventory)
  if (restOf(servers)) return undefined
  const planned = (inventory.migration?.servers ?? []).flatMap(({ source, destination }) => [
    source,
    ...(destination === undefined ? [] : [destination]),
  ])
  const names = [...servers.map(({ name }) => name), ...namesElsewhere(inventory), ...planned]
  return { names, index: indexNames(names) }
}

/** Names of collections by the kind of value; none where the inventory does not tell all of a kind. */
function collectionNames({ deployment, migration }: Inventory): Partial<Record<ParameterKind, readonly string[]>> {
  const { sessionCollections, virtualDesktopCollections } = deployment ?? {}
  const namesIn = (list: readonly { readonly name: string }[] | undefined) =>
    deployment === null ? [] : list && !restOf(list) ? list.map(({ name }) => name) : undefined
  const session = namesIn(sessionCollections)
  const desktop = namesIn(virtualDesktopCollections)
  const planned = (migration?.collections ?? []).map(({ destination }) => destination)
  return {
    ...(session ? { sessionCollection: [...session, ...planned] } : {}),
    ...(desktop ? { desktopCollection: desktop } : {}),
    ...(session && desktop ? { anyCollection: [...session, ...planned, ...desktop] } : {}),
  }
}

function isShort(name: string): boolean {
  return shortOf(fold(name)) === fold(name)
}

function shortened(name: string): string {
  return name.slice(0, shortOf(fold(name)).length)
}

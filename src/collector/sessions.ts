import { indexNames } from '../inventory/names.ts'
import type { Told } from './merge.ts'
import type { SessionCounts, Statement, Step } from './statement.ts'
import type { Origin, Tree } from './tree.ts'

/**
 * Says for each session host of a collection how many sessions it has: those that were counted on it; none where the source
 * names all hosts that have some. A host of which nobody knows that it is one gets no zero.
 */
export function sessionStatements(tree: Tree, told: readonly Told[]): readonly Told[] {
  const collections = tree.children.get('deployment')?.lists.get('sessionCollections')?.entries ?? new Map()
  const servers = tree.lists.get('servers')?.entries ?? new Map()
  const serverNames = [...servers.values()].map(({ name }) => name)
  const serverIndex = indexNames(serverNames)
  return told.flatMap(({ statement, origin }) => {
    if (statement.kind !== 'sessions') return []
    const counts = countsOf(statement)
    return [...collections.values()].flatMap(({ name, tree: collection }) => {
      if (statement.collection !== undefined && statement.collection.toLowerCase() !== name.toLowerCase()) return []
      return hostsOf(collection).flatMap((host) => {
        const sessions = counts(host)
        if (sessions === undefined) return []
        const path: readonly Step[] = [
          'deployment',
          { list: 'sessionCollections', name },
          { list: 'sessionHosts', name: host },
        ]
        const [position, another] = serverIndex.find(host)
        const server = position === undefined || another !== undefined ? undefined : serverNames[position]
        return [
          ...says([...path, 'sessions'], sessions, origin),
          ...(server === undefined ? [] : says([{ list: 'servers', name: server }, 'sessions'], sessions, origin)),
        ]
      })
    })
  })
}

function says(path: readonly Step[], value: Counts, origin: Origin): readonly Told[] {
  const statement: Statement = { kind: 'is', path, value: { active: value.active, disconnected: value.disconnected } }
  return [{ statement, origin }]
}

interface Counts {
  readonly active: number
  readonly disconnected: number
}

const none: Counts = { active: 0, disconnected: 0 }

function hostsOf(collection: Tree): readonly string[] {
  return [...(collection.lists.get('sessionHosts')?.entries.values() ?? [])].map(({ name }) => name)
}

function countsOf({ hosts, namesAll }: SessionCounts): (host: string) => Counts | undefined {
  const names = [...hosts.keys()]
  const index = indexNames(names)
  return (host) => {
    const found = index.find(host).map((position) => hosts.get(names[position] ?? '') ?? none)
    if (found.length === 0 && !namesAll) return undefined
    return {
      active: found.reduce((sum, { active }) => sum + active, 0),
      disconnected: found.reduce((sum, { disconnected }) => sum + disconnected, 0),
    }
  }
}

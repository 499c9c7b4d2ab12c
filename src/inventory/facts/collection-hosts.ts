import { restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { indexNames, type NameIndex } from '../names.ts'
import type { Fact } from './fact.ts'
import { findServer } from './servers.ts'

/** Whether a server is a session host of any session collection; unknown where collections or their hosts are not told. */
export function servesCollection(estate: Estate, server: Server): Truth {
  const { servers, unclear, unclearNames, rest } = collectionHosts(estate)
  if (servers.has(server)) return true
  return merge([...unclearNames.find(server.name).map((position) => unclear[position]), rest]) ?? false
}

interface CollectionHosts {
  readonly servers: ReadonlySet<Server>
  /** Names of hosts that several servers fit, and what is unknown of each. */
  readonly unclearNames: NameIndex
  readonly unclear: readonly Unknown[]
  /** What the lists of collections and hosts do not tell. */
  readonly rest: Unknown | undefined
}

const collectionHosts = once((estate): CollectionHosts => {
  const { hosts, missing } = toldHosts(estate)
  const servers = new Set<Server>()
  const unclear: Unknown[] = []
  const names: string[] = []
  for (const name of hosts) {
    const found = findServer(estate, name)
    if (found instanceof Unknown) {
      unclear.push(found)
      names.push(name)
    } else if (found) servers.add(found)
  }
  const rest = missing.length > 0 ? new Unknown(missing) : undefined
  return { servers, unclear, unclearNames: indexNames(names), rest }
})

function toldHosts({ inventory }: Estate): { hosts: readonly string[]; missing: readonly MissingFact[] } {
  const { deployment } = inventory
  if (deployment === null) return { hosts: [], missing: [] }
  const collections = deployment?.sessionCollections
  if (!collections) {
    const nothingTold = deployment ? unknown(deployment, 'sessionCollections') : unknown(inventory, 'deployment')
    return { hosts: [], missing: nothingTold.facts }
  }
  const missing = [...(restOf(collections) ?? [])]
  for (const collection of collections) {
    if (collection.sessionHosts === undefined) missing.push({ holder: collection, key: 'sessionHosts' })
    else missing.push(...(restOf(collection.sessionHosts) ?? []))
  }
  return { hosts: collections.flatMap(({ sessionHosts }) => (sessionHosts ?? []).map(({ server }) => server)), missing }
}

export const collectionHostFacts: readonly Fact[] = [
  {
    name: 'servesCollection',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server is a session host of any session collection.',
    of: servesCollection,
  },
]

import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { indexNames, type NameIndex } from '../names.ts'
import type { Fact } from './fact.ts'
import { positionOf } from './servers.ts'

/** Whether a server is a session host of any session collection; unknown where collections or their hosts are not told. */
export function servesCollection(estate: Estate, server: Server): Truth {
  const position = positionOf(estate, server.name)
  if (typeof position === 'number' && hostPositions(estate).has(position)) return true
  const unclear = unclearHosts(estate)
  if (!unclear) return false
  return merge([...unclear.names.find(server.name).map((position) => unclear.why[position]), unclear.rest]) ?? false
}

/** Positions of the entries of session hosts, where names tell them for certain. */
const hostPositions = once((estate): ReadonlySet<number> => {
  const found = toldHosts(estate).map((name) => positionOf(estate, name))
  return new Set(found.filter((position) => typeof position === 'number'))
})

interface UnclearHosts {
  /** Names of hosts that several servers fit, and what is unknown of each. */
  readonly names: NameIndex
  readonly why: readonly Unknown[]
  /** What the lists of collections and hosts do not tell. */
  readonly rest: Unknown | undefined
}

/** What is unclear of session hosts; undefined where nothing is. */
const unclearHosts = once((estate): UnclearHosts | undefined => {
  const hosts = toldHosts(estate)
  const missing = restOf(hosts) ?? []
  const why: Unknown[] = []
  const names: string[] = []
  for (const name of hosts) {
    const found = positionOf(estate, name)
    if (!(found instanceof Unknown)) continue
    why.push(found)
    names.push(name)
  }
  if (why.length === 0 && missing.length === 0) return undefined
  return { names: indexNames(names), why, rest: missing.length > 0 ? new Unknown(missing) : undefined }
})

/** Names of session hosts as the collections spell them; incomplete where collections or their hosts are not told. */
const toldHosts = once(({ inventory }): readonly string[] => {
  const { deployment } = inventory
  if (deployment === null) return []
  const collections = deployment?.sessionCollections
  if (!collections) {
    const nothingTold = deployment ? unknown(deployment, 'sessionCollections') : unknown(inventory, 'deployment')
    return incomplete<string>([], nothingTold.facts)
  }
  const missing: MissingFact[] = [...(restOf(collections) ?? [])]
  const names: string[] = []
  for (const collection of collections) {
    const { sessionHosts } = collection
    if (sessionHosts === undefined) missing.push({ holder: collection, key: 'sessionHosts' })
    else missing.push(...(restOf(sessionHosts) ?? []))
    for (const { server } of sessionHosts ?? []) names.push(server)
  }
  return incomplete(names, missing)
})

export const collectionHostFacts: readonly Fact[] = [
  {
    name: 'servesCollection',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server is a session host of any session collection.',
    of: servesCollection,
  },
]

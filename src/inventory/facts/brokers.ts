import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { firstOf, listed } from '../../model/listed.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import { brokersOfSet } from './broker-set.ts'
import { eachOnce } from './each-once.ts'
import type { Fact } from './fact.ts'
import { releaseOf, windowsName } from './releases.ts'
import { isAmong } from './servers.ts'

/**
 * Names of the deployment's connection brokers: the servers that hold the role, those of unknown roles that the set or the
 * active management server names, and what these name that no server bears. Incomplete where roles or these names are not
 * told, or no broker is found although a deployment exists.
 */
export const brokers = once((estate): readonly string[] => {
  const { names, missing: untold } = namedBrokers(estate)
  const missing: MissingFact[] = [...(restOf(estate.servers) ?? []), ...untold]
  const found: string[] = []
  for (const server of estate.servers) {
    if (server.roles?.includes('RDS-CONNECTION-BROKER')) found.push(server.name)
    else if (server.roles === undefined || restOf(server.roles)) {
      if (isAmong(estate, server.name, names) === true) found.push(server.name)
      else missing.push(...(restOf(server.roles ?? []) ?? [{ holder: server, key: 'roles' }]))
    }
  }
  const elsewhere = eachOnce(
    estate,
    names.filter((name) => isElsewhere(estate, name)),
  )
  if (elsewhere instanceof Unknown) missing.push(...elsewhere.facts)
  else found.push(...elsewhere)
  if (found.length === 0 && missing.length === 0 && estate.inventory.deployment !== null) {
    missing.push({ holder: estate.inventory, key: 'servers', name: 'connection broker' })
  }
  return incomplete(found, missing)
})

/** The name of the active management server: the deployment's, else that of the set; unknown where both differ. */
export function activeServer(estate: Estate): string | Unknown {
  const { deployment } = estate.inventory
  const told = deployment?.activeManagementServer
  const ofSet = deployment?.highAvailability?.activeManagementServer
  const name = told ?? ofSet
  if (name === undefined)
    return unknown(deployment ?? estate.inventory, deployment ? 'activeManagementServer' : 'deployment')
  const agree = ofSet === undefined || isAmong(estate, ofSet, [name])
  if (agree === true || !deployment) return name
  return unknown(deployment, 'activeManagementServer', `which of ${told} and ${ofSet} is the active management server`)
}

/** Whether the named servers all run one release: two known ones that differ decide, whatever else is unknown. */
export function oneRelease(estate: Estate, names: readonly string[]): Truth {
  const rest = restOf(names)
  if (names.length < 2 && !rest) return true
  const told = names.map((name) => releaseOf(estate, name))
  const known = new Set(told.filter((release) => !(release instanceof Unknown)))
  if (known.size > 1) return false
  return merge([...told, ...(rest ? [new Unknown(rest)] : [])]) ?? true
}

/** The named servers by release, oldest first, as text: "Windows Server 2012 (RDSH01, RDSH02) and Windows Server 2016 (RDSH03)". */
export function byRelease(estate: Estate, names: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const release = releaseOf(estate, name)
    if (release instanceof Unknown) continue
    groups.set(release, [...(groups.get(release) ?? []), name])
  }
  const texts = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([release, members]) => `${windowsName(release)} (${firstOf(members)})`)
  return listed(texts)
}

/** The names that the set and the active management server give, and what would tell others. */
function namedBrokers(estate: Estate): { readonly names: readonly string[]; readonly missing: readonly MissingFact[] } {
  const { deployment } = estate.inventory
  const set = brokersOfSet(estate)
  const active = [deployment?.activeManagementServer, deployment?.highAvailability?.activeManagementServer]
  const told = active.filter((name) => name !== undefined)
  const missing = [...(set instanceof Unknown ? set.facts : (restOf(set ?? []) ?? []))]
  if (deployment && told.length === 0) missing.push({ holder: deployment, key: 'activeManagementServer' })
  return { names: [...(set instanceof Unknown ? [] : (set ?? [])), ...told], missing }
}

/** Whether no server that was told of bears a name. */
function isElsewhere(estate: Estate, name: string): boolean {
  return estate.serverNames.find(name).length === 0
}

export const brokerFacts: readonly Fact[] = [
  {
    name: 'brokers',
    takes: [],
    gives: 'list(string)',
    says: 'Names of the connection brokers of the deployment.',
    of: brokers,
  },
  {
    name: 'activeServer',
    takes: [],
    gives: 'string',
    says: 'Name of the active management server.',
    of: activeServer,
  },
  {
    name: 'oneRelease',
    takes: ['list(string)'],
    gives: 'bool',
    says: 'Whether the named servers all run one release.',
    of: oneRelease,
  },
  {
    name: 'byRelease',
    takes: ['list(string)'],
    gives: 'string',
    says: 'The named servers by release as text, oldest first.',
    of: byRelease,
  },
]

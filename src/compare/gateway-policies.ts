import type { AuthorizationPolicy, Server } from '../inventory/inventory.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight, sightOf, together } from './part.ts'
import { inside, type Placed, told } from './told.ts'
import { trait } from './traits.ts'

/** Compares the authorization policies of each gateway, and the groups that each of them admits. */
export function compareGatewayPolicies(inventories: Inventories): Compared {
  const { serversBefore, serversAfter } = inventories
  const later = new Map(serversAfter.entries.map((entry) => [entry.pointer, policiesOf(entry)]))
  const compared = serversBefore.entries.map((entry) => compareServer(entry, later, inventories))
  const seen = [...later.values()].flatMap(({ policies, groups }) => [
    ...policies.parts,
    ...[...groups.values()].flatMap(({ sight }) => sight.parts),
  ])
  return both(...compared, { items: [], claimed: [], later: seen })
}

/** The policies of one server. */
interface Policies {
  readonly policies: Sight
  /** The groups of each policy, by its pointer. */
  readonly groups: ReadonlyMap<string, { readonly key: string; readonly sight: Sight }>
}

function compareServer(
  entry: Placed<Server>,
  later: ReadonlyMap<string, Policies>,
  { laterEntries }: Inventories,
): Compared {
  const own = policiesOf(entry)
  if (own.policies.parts.length === 0) return both()
  const { entries, isSeen } = laterEntries(entry.value.name)
  const found = entries.flatMap(({ pointer }) => later.get(pointer) ?? [])
  // Of a server that is not in the later inventory nobody was asked.
  const unseen = isSeen ? [] : [sightOf([], false, '/servers')]
  const policies = pair(own.policies.parts, together([...found.map(({ policies }) => policies), ...unseen]))
  const groups = [...own.groups.values()].map(({ key, sight }) => {
    const later = found.flatMap(({ policies, groups }) => {
      const same = [...groups.values()].filter((other) => other.key === key)
      return same.length > 0 ? same.map((one) => one.sight) : [{ ...policies, parts: [] }]
    })
    return pair(sight.parts, together([...later, ...unseen]))
  })
  return both(...[policies, ...groups].map((paired) => ({ ...paired, later: [] })))
}

function policiesOf({ value: server, pointer }: Placed<Server>): Policies {
  const place = `${pointer}/gateway/authorizationPolicies`
  const { entries, isWhole } = told(
    inside(server.gateway, ({ authorizationPolicies }) => authorizationPolicies),
    place,
  )
  const groups = entries.map(
    (entry) => [entry.pointer, { key: keyOf(entry.value), sight: groupsOf(entry, server) }] as const,
  )
  return {
    policies: sightOf(
      entries.map((entry) => partOf(entry, server)),
      isWhole,
      place,
    ),
    groups: new Map(groups),
  }
}

function partOf({ value, pointer }: Placed<AuthorizationPolicy>, server: Server): Part {
  const { name, kind, enabled, computerGroup, computerGroupType } = value
  return {
    kind: kind === 'connection' ? 'connectionPolicy' : 'resourcePolicy',
    name: `${server.name}/${name}`,
    pointer,
    ...named(keyOf(value)),
    traits: {
      enabled: trait(enabled),
      computerGroup: trait(computerGroup),
      computerGroupType: trait(computerGroupType),
    },
  }
}

function groupsOf({ value, pointer }: Placed<AuthorizationPolicy>, server: Server): Sight {
  const place = `${pointer}/userGroups`
  const { entries, isWhole } = told(value.userGroups, place)
  const parts = entries.map(({ value: group, pointer }): Part => {
    const name = `${server.name}/${value.name}/${group}`
    return { kind: 'policyUserGroup', name, pointer, ...named(group), traits: {} }
  })
  return sightOf(parts, isWhole, place)
}

/** A connection policy and a resource policy may bear one name. */
function keyOf({ kind, name }: AuthorizationPolicy): string {
  return `${kind} ${name}`.toLowerCase()
}

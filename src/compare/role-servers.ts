import type { Role, Server } from '../inventory/inventory.ts'
import type { ComparedKind } from '../model/comparison.ts'
import { restOf } from '../model/incomplete-list.ts'
import type { Compared, Inventories } from './inventories.ts'
import { pair } from './pair.ts'
import type { Part, Sight } from './part.ts'
import type { Side } from './server-names.ts'
import type { Placed } from './told.ts'
import type { Traits } from './traits.ts'

/** How the servers of a role are compared. */
interface Of {
  readonly kind: ComparedKind
  readonly role: Role
  /** What of a server tells of its role service, whether or not it is in the deployment; null where it has none. */
  readonly section?: 'webAccess' | 'gateway'
  /** Names in another list of an inventory, which shows holders of the role too. */
  readonly listed?: Readonly<Record<Side, readonly Placed<string>[]>>
  readonly traits?: (server: Server, side: Side) => Traits
}

/** Compares the servers that hold a role in the deployment, or have its role service beside it. */
export function compareRoleServers(inventories: Inventories, of: Of): Compared {
  const before = eachOnce(holders(inventories, of, 'before'))
  const later = holders(inventories, of, 'after')
  const paired = pair(before, sightOf(later, inventories, of))
  // What left the deployment and still stands is no news.
  const known = new Set(before.flatMap(({ keys }) => keys.map(beside)))
  const left = later.filter(({ keys }) => keys.some((key) => known.has(key)))
  return { items: paired.items, claimed: [...paired.claimed, ...left], later: eachOnce(later) }
}

function sightOf(parts: readonly Part[], { serversBefore, laterEntries }: Inventories, of: Of): Sight {
  const { role, section, listed } = of
  const deployed = new Set(
    serversBefore.entries.filter(({ value }) => isDeployed(value, role)).map(({ value }) => value.name),
  )
  const isIn = (name: string) => deployed.has(name) || listed !== undefined
  // Beside the deployment roles tell nothing of the role service.
  const isNone = (name: string, later: Server) =>
    isIn(name) ? isOut(later, role) : section !== undefined && later[section] === null
  return {
    parts,
    lacks: ({ name }) => {
      const { entries, isDoubtful } = laterEntries(name)
      // A server beside the deployment is in no list that would be whole: only its own entry shows that nothing is left.
      if (isDoubtful || (!isIn(name) && entries.length === 0)) return false
      return entries.every(({ value }) => isNone(name, value))
    },
    mayHide: ({ name }, found) => {
      const known = new Set(found.map(({ pointer }) => pointer))
      return laterEntries(name).entries.some(({ value, pointer }) => !known.has(pointer) && !isNone(name, value))
    },
    lookedFor: ({ name }) => {
      const [entry] = laterEntries(name).entries
      return entry ? `${entry.pointer}/roles` : '/servers'
    },
  }
}

function holders({ serversBefore, serversAfter, names }: Inventories, of: Of, side: Side): readonly Part[] {
  const { kind, role, section, listed, traits } = of
  const { entries } = side === 'before' ? serversBefore : serversAfter
  const partOf = ({ value: name, pointer }: Placed<string>, isAlone: boolean, traits: Traits): Part => {
    const identity = names[side](name)
    const aside = isAlone ? identity.keys.map(beside) : []
    // Before, what stood alone may be in the deployment by now; after, it is no longer there.
    const keys = side === 'after' && isAlone ? aside : [...aside, ...identity.keys]
    const place = section ? { traitsAt: `${pointer}/${section}` } : {}
    return { kind, name, pointer, ...identity, keys, traits, ...place }
  }
  return [
    ...entries.flatMap(({ value, pointer }) => {
      const holds = isDeployed(value, role)
      if (!holds && !(section && value[section])) return []
      return [partOf({ value: value.name, pointer }, !holds, traits?.(value, side) ?? {})]
    }),
    ...(listed?.[side] ?? []).map((entry) => partOf(entry, false, {})),
  ]
}

function isDeployed({ roles }: Server, role: Role): boolean {
  return roles?.includes(role) === true
}

function isOut({ roles }: Server, role: Role): boolean {
  return roles !== undefined && !restOf(roles) && !roles.includes(role)
}

/** The key of a server that has a role service beside the deployment. */
function beside(key: string): string {
  return `beside ${key}`
}

/** Of the parts that are one server only the first. */
function eachOnce(parts: readonly Part[]): readonly Part[] {
  const known = new Set<string>()
  return parts.filter(({ keys }) => {
    // The server's own key stands behind those of its successors.
    const own = keys.at(-1) ?? ''
    if (known.has(own)) return false
    known.add(own)
    return true
  })
}

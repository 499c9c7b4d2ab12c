import type { HighAvailability, Inventory } from '../inventory/inventory.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { membersTrait } from './members.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight, sightOf } from './part.ts'
import { compareRoleServers } from './role-servers.ts'
import type { ServerNames, Side } from './server-names.ts'
import { inside, told } from './told.ts'
import { type Traits, trait, whole } from './traits.ts'

/** Compares the connection brokers and what they share as a set. */
export function compareBrokers(inventories: Inventories): Compared {
  const { before, after } = inventories
  const brokers = compareRoleServers(inventories, {
    kind: 'broker',
    role: 'RDS-CONNECTION-BROKER',
    listed: { before: members(before), after: members(after) },
  })
  const later = setOf(inventories, 'after')
  return both(brokers, { ...pair(setOf(inventories, 'before').parts, later), later: later.parts })
}

const pointer = '/deployment/highAvailability'

function members({ deployment }: Inventory) {
  return told(deployment?.highAvailability?.connectionBrokers, `${pointer}/connectionBrokers`).entries
}

function setOf({ names, ...inventories }: Inventories, side: Side): Sight {
  const set = inside(inventories[side].deployment, ({ highAvailability }) => highAvailability)
  if (!set) return sightOf([], set === null, pointer)
  const part: Part = {
    kind: 'highAvailability',
    name: 'deployment',
    pointer,
    ...named('set'),
    traits: traitsOf(set, side, names),
  }
  return sightOf([part], true, pointer)
}

function traitsOf(
  { connectionBrokers, clientAccessName, database }: HighAvailability,
  side: Side,
  names: ServerNames,
): Traits {
  const { driver, server, name, authentication, filePath, secondary } = database ?? {}
  return {
    connectionBrokers: membersTrait(whole(connectionBrokers), side, names),
    clientAccessName: trait(clientAccessName),
    'database.driver': trait(driver),
    'database.server': trait(server),
    'database.name': trait(name),
    'database.authentication': trait(authentication),
    'database.filePath': trait(filePath),
    'database.secondary': trait(secondary),
  }
}

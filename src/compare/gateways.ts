import type { Inventory, Server } from '../inventory/inventory.ts'
import type { ComparedValue } from '../model/comparison.ts'
import { compareGatewayPolicies } from './gateway-policies.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight, sightOf } from './part.ts'
import { compareRoleServers, type Side } from './role-servers.ts'
import { type ServerNames, sameServer } from './server-names.ts'
import { inside } from './told.ts'
import { type Trait, trait, whole } from './traits.ts'

/** Compares how the deployment uses gateways, the gateways, and their policies. */
export function compareGateways(inventories: Inventories): Compared {
  const later = settingsOf(inventories.after)
  const gateways = compareRoleServers(inventories, {
    kind: 'gateway',
    role: 'RDS-GATEWAY',
    section: 'gateway',
    traits: (server, side) => ({ farmMembers: farm(server, side, inventories.names) }),
  })
  return both(
    { ...pair(settingsOf(inventories.before).parts, later), later: later.parts },
    gateways,
    compareGatewayPolicies(inventories),
  )
}

const pointer = '/deployment/gateway'

function settingsOf({ deployment }: Inventory): Sight {
  const settings = inside(deployment, ({ gateway }) => gateway)
  if (!settings) return sightOf([], settings === null, pointer)
  const { mode, externalFqdn, logonMethod, useCachedCredentials, bypassLocal } = settings
  const part: Part = {
    kind: 'gatewaySettings',
    name: 'deployment',
    pointer,
    ...named('settings'),
    traits: {
      mode: trait(mode),
      externalFqdn: trait(externalFqdn),
      logonMethod: trait(logonMethod),
      useCachedCredentials: trait(useCachedCredentials),
      bypassLocal: trait(bypassLocal),
    },
  }
  return sightOf([part], true, pointer)
}

/** The members of a farm: the same where each earlier one, or what takes its place, is a member later, and nobody else. */
function farm({ gateway }: Server, side: Side, names: ServerNames): Trait {
  const members = inside(gateway, ({ farmMembers }) => whole(farmMembers))
  if (!members || side === 'after') return trait(members)
  return trait(members, (later) => sameMembers(members, later, names))
}

function sameMembers(before: readonly string[], later: ComparedValue, names: ServerNames): boolean | undefined {
  if (!Array.isArray(later)) return false
  const own = before.map((name) => names.before(name))
  const others = later.map((name) => names.after(name))
  const answers = [
    ...own.map((one) => best(others.map((other) => sameServer(one, other)))),
    ...others.map((other) => best(own.map((one) => sameServer(one, other)))),
  ]
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
}

function best(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

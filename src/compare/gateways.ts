import type { Inventory, Server } from '../inventory/inventory.ts'
import { compareGatewayPolicies } from './gateway-policies.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { membersTrait } from './members.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight, sightOf } from './part.ts'
import { compareRoleServers } from './role-servers.ts'
import type { ServerNames, Side } from './server-names.ts'
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

/** The members of a farm. */
function farm({ gateway }: Server, side: Side, names: ServerNames): Trait {
  return membersTrait(
    inside(gateway, ({ farmMembers }) => whole(farmMembers)),
    side,
    names,
  )
}

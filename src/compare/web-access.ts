import type { Compared, Inventories } from './inventories.ts'
import { compareRoleServers } from './role-servers.ts'
import { inside } from './told.ts'
import { trait } from './traits.ts'

/** Compares the Web Access servers with their machine keys and whether their pages were changed. */
export function compareWebAccess(inventories: Inventories): Compared {
  return compareRoleServers(inventories, {
    kind: 'webAccess',
    role: 'RDS-WEB-ACCESS',
    section: 'webAccess',
    traits: ({ webAccess }) => ({
      machineKeyHash: trait(inside(webAccess, ({ machineKeyHash }) => machineKeyHash)),
      customized: trait(inside(webAccess, ({ customized }) => customized)),
    }),
  })
}

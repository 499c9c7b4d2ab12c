import type { AuthorizationPolicy, Role, Server } from '../../src/inventory/inventory.ts'
import { virtualMachinesOf } from './virtual-machines.ts'
import { holders, type Machine, type World } from './world.ts'

type Sections = Pick<Server, 'licenseServer' | 'gateway' | 'webAccess' | 'virtualizationHost'>

/** What the roles of a server hold; null for roles that it has not. */
export function serverSections(world: World, machine: Machine): Sections {
  const { roles, keyPacks } = machine
  const { random, isAmiss, refer } = world
  const has = (role: Role) => roles.includes(role) && !isAmiss()
  return {
    licenseServer: has('RDS-LICENSING') ? { activated: !isAmiss(), keyPacks } : null,
    gateway: has('RDS-GATEWAY')
      ? {
          farmMembers: holders(world, 'RDS-GATEWAY')
            .filter(() => !isAmiss())
            .map(refer),
          networkAccessProtection: isAmiss(),
          authorizationPolicies: policies(world),
        }
      : null,
    webAccess: has('RDS-WEB-ACCESS')
      ? {
          machineKeyHash: isAmiss() ? '2bd806c9' : '5E884898',
          customized: isAmiss(),
          upgradedBefore: random.chance(0.4),
          installedMarker: random.chance(0.7),
        }
      : null,
    virtualizationHost: has('RDS-VIRTUALIZATION')
      ? {
          liveMigrationAuthentication: isAmiss() ? 'CredSSP' : 'Kerberos',
          virtualMachines: virtualMachinesOf(world, machine),
        }
      : null,
  }
}

function policies({ random, isAmiss, domain }: World): readonly AuthorizationPolicy[] {
  const netBios = domain.slice(0, domain.indexOf('.')).toUpperCase()
  const group = (name: string) =>
    isAmiss() ? random.pick([`GW01\\${name}`, `BUILTIN\\${name}`, name, 'S-1-5-32-545']) : `${netBios}\\${name}`
  return random.some(
    [
      { name: 'RDG_CAP', kind: 'connection', enabled: true, userGroups: [group('RDS Users'), group('Admins')] },
      {
        name: 'RDG_RAP',
        kind: 'resource',
        enabled: true,
        userGroups: [group('RDS Users')],
        computerGroup: group('RDS Hosts'),
        computerGroupType: random.pick(['managed', 'securityGroup', 'any'] as const),
      },
    ],
    0.8,
  )
}

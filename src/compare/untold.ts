import type { Inventory, ProfileDisks, Server } from '../inventory/inventory.ts'
import { restOf } from '../model/incomplete-list.ts'
import { formatPointer } from '../model/pointer.ts'
import { isConfigured } from './certificates.ts'

/**
 * Gives the JSON pointers of what an earlier inventory does not tell, so that nothing there could be compared: whole
 * sections, lists, lists that are known only in part, and what would say that there is a part at all.
 */
export function untold(inventory: Inventory): readonly string[] {
  const { deployment, servers } = inventory
  const inDeployment =
    deployment === undefined
      ? ['/deployment']
      : sections(deployment, ['deployment'], ['highAvailability', 'gateway', 'licensing', 'certificates'])
  return [
    ...inDeployment,
    ...sections(deployment?.highAvailability, ['deployment', 'highAvailability'], ['connectionBrokers']),
    ...sections(deployment?.licensing, ['deployment', 'licensing'], ['mode', 'servers']),
    ...collections(deployment, 'sessionCollections', ['sessionHosts', 'remoteApps', 'userGroups', 'profileDisks']),
    ...collections(deployment, 'virtualDesktopCollections', ['virtualDesktops', 'userGroups', 'profileDisks']),
    ...(deployment?.certificates ?? []).flatMap((certificate, index) =>
      isConfigured(certificate) === undefined ? [formatPointer(['deployment', 'certificates', index, 'level'])] : [],
    ),
    ...sections(inventory, [], ['servers']),
    ...(servers ?? []).flatMap((server, index) => ofServer(server, ['servers', index])),
  ]
}

type Way = readonly (string | number)[]

function collections(holder: object | null | undefined, key: string, parts: readonly string[]): readonly string[] {
  const entries = (holder as Readonly<Record<string, readonly Holder[]>> | null | undefined)?.[key] ?? []
  return [
    ...sections(holder, ['deployment'], [key]),
    ...entries.flatMap((entry, index) => {
      const way = ['deployment', key, index]
      return [...sections(entry, way, parts), ...ofDisks(entry, [...way, 'profileDisks'])]
    }),
  ]
}

interface Holder {
  readonly profileDisks?: ProfileDisks | null
}

/** Of disks that are known to be off nothing is asked. */
function ofDisks({ profileDisks }: Holder, way: Way): readonly string[] {
  return profileDisks?.enabled === false
    ? []
    : sections(profileDisks, way, profileDisks?.enabled ? ['location'] : ['enabled'])
}

function ofServer({ roles, ...server }: Server, way: Way): readonly string[] {
  const { gateway, licenseServer } = server
  return [
    ...sections({ roles }, way, ['roles']),
    ...(roles?.includes('RDS-GATEWAY') ? sections(server, way, ['gateway']) : []),
    ...sections(gateway, [...way, 'gateway'], ['authorizationPolicies', 'farmMembers']),
    ...(gateway?.authorizationPolicies ?? []).flatMap((policy, index) =>
      sections(policy, [...way, 'gateway', 'authorizationPolicies', index], ['userGroups']),
    ),
    ...(roles?.includes('RDS-WEB-ACCESS') ? sections(server, way, ['webAccess']) : []),
    ...(roles?.includes('RDS-LICENSING') ? sections(server, way, ['licenseServer']) : []),
    ...sections(licenseServer, [...way, 'licenseServer'], ['keyPacks']),
  ]
}

/** What of a part is absent or known only in part; nothing where there is no such part. */
function sections(part: object | null | undefined, way: Way, keys: readonly string[]): readonly string[] {
  if (part === null || part === undefined) return []
  return keys
    .filter((key) => {
      const value = (part as Readonly<Record<string, unknown>>)[key]
      return value === undefined || (Array.isArray(value) && restOf(value) !== undefined)
    })
    .map((key) => formatPointer([...way, key]))
}

import type { OperatingSystem, Role, Server, StoreCertificate } from '../../src/inventory/inventory.ts'
import { buildOf, everyRole, featureOf } from './from-tables.ts'
import { serverSections } from './server-sections.ts'
import type { Machine, World } from './world.ts'

/** The entry of a machine in `servers`, with everything known. */
export function serverOf(world: World, machine: Machine): Server {
  const { random, isAmiss, domain } = world
  const { name, roles, isDeployed, sessions } = machine
  return {
    name: random.pick([name, name, name.toUpperCase(), name.toLowerCase()]),
    roles: isDeployed ? roles : [],
    installedFeatures: featuresOf(world, machine),
    operatingSystem: isAmiss() ? random.pick(oddSystems) : systemOf(world, machine),
    domain: isAmiss() ? null : domain,
    virtualMachine: roles.includes('RDS-VIRTUALIZATION') ? isAmiss() : random.chance(0.7),
    odbcDrivers: isAmiss() ? [] : ['SQL Server', world.driver],
    sessions,
    certificates: random.some(world.certificates, 0.7).map((certificate) => copyOf(world, certificate)),
    ...serverSections(world, machine),
  }
}

/** The installed features of a machine: those of its roles, and what rules ask after beside them. */
function featuresOf({ random, isAmiss, isClustered }: World, { roles }: Machine): readonly string[] {
  const has = (...some: readonly Role[]) => some.some((role) => roles.includes(role))
  return [
    'FileAndStorage-Services',
    ...roles.map(featureOf),
    ...(isAmiss() ? [featureOf(random.pick(everyRole))] : []),
    ...(isClustered && has('RDS-VIRTUALIZATION', 'RDS-CONNECTION-BROKER') ? ['Failover-Clustering'] : []),
    ...(has('RDS-GATEWAY', 'RDS-WEB-ACCESS') && random.chance(0.15) ? ['NLB'] : []),
    ...(has('RDS-GATEWAY') ? ['NPAS'] : []),
    ...(isAmiss() ? ['MultiPointServerRole'] : []),
  ]
}

// No SKU 175 (multi-session): it makes a client whatever the product type, but an absent SKU is none, so that the law of
// removed facts does not hold for it (docs/decisions/three-values.md).
const oddSystems: readonly OperatingSystem[] = [
  { version: '10.0.19045', productType: 1, sku: 4, language: 'en-US' },
  { version: '10.0.17134', productType: 3, sku: 7, installationType: 'Server Core', language: 'en-US' },
  { version: '6.3', productType: 3, sku: 7, language: 'de-DE' },
  { version: '6.2.9200', productType: 2, sku: 33, installationType: 'Server', language: 'en-GB' },
]

function systemOf({ random, isAmiss, isCore }: World, { release, roles }: Machine): OperatingSystem {
  const hasUsers = roles.some(
    (role) => role !== 'RDS-CONNECTION-BROKER' && role !== 'RDS-VIRTUALIZATION' && role !== 'RDS-LICENSING',
  )
  return {
    version: buildOf(release),
    productType: isAmiss() ? 2 : 3,
    sku: isAmiss() ? 33 : 7,
    installationType: isAmiss() || (isCore && !hasUsers) ? 'Server Core' : 'Server',
    language: isAmiss() ? 'de-DE' : random.pick(['en-US', 'EN-us']),
    caption: `Microsoft Windows Server ${release}`,
  }
}

/** The certificate as the store of one server shows it: only the private key differs from store to store. */
function copyOf({ isAmiss }: World, certificate: StoreCertificate): StoreCertificate {
  const hasPrivateKey = certificate.hasPrivateKey === true && !isAmiss()
  const privateKeyExportable = hasPrivateKey && certificate.privateKeyExportable === true && !isAmiss()
  return { ...certificate, hasPrivateKey, privateKeyExportable }
}

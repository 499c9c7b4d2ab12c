import type { OperatingSystem, Role, Server, StoreCertificate } from '../../src/inventory/inventory.ts'
import type { Release } from '../../src/model/report.ts'
import { serverSections } from './server-sections.ts'
import type { Machine, World } from './world.ts'

/** The entry of a machine in `servers`, with everything known. */
export function serverOf(world: World, machine: Machine): Server {
  const { random, isAmiss, domain } = world
  const { name, roles, isDeployed, sessions } = machine
  return {
    name: random.pick([name, name, name.toUpperCase(), name.toLowerCase()]),
    roles: isDeployed ? roles : [],
    installedFeatures: [
      'FileAndStorage-Services',
      ...roles.map((role) => features[role]),
      ...(isAmiss() ? [random.pick(Object.values(features))] : []),
    ],
    operatingSystem: isAmiss() ? random.pick(oddSystems) : systemOf(world, machine.release),
    domain: isAmiss() ? null : domain,
    virtualMachine: roles.includes('RDS-VIRTUALIZATION') ? isAmiss() : random.chance(0.7),
    odbcDrivers: isAmiss() ? [] : ['SQL Server', 'SQL Server Native Client 11.0'],
    sessions,
    certificates: random.some(world.certificates, 0.7).map((certificate) => copyOf(world, certificate)),
    ...serverSections(world, machine),
  }
}

const features: Readonly<Record<Role, string>> = {
  'RDS-RD-SERVER': 'RDS-RD-Server',
  'RDS-VIRTUALIZATION': 'RDS-Virtualization',
  'RDS-CONNECTION-BROKER': 'RDS-Connection-Broker',
  'RDS-WEB-ACCESS': 'RDS-Web-Access',
  'RDS-GATEWAY': 'RDS-Gateway',
  'RDS-LICENSING': 'RDS-Licensing',
}

const builds: Readonly<Record<Release, string>> = {
  '2008R2': '6.1.7601',
  '2012': '6.2.9200',
  '2012R2': '6.3.9600',
  '2016': '10.0.14393',
  '2019': '10.0.17763',
  '2022': '10.0.20348',
  '2025': '10.0.26100',
}

// No SKU 175 (multi-session): it makes a client whatever the product type, but an absent SKU is none, so that the law of
// removed facts does not hold for it (docs/decisions/three-values.md).
const oddSystems: readonly OperatingSystem[] = [
  { version: '10.0.19045', productType: 1, sku: 4, language: 'en-US' },
  { version: '10.0.17134', productType: 3, sku: 7, installationType: 'Server Core', language: 'en-US' },
  { version: '6.3', productType: 3, sku: 7, language: 'de-DE' },
  { version: '6.2.9200', productType: 2, sku: 33, installationType: 'Server', language: 'en-GB' },
]

function systemOf({ random, isAmiss }: World, release: Release): OperatingSystem {
  return {
    version: builds[release],
    productType: isAmiss() ? 2 : 3,
    sku: isAmiss() ? 33 : 7,
    installationType: 'Server',
    language: isAmiss() ? 'de-DE' : random.pick(['en-US', 'EN-us']),
    caption: `Microsoft Windows Server ${release}`,
  }
}

/** The certificate as the store of one server shows it: only the private key differs from store to store. */
function copyOf({ isAmiss }: World, certificate: StoreCertificate): StoreCertificate {
  const hasPrivateKey = !isAmiss()
  return { ...certificate, hasPrivateKey, privateKeyExportable: hasPrivateKey && !isAmiss() }
}

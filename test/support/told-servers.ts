import type { AuthorizationPolicy, Role, Server } from '../../src/inventory/inventory.ts'
import { oddNames, type ToldMachine, type ToldWorld } from './told-world.ts'

/** A server of a world as the collector writes it, with all that a question of the script tells. */
export function toldServer(world: ToldWorld, machine: ToldMachine, isListed: boolean): Server {
  const { random, domain } = world
  const has = (role: Role) => machine.roles.includes(role)
  return {
    name: machine.name,
    roles: machine.isDeployed ? machine.roles : [],
    installedFeatures: [
      'FileAndStorage-Services',
      ...machine.roles.map((role) => features[role]),
      ...random.some(['NLB', 'Desktop-Experience', 'NPAS'], 0.4),
    ],
    operatingSystem: {
      version: machine.version,
      productType: random.pick([2, 3]),
      sku: random.pick([7, 8, 13]),
      installationType: random.pick(['Server', 'Server Core']),
      language: random.pick(['en-US', 'de-DE', 'tr-TR', 'ja-JP']),
      caption: random.pick(['Microsoft Windows Server Standard', 'Microsoft Windows Server – Édition <Standard>']),
    },
    domain,
    virtualMachine: random.chance(0.5),
    odbcDrivers: random.some(['SQL Server', 'SQL Server Native Client 11.0', 'ODBC Driver 17 for SQL Server'], 0.5),
    certificates: random.some([0, 1, 2], 0.4).map((number) => storeCertificate(world, number)),
    ...(has('RDS-LICENSING') || isListed ? { licenseServer: licenseServer(world) } : {}),
    ...(has('RDS-GATEWAY') ? { gateway: gateway(world) } : {}),
    ...(has('RDS-WEB-ACCESS') ? { webAccess: webAccess(world) } : {}),
    ...(has('RDS-VIRTUALIZATION') ? { virtualizationHost: virtualizationHost(world) } : {}),
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

function storeCertificate({ random, seed }: ToldWorld, number: number): NonNullable<Server['certificates']>[number] {
  const hasPrivateKey = random.chance(0.7)
  return {
    // Digits only in some: such a thumbprint is no number.
    thumbprint: `${number}${String(seed).padStart(3, '0')}`.padEnd(40, random.pick(['0', '7', 'AB'])),
    subject: random.pick(['CN=rds.northwind.example', 'CN="Büro, Köln", O=<Northwind>', 'CN=*.northwind.example']),
    dnsNames: random.some(['rds.northwind.example', '*.northwind.example', 'bücher.northwind.example'], 0.5),
    notBefore: '2025-10-26T02:30:00Z',
    notAfter: random.pick(['2027-03-01T00:00:00Z', '2026-12-31T23:59:59Z']),
    hasPrivateKey,
    // Only of a key that is there can be told whether it may be exported.
    ...(hasPrivateKey ? { privateKeyExportable: random.chance(0.5) } : {}),
    enhancedKeyUsage: random.some(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.3.6.1.4.1.311.54.1.2'], 0.5),
  }
}

function licenseServer({ random }: ToldWorld): NonNullable<Server['licenseServer']> {
  return {
    activated: random.chance(0.7),
    keyPacks: Array.from({ length: random.below(4) }, (_, number) => ({
      id: number + 2,
      productVersionId: random.below(9),
      productVersion: random.pick(['Windows Server 2012', 'Windows Server 2019', 'Fenêtres <Server> 2022']),
      licenseType: random.pick(['perUser', 'perDevice', 'other'] as const),
      keyPackType: random.below(8),
      total: random.pick([0, 25, 500, 4_294_967_295]),
      issued: random.below(30),
    })),
  }
}

function gateway({ random, machines }: ToldWorld): NonNullable<Server['gateway']> {
  const gateways = machines.filter(({ roles }) => roles.includes('RDS-GATEWAY')).map(({ name }) => name)
  const policies = (kind: 'connection' | 'resource', computers: () => Partial<AuthorizationPolicy>) =>
    random.some(['All users', ...oddNames], 0.2).map((name) => ({
      name,
      kind,
      enabled: random.chance(0.8),
      userGroups: random.some(['NORTHWIND\\Staff', 'BUILTIN\\Users', 'S-1-5-32-545', 'NORTHWIND\\Büro & <Lager>'], 0.5),
      ...computers(),
    }))
  const group = () => ({ computerGroup: random.pick(['NORTHWIND\\RD Hosts', 'Büro _x0041_']) })
  return {
    farmMembers: random.some(gateways, 0.6),
    networkAccessProtection: random.chance(0.3),
    authorizationPolicies: [
      ...policies('connection', () => (random.chance(0.3) ? group() : {})),
      ...policies('resource', () =>
        random.chance(0.6) ? { ...group(), computerGroupType: 'securityGroup' } : { computerGroupType: 'any' },
      ),
    ],
  }
}

function webAccess({ random }: ToldWorld): NonNullable<Server['webAccess']> {
  return {
    // Keys that Windows generates for each machine have no hash.
    ...(random.chance(0.7) ? { machineKeyHash: random.pick(['one', 'another']) } : {}),
    upgradedBefore: random.chance(0.5),
    installedMarker: random.chance(0.5),
  }
}

function virtualizationHost({ random }: ToldWorld): NonNullable<Server['virtualizationHost']> {
  return {
    // Absent where live migration is off.
    ...(random.chance(0.8) ? { liveMigrationAuthentication: random.pick(['Kerberos', 'CredSSP'] as const) } : {}),
    virtualMachines: random.some(oddNames, 0.3).map((name) => ({
      name,
      state: random.pick(['Off', 'Saved', 'Running', 'Paused']),
      configurationVersion: random.pick(['5.0', '8.0', '10.0']),
      remoteFxAdapter: random.chance(0.3),
    })),
  }
}

import type { Deployment, Inventory, ProfileDisks, Sessions } from '../../src/inventory/inventory.ts'
import { toldServer } from './told-servers.ts'
import { deployed, oddNames, type ToldWorld, toldWorld } from './told-world.ts'

/** A deployment, or servers without one, of which the script can tell everything. */
export interface ToldEstate {
  /** Written as the collector writes it: what is absent in it, no question tells. */
  readonly inventory: Inventory
  /** Servers that no deployment names. */
  readonly others: readonly string[]
  /** Options of the script, so that it asks those too. */
  readonly options: readonly string[]
}

/** Generates an estate from a seed, always the same. No two of them share the name of a server or a share. */
export function toldEstate(seed: number): ToldEstate {
  const world = toldWorld(seed)
  const { random, machines, hasDeployment, collectedOn } = world
  const licensing = random.some(
    machines.filter(({ roles }) => roles.includes('RDS-LICENSING')).map(({ name }) => name),
    0.7,
  )
  const deployment = hasDeployment ? deploymentOf(world, licensing) : null
  const hosts = (deployment?.sessionCollections ?? []).flatMap(({ sessionHosts = [] }) => sessionHosts)
  const servers = machines.map((machine) => {
    const sessions = hosts.find(({ server }) => server === machine.name)?.sessions
    const server = toldServer(world, machine, hasDeployment && licensing.includes(machine.name))
    return { ...server, ...(sessions ? { sessions } : {}) }
  })
  const others = machines.filter(({ name, isDeployed }) => !isDeployed && name !== collectedOn).map(({ name }) => name)
  return {
    inventory: { schemaVersion: 1, collection: { collectedOn, elevated: true }, servers, deployment },
    others,
    options: [...(hasDeployment ? [] : ['-Standalone']), ...(others.length > 0 ? ['-Server', others.join(',')] : [])],
  }
}

function deploymentOf(world: ToldWorld, licenseServers: readonly string[]): Deployment {
  const { random, isNewer } = world
  const brokers = deployed(world, 'RDS-CONNECTION-BROKER').map(({ name }) => name)
  const active = random.pick(brokers)
  const isShared = random.chance(0.5)
  return {
    activeManagementServer: active,
    highAvailability:
      brokers.length === 1 && random.chance(0.5)
        ? null
        : {
            connectionBrokers: brokers,
            activeManagementServer: active,
            clientAccessName: 'rds.northwind.example',
            database: {
              driver: random.pick(['SQL Server Native Client 11.0', 'ODBC Driver 17 for SQL Server']),
              server: random.pick(['NWSQL01.northwind.example', 'NWSQL01\\RDS']),
              name: random.pick(['RDCB', 'RD Büro']),
              authentication: random.pick(['windows', 'sql'] as const),
              filePath: isShared ? null : 'D:\\SQLData\\RDCB.mdf',
              // The older modules know no second one.
              secondary: isNewer && isShared && random.chance(0.5),
            },
          },
    sessionCollections: sessionCollections(world),
    virtualDesktopCollections: virtualDesktopCollections(world),
    gateway: random.pick([
      { mode: 'Automatic' as const },
      { mode: 'DoNotUse' as const },
      {
        mode: 'Custom' as const,
        externalFqdn: 'remote.northwind.example',
        logonMethod: random.pick(['Password', 'Smartcard', 'AllowUserToSelectDuringConnection'] as const),
        useCachedCredentials: random.chance(0.5),
        bypassLocal: random.chance(0.5),
      },
    ]),
    licensing: { mode: random.pick(['PerUser', 'PerDevice', 'NotConfigured'] as const), servers: licenseServers },
    certificates: certificates(world),
  }
}

function sessionCollections(world: ToldWorld): NonNullable<Deployment['sessionCollections']> {
  const { random, isNewer, seed } = world
  const names = random.some(["Lab's", 'Sales', ...oddNames], 0.3)
  const homes = deployed(world, 'RDS-RD-SERVER').map(({ name }) => ({ name, home: random.pick([...names, '']) }))
  return names.map((name, index) => ({
    name,
    alias: `C${index}`,
    ...(isNewer ? { type: random.pick(['PooledUnmanaged', 'PersonalUnmanaged']) } : {}),
    sessionHosts: homes
      .filter(({ home }) => home === name)
      .map(({ name: server }) => ({
        server,
        newConnectionAllowed: random.pick(['Yes', 'NotUntilReboot', 'No'] as const),
        sessions: { active: random.below(4), disconnected: random.below(3) } satisfies Sessions,
      })),
    profileDisks: profileDisks(world, `\\\\NW${seed}FS01\\upd$\\büro ${index}`),
    remoteApps: random.some(oddNames, 0.2).map((alias) => ({
      alias,
      displayName: random.pick(['Word', 'Büro & <Lager>']),
      path: random.pick(['C:\\Office\\winword.exe', 'C:\\_x0041_\\Größe.exe']),
    })),
    userGroups: random.some(['NORTHWIND\\Staff', 'NORTHWIND\\Büro & <Lager>', 'NORTHWIND\\Lab _x0041_'], 0.6),
  }))
}

function virtualDesktopCollections(world: ToldWorld): NonNullable<Deployment['virtualDesktopCollections']> {
  const { random, seed } = world
  const hosts = deployed(world, 'RDS-VIRTUALIZATION')
  if (hosts.length === 0) return []
  return random.some(["Developers' pool", 'Pool', 'Schüler <1>'], 0.6).map((name, index) => ({
    name,
    type: random.pick(['PooledManaged', 'PooledUnmanaged', 'PersonalManaged', 'PersonalUnmanaged']),
    virtualDesktops: random.some(oddNames, 0.3).map((desktop) => ({
      name: desktop,
      host: random.pick(hosts).name,
      state: random.pick(['RUNNING', 'STOPPED', 'SAVED', 'RESUMING', 'UNKNOWN']),
    })),
    profileDisks: profileDisks(world, `\\\\NW${seed}FS02\\vdi\\${index}`),
    userGroups: random.some(['NORTHWIND\\Staff', 'NORTHWIND\\Büro & <Lager>'], 0.6),
  }))
}

function profileDisks({ random }: ToldWorld, location: string): ProfileDisks {
  if (random.chance(0.3)) return { enabled: false }
  const maxSizeGB = 1 + random.below(40)
  // A disk of each host cannot be listed from one place.
  if (random.chance(0.2)) return { enabled: true, location: 'D:\\UPD', maxSizeGB }
  return { enabled: true, location, maxSizeGB, templatePresent: random.chance(0.7), diskCount: random.below(5) }
}

function certificates({ random }: ToldWorld): NonNullable<Deployment['certificates']> {
  return (['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const).map((role) =>
    random.chance(0.3)
      ? { role, level: 'NotConfigured', subjectAlternateNames: [] }
      : {
          role,
          level: random.pick(['Trusted', 'Untrusted', 'Unknown'] as const),
          thumbprint: random.pick(['00E1234567890123456789012345678901234567', 'AB'.repeat(20)]),
          subject: 'CN=rds.northwind.example',
          subjectAlternateNames: random.some(['rds.northwind.example', 'bücher.northwind.example'], 0.6),
          issuedTo: 'rds.northwind.example',
          issuedBy: random.pick(['CN=Northwind CA', 'Prüfstelle <1>']),
          // Days that read two ways, and hours before and after noon.
          expiresOn: random.pick(['2027-03-04T00:00:00Z', '2026-12-31T23:59:59Z', '2027-01-02T01:30:00Z']),
        },
  )
}

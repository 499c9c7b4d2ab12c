import type { Inventory, Server } from '../../src/inventory/inventory.ts'
import { toldEstate } from './told-estate.ts'

/** A source that can fail, and what it is asked about: the first part of that name, without the domain. */
export interface Failing {
  readonly name: string
  readonly about?: string
  /** The name that the host knows it by, where that is another one. */
  readonly command?: string
  /** Whether "nothing there" is an answer. */
  readonly optional?: boolean
}

/** The estate, the servers that no deployment names, and every source of facts about it. */
export interface RichEstate {
  readonly inventory: Inventory
  readonly others: readonly string[]
  readonly sources: readonly Failing[]
}

/** A generated estate that has something for every source to tell; the first one from here on is small. */
export function richEstate(): RichEstate {
  for (let seed = 28_740; seed < 100_000; seed++) {
    const { inventory, others } = toldEstate(seed)
    const sources = sourcesOf(inventory)
    if (sources) return { inventory, others, sources }
  }
  throw new Error('no generated estate has everything')
}

function sourcesOf({ servers = [], deployment, collection }: Inventory): readonly Failing[] | undefined {
  const { sessionCollections = [], virtualDesktopCollections = [], highAvailability } = deployment ?? {}
  const broker = collection?.collectedOn
  if (!deployment || !highAvailability || deployment.activeManagementServer !== broker) return undefined
  if ([...sessionCollections, ...virtualDesktopCollections].some(({ name }) => name.includes("'"))) return undefined
  const sales = sessionCollections.find(
    ({ sessionHosts, profileDisks, remoteApps, userGroups }) =>
      sessionHosts?.some(({ sessions }) => (sessions?.active ?? 0) > 0) &&
      profileDisks?.templatePresent &&
      (remoteApps?.length ?? 0) > 0 &&
      (userGroups?.length ?? 0) > 0,
  )?.name
  const pool = virtualDesktopCollections.find(({ virtualDesktops = [] }) => virtualDesktops.length > 0)?.name
  const deployed = servers.filter(({ roles = [] }) => roles.length > 0)
  const licence = deployed.find(({ licenseServer }) => (licenseServer?.keyPacks?.length ?? 0) > 0)?.name
  const kinds = (server: Server) => new Set(server.gateway?.authorizationPolicies?.map(({ kind }) => kind)).size
  const gateway = deployed.find((one) => kinds(one) === 2 && (one.gateway?.farmMembers?.length ?? 0) > 0)?.name
  const web = deployed.find(({ webAccess }) => webAccess?.machineKeyHash)?.name
  const desktops = deployed.find(
    ({ virtualizationHost: host }) =>
      host?.liveMigrationAuthentication && new Set(host.virtualMachines?.map((one) => one.remoteFxAdapter)).size === 2,
  )?.name
  const store = deployed.find(({ certificates = [] }) => certificates.length > 0)?.name
  const drivers = deployed.find(({ odbcDrivers = [] }) => odbcDrivers.length > 0)?.name
  if (!broker || !sales || !pool || !licence || !gateway || !web || !desktops || !store || !drivers) return undefined
  return [
    { name: 'Win32_RDMSEnvironment', about: broker },
    { name: 'Get-RDConnectionBrokerHighAvailability', optional: true },
    { name: 'Get-RDDeploymentGatewayConfiguration' },
    { name: 'Get-RDLicenseConfiguration' },
    { name: 'Get-RDCertificate' },
    { name: 'Get-RDSessionHost', about: sales, optional: true },
    { name: 'Get-RDSessionCollectionConfiguration', about: sales },
    { name: 'Get-RDRemoteApp', about: sales, optional: true },
    { name: 'Get-RDUserSession', about: sales, optional: true },
    { name: 'Get-RDVirtualDesktop', about: pool, optional: true },
    { name: 'Win32_OperatingSystem', about: gateway },
    { name: 'Win32_ComputerSystem', about: web },
    { name: 'Registry', about: web, command: 'StdRegProv' },
    { name: 'Get-WindowsFeature', about: desktops },
    { name: 'Get-OdbcDriver', about: drivers, optional: true },
    { name: 'Cert:\\LocalMachine\\My', about: store, command: 'Cert:', optional: true },
    { name: 'Win32_TSLicenseServer', about: licence },
    { name: 'Win32_TSLicenseKeyPack', about: licence, optional: true },
    { name: 'Win32_TSGatewayServerSettings', about: gateway },
    { name: 'Win32_TSGatewayLoadBalancer', about: gateway, optional: true },
    { name: 'Win32_TSGatewayConnectionAuthorizationPolicy', about: gateway, optional: true },
    { name: 'Win32_TSGatewayResourceAuthorizationPolicy', about: gateway, optional: true },
    { name: 'Get-VMHost', about: desktops },
    { name: 'Get-VM', about: desktops, optional: true },
    { name: 'Get-VMRemoteFx3dVideoAdapter', about: desktops, optional: true },
    // The host cannot fail one share of a server.
    { name: 'Share' },
  ]
}

/** The same with other names of servers: the host keeps the files of servers and shares from one estate to the next. */
export function renamed(rich: RichEstate, number: number): RichEstate {
  const own = rich.inventory.collection?.collectedOn?.match(/^NW\d+/)?.[0] ?? ''
  return JSON.parse(JSON.stringify(rich).replaceAll(own, `${own}R${number}`))
}

import type { Deployment, Inventory, Server } from '../../src/inventory/inventory.ts'

/** What became of a question about a server or a collection: an answer, "nothing there", or, undefined, no answer. */
export type Asked = (source: string, about?: string) => 'ok' | 'empty' | undefined

/**
 * The facts of an estate that are known when only some questions have an answer: the table of which source tells what, as
 * the contract of inventories has it.
 */
export function knownFacts(
  { collection, servers = [], deployment }: Inventory,
  asked: Asked,
  others: readonly string[],
) {
  const known = deployment && section(deploymentOf(deployment, asked, collection?.collectedOn ?? ''))
  const told = asked('Get-RDServer') === 'ok' ? servers.filter(({ roles = [] }) => roles.length > 0) : []
  const named = new Set([
    ...told.map(({ name }) => name),
    ...(told.length === 0 ? [deployment?.activeManagementServer ?? collection?.collectedOn] : []),
    ...(known?.highAvailability?.connectionBrokers ?? []),
    ...(known?.licensing?.servers ?? []),
    ...(known?.sessionCollections ?? []).flatMap(({ sessionHosts = [] }) => sessionHosts.map(({ server }) => server)),
    ...(known?.virtualDesktopCollections ?? []).flatMap(({ virtualDesktops = [] }) =>
      virtualDesktops.map(({ host }) => host),
    ),
    ...others,
  ])
  const sessions = (known?.sessionCollections ?? []).flatMap(({ sessionHosts = [] }) => sessionHosts)
  return {
    servers: servers
      .filter(({ name }) => named.has(name))
      .map((server) => ({
        ...serverOf(server, asked),
        // Who is not in the whole list of servers is not in the deployment.
        ...present({
          roles: deployment === null || told.length > 0 ? server.roles : undefined,
          sessions: sessions.find((host) => host.server === server.name)?.sessions,
        }),
      })),
    deployment: known,
  }
}

function deploymentOf(deployment: Deployment, asked: Asked, collectedOn: string): Deployment {
  const told = teller(asked)
  return present({
    activeManagementServer: told('Win32_RDMSEnvironment', collectedOn, deployment.activeManagementServer),
    highAvailability: told('Get-RDConnectionBrokerHighAvailability', undefined, deployment.highAvailability, null),
    sessionCollections: told('Get-RDSessionCollection', undefined, deployment.sessionCollections, [])?.map((one) =>
      present({
        name: one.name,
        alias: one.alias,
        type: one.type,
        sessionHosts: told('Get-RDSessionHost', one.name, one.sessionHosts, [])?.map(({ sessions, ...host }) => ({
          ...host,
          ...present({ sessions: told('Get-RDUserSession', one.name, sessions, { active: 0, disconnected: 0 }) }),
        })),
        profileDisks: disksOf(one, 'Get-RDSessionCollectionConfiguration', asked),
        remoteApps: told('Get-RDRemoteApp', one.name, one.remoteApps, []),
        userGroups: told('Get-RDSessionCollectionConfiguration', one.name, one.userGroups),
      }),
    ),
    virtualDesktopCollections: told(
      'Get-RDVirtualDesktopCollection',
      undefined,
      deployment.virtualDesktopCollections,
      [],
    )?.map((one) =>
      present({
        name: one.name,
        type: one.type,
        virtualDesktops: told('Get-RDVirtualDesktop', one.name, one.virtualDesktops, []),
        profileDisks: disksOf(one, 'Get-RDVirtualDesktopCollectionConfiguration', asked),
        userGroups: told('Get-RDVirtualDesktopCollectionConfiguration', one.name, one.userGroups),
      }),
    ),
    gateway: told('Get-RDDeploymentGatewayConfiguration', undefined, deployment.gateway),
    licensing: told('Get-RDLicenseConfiguration', undefined, deployment.licensing),
    certificates: told('Get-RDCertificate', undefined, deployment.certificates),
  })
}

function disksOf({ name, profileDisks }: Collection, source: string, asked: Asked) {
  if (!profileDisks) return undefined
  const { templatePresent, diskCount, ...disks } = profileDisks
  const told = teller(asked)
  return told(source, name, {
    ...disks,
    ...present({ templatePresent: told('Share', name, templatePresent), diskCount: told('Share', name, diskCount) }),
  })
}

type Collection = Pick<NonNullable<Deployment['virtualDesktopCollections']>[number], 'name' | 'profileDisks'>

function serverOf(server: Server, asked: Asked): Server {
  const { name, operatingSystem, licenseServer, gateway, webAccess, virtualizationHost } = server
  const told = <T>(source: string, value: T | undefined, none?: T) => teller(asked)(source, name, value, none)
  const { installationType, ...system } = operatingSystem ?? {}
  const policies = (['connection', 'resource'] as const).map((kind) =>
    told(
      `Win32_TSGateway${kind === 'connection' ? 'Connection' : 'Resource'}AuthorizationPolicy`,
      gateway?.authorizationPolicies?.filter((policy) => policy.kind === kind),
      [],
    ),
  )
  return present({
    name,
    installedFeatures: told('Get-WindowsFeature', server.installedFeatures, []),
    operatingSystem: section({
      ...told('Win32_OperatingSystem', system),
      installationType: told('Registry', installationType),
    }),
    domain: told('Win32_ComputerSystem', server.domain),
    virtualMachine: told('Win32_ComputerSystem', server.virtualMachine),
    odbcDrivers: told('Get-OdbcDriver', server.odbcDrivers, []),
    certificates: told('Cert:\\LocalMachine\\My', server.certificates, []),
    licenseServer: section({
      activated: told('Win32_TSLicenseServer', licenseServer?.activated),
      keyPacks: told('Win32_TSLicenseKeyPack', licenseServer?.keyPacks, []),
    }),
    gateway:
      section({
        networkAccessProtection: told('Win32_TSGatewayServerSettings', gateway?.networkAccessProtection),
        farmMembers: told('Win32_TSGatewayLoadBalancer', gateway?.farmMembers, []),
        authorizationPolicies: inPart(policies),
      }) ?? (policies.some((part) => part !== undefined) ? {} : undefined),
    webAccess: section({
      upgradedBefore: told('Registry', webAccess?.upgradedBefore),
      installedMarker: told('Registry', webAccess?.installedMarker),
      machineKeyHash: told('web.config', webAccess?.machineKeyHash),
    }),
    virtualizationHost: section({
      liveMigrationAuthentication: told('Get-VMHost', virtualizationHost?.liveMigrationAuthentication),
      virtualMachines: machinesOf(virtualizationHost, asked, name),
    }),
  })
}

// Get-VM tells the machines, Get-VMRemoteFx3dVideoAdapter which of them have an adapter: alone it names those.
function machinesOf(host: Server['virtualizationHost'], asked: Asked, server: string) {
  const told = teller(asked)
  const adapters = host?.virtualMachines?.filter(({ remoteFxAdapter }) => remoteFxAdapter)
  const withAdapter = told('Get-VMRemoteFx3dVideoAdapter', server, adapters, [])
  const named = withAdapter?.map(({ name }) => ({ name, remoteFxAdapter: true }))
  const machines = told('Get-VM', server, host?.virtualMachines, [])
  if (!machines || (machines.length === 0 && named)) return named && named.length > 0 ? named : machines
  return machines.map(({ remoteFxAdapter: _, ...machine }) => ({
    ...machine,
    ...(withAdapter ? { remoteFxAdapter: withAdapter.some(({ name }) => name === machine.name) } : {}),
  }))
}

/** A list of which each source tells a part: what is known of it, or nothing where that is nothing and a part is missing. */
function inPart<T>(parts: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  const known = parts.flatMap((part) => part ?? [])
  return known.length > 0 || parts.every((part) => part !== undefined) ? known : undefined
}

function teller(asked: Asked) {
  return <T>(source: string, about: string | undefined, value: T | undefined, none?: T): T | undefined => {
    const answer = asked(source, about)
    return answer === undefined || value === undefined ? undefined : answer === 'empty' ? none : value
  }
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function present<T extends object>(properties: T): Present<T> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Present<T>
}

function section<T extends object>(properties: T): Present<T> | undefined {
  const known = present(properties)
  return Object.keys(known).length > 0 ? known : undefined
}

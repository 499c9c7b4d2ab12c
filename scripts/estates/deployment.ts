import type { Deployment, HighAvailability, RoleCertificate } from '../../src/inventory/inventory.ts'
import { sessionCollections, virtualDesktopCollections } from './collections.ts'
import { holders, type World } from './world.ts'

/** The deployment of a world, with everything known; null where only standalone servers exist. */
export function deploymentOf(world: World): Deployment | null {
  const { random, isAmiss, refer, domain } = world
  if (!world.hasDeployment) return null
  const brokers = holders(world, 'RDS-CONNECTION-BROKER').filter(({ isDeployed }) => isDeployed)
  const [active] = brokers
  const activeName = active ? refer(active) : `CB99.${domain}`
  return {
    activeManagementServer: activeName,
    highAvailability: highAvailabilityOf(world, activeName),
    sessionCollections: sessionCollections(world),
    virtualDesktopCollections: virtualDesktopCollections(world),
    gateway: isAmiss()
      ? random.pick([null, { mode: 'DoNotUse' }])
      : { mode: 'Custom', externalFqdn: `gateway.${domain}`, logonMethod: 'Password', bypassLocal: true },
    licensing: isAmiss()
      ? random.pick([null, { mode: 'NotConfigured', servers: [] }])
      : {
          mode: isAmiss() ? 'PerDevice' : 'PerUser',
          servers: holders(world, 'RDS-LICENSING')
            .filter(({ isDeployed }) => isDeployed && !isAmiss())
            .map(refer),
        },
    certificates: certificatesOf(world),
  }
}

function highAvailabilityOf(world: World, active: string): HighAvailability | null {
  const { random, isAmiss, refer, domain } = world
  if (random.chance(world.method === 'migrate' ? 0.1 : 0.4)) return null
  const brokers = holders(world, 'RDS-CONNECTION-BROKER').filter(({ isDeployed }) => isDeployed && !isAmiss())
  return {
    connectionBrokers: brokers.map(refer),
    activeManagementServer: active,
    clientAccessName: `rds.${domain}`,
    database: {
      driver: world.driver,
      server: 'SQL01',
      name: 'RDCB',
      authentication: isAmiss() ? 'sql' : 'windows',
      filePath: random.pick([null, 'C:\\RDCB\\rdcb.mdf']),
      secondary: isAmiss(),
    },
  }
}

function certificatesOf(world: World): readonly RoleCertificate[] {
  const { random, isAmiss, certificates } = world
  const roles = ['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const
  return random.some(roles, isAmiss() ? 0.5 : 1).map((role): RoleCertificate => {
    if (isAmiss()) return { role, level: random.pick(['NotConfigured', 'Unknown'] as const) }
    const { thumbprint, subject = '', dnsNames = [], notAfter = '' } = random.pick(certificates)
    return {
      role,
      level: isAmiss() ? 'Untrusted' : 'Trusted',
      thumbprint: random.pick([thumbprint, thumbprint.toLowerCase()]),
      subject,
      subjectAlternateNames: dnsNames,
      issuedTo: subject.slice(3),
      issuedBy: 'Contoso Issuing CA',
      expiresOn: notAfter,
    }
  })
}

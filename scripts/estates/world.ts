import type { Role, StoreCertificate } from '../../src/inventory/inventory.ts'
import { type Journey, journeyOf } from './journey.ts'
import { type Machine, machinesOf } from './machines.ts'
import { type Random, randomOf } from './random.ts'
import type { Desktop } from './virtual-machines.ts'

export type { Machine } from './machines.ts'

/** What stands behind a generated inventory: the machines, where they move, and how tidy and how well known the estate is. */
export interface World extends Journey {
  readonly random: Random
  readonly domain: string
  /** Without one all machines stand alone, and none of them holds a role in it. */
  readonly hasDeployment: boolean
  readonly machines: readonly Machine[]
  readonly desktops: readonly Desktop[]
  readonly certificates: readonly StoreCertificate[]
  /** The driver by which the brokers reach their database. */
  readonly driver: string
  /** Whether hosts and brokers are nodes of failover clusters. */
  readonly isClustered: boolean
  /** Whether servers without users on them run without a desktop. */
  readonly isCore: boolean
  /** Whether something is as it should not be: often in some estates, never in others. */
  readonly isAmiss: () => boolean
  /** A name of a machine as somebody wrote it: full or, where that tells it apart, short, in any case. */
  readonly refer: (machine: Machine) => string
}

/** The machines that hold a role. */
export function holders({ machines }: Pick<World, 'machines'>, role: Role): readonly Machine[] {
  return machines.filter(({ roles }) => roles.includes(role))
}

/** Makes the world of a seed; `size` is about how many session hosts there are. */
export function worldOf(seed: number, size: number): World {
  const random = randomOf(seed)
  const domain = random.pick(['contoso.example', 'northwind.example', 'fabrikam.example'])
  const amiss = random.pick([0, 0.02, 0.05, 0.15, 0.4])
  const isAmiss = () => random.chance(amiss)
  const hasDeployment = !isAmiss() || random.chance(0.7)
  const journey = journeyOf(seed, random, isAmiss)
  const machines = machinesOf({ random, isAmiss, domain, journey, hasDeployment }, size)
  const shorts = machines.map(({ name }) => shortName(name))
  return {
    ...journey,
    random,
    domain,
    hasDeployment,
    machines,
    desktops: desktopsOf(machines, random),
    certificates: [0, 1, 2].map((number) => certificateOf(number, random, domain, isAmiss)),
    driver: random.pick(journey.target < '2019' || isAmiss() ? drivers.old : drivers.current),
    isClustered: random.chance(0.15),
    isCore: random.chance(0.15),
    isAmiss,
    refer: ({ name }) => {
      const isUnique = shorts.filter((short) => short === shortName(name)).length === 1
      const written = random.chance(0.3) && (isUnique || isAmiss()) ? shortName(name) : name
      return random.pick([written, written, written.toLowerCase()])
    },
  }
}

const drivers = {
  old: [
    'SQL Server Native Client 11.0',
    'SQL Server Native Client 11.0',
    'SQL Server',
    'ODBC Driver 13 for SQL Server',
  ],
  current: ['ODBC Driver 17 for SQL Server', 'ODBC Driver 18 for SQL Server'],
}

function shortName(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function desktopsOf(machines: readonly Machine[], random: Random): readonly Desktop[] {
  const hosts = holders({ machines }, 'RDS-VIRTUALIZATION').filter(({ isDeployed }) => isDeployed)
  if (hosts.length === 0) return []
  return random.some(['Developers', 'Trainees'], 0.6).flatMap((collection) =>
    Array.from({ length: random.below(5) }, (_, number) => ({
      collection,
      name: `${collection}-${number}`,
      host: random.pick(hosts),
      state: random.pick(['RUNNING', 'STOPPED', 'SAVED']),
    })),
  )
}

function certificateOf(number: number, random: Random, domain: string, isAmiss: () => boolean): StoreCertificate {
  const names = random.pick([[`rds.${domain}`], [`*.${domain}`], [`rds.${domain}`, `gateway.${domain}`], []])
  return {
    thumbprint: `${number}7C1E0B2D3A4958671F0E1D2C3B4A596877869${number}A`,
    subject: `CN=rds.${isAmiss() ? 'fabrikam.example' : domain}`,
    dnsNames: names,
    notBefore: '2025-01-10T00:00:00Z',
    notAfter: isAmiss() ? random.pick(['2026-06-01T00:00:00Z', '2026-12-20T12:00:00Z']) : '2028-01-10T00:00:00Z',
    hasPrivateKey: !isAmiss(),
    privateKeyExportable: !isAmiss(),
    enhancedKeyUsage: isAmiss() ? ['1.3.6.1.5.5.7.3.2'] : random.pick([['1.3.6.1.5.5.7.3.1'], []]),
  }
}

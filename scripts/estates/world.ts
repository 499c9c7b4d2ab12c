import type { KeyPack, Role, Sessions, StoreCertificate } from '../../src/inventory/inventory.ts'
import type { Method, Phase, Release } from '../../src/model/report.ts'
import { keyPacksOf } from './key-packs.ts'
import { type Random, randomOf } from './random.ts'

/** What stands behind a generated inventory: the machines, and how tidy and how well known the estate is. */
export interface World {
  readonly random: Random
  readonly domain: string
  readonly phase: Phase
  readonly method: Method
  /** Without one all machines stand alone, and none of them holds a role in it. */
  readonly hasDeployment: boolean
  readonly machines: readonly Machine[]
  readonly certificates: readonly StoreCertificate[]
  /** Whether something is as it should not be: often in some estates, never in others. */
  readonly isAmiss: () => boolean
  /** A name of a machine as somebody wrote it: full or, where that tells it apart, short, in any case. */
  readonly refer: (machine: Machine) => string
}

/** A machine of the estate. */
export interface Machine {
  readonly name: string
  readonly roles: readonly Role[]
  readonly release: Release
  /** Whether it holds its roles in the deployment, or has them installed only. */
  readonly isDeployed: boolean
  readonly sessions: Sessions
  readonly keyPacks: readonly KeyPack[]
  /** The machine whose place this one takes. */
  readonly replaces?: Machine
}

/** The machines that hold a role. */
export function holders({ machines }: World, role: Role): readonly Machine[] {
  return machines.filter(({ roles }) => roles.includes(role))
}

/** Makes the world of a seed; `size` is about how many session hosts there are. */
export function worldOf(seed: number, size: number): World {
  const random = randomOf(seed)
  const domain = random.pick(['contoso.example', 'northwind.example', 'fabrikam.example'])
  const amiss = random.pick([0, 0.02, 0.05, 0.15, 0.4])
  const isAmiss = () => random.chance(amiss)
  const hasDeployment = !isAmiss() || random.chance(0.7)
  const phase = random.pick(['before', 'during', 'after'] as const)
  const method = random.chance(0.75) ? 'migrate' : 'in-place'
  const old = phase === 'after' && !isAmiss() ? '2012R2' : '2012'
  const machines: Machine[] = []
  const add = (prefix: string, count: number, role: Role, release: Release) => {
    for (let number = 1; number <= count; number++) {
      const roles = isAmiss() ? [role, random.pick(allRoles)] : [role]
      const machine = {
        name: `${prefix}${String(number).padStart(2, '0')}.${isAmiss() ? 'corp.' : ''}${domain}`,
        roles: [...new Set(roles)],
        release: isAmiss() ? random.pick(anyRelease) : release,
        isDeployed: hasDeployment && !isAmiss(),
        sessions: isAmiss()
          ? { active: random.below(20), disconnected: random.below(5) }
          : { active: 0, disconnected: 0 },
        keyPacks: keyPacksOf(random, isAmiss),
      }
      machines.push(machine)
      if (method === 'in-place' || random.chance(0.7)) continue
      machines.push({
        ...machine,
        name: `${prefix}${10 + number}.${domain}`,
        release: isAmiss() ? '2016' : '2012R2',
        isDeployed: hasDeployment && (phase === 'before' ? isAmiss() : !isAmiss()),
        keyPacks: isAmiss() ? machine.keyPacks : phase === 'before' ? [] : keyPacksOf(random, isAmiss),
        replaces: machine,
      })
    }
  }
  const few = (most: number) => random.below(most + 1)
  add('CB', 1 + (random.chance(0.3) ? few(3) : 0), 'RDS-CONNECTION-BROKER', random.pick([old, '2012R2']))
  add('SH', 1 + few(size), 'RDS-RD-SERVER', old)
  add('VH', random.chance(0.5) ? few(2) : 0, 'RDS-VIRTUALIZATION', old)
  add('WA', few(2), 'RDS-WEB-ACCESS', old)
  add('GW', few(2), 'RDS-GATEWAY', random.pick([old, '2016']))
  add('LS', few(2), 'RDS-LICENSING', random.pick([old, '2012R2', '2016']))
  const shorts = machines.map(({ name }) => shortName(name))
  return {
    random,
    domain,
    phase,
    method,
    hasDeployment,
    machines,
    certificates: [0, 1, 2].map((number) => certificateOf(number, random, domain, isAmiss)),
    isAmiss,
    refer: ({ name }) => {
      const isUnique = shorts.filter((short) => short === shortName(name)).length === 1
      const written = random.chance(0.3) && (isUnique || isAmiss()) ? shortName(name) : name
      return random.pick([written, written, written.toLowerCase()])
    },
  }
}

const allRoles: readonly Role[] = [
  'RDS-RD-SERVER',
  'RDS-VIRTUALIZATION',
  'RDS-CONNECTION-BROKER',
  'RDS-WEB-ACCESS',
  'RDS-GATEWAY',
  'RDS-LICENSING',
]
const anyRelease: readonly Release[] = ['2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025']

function shortName(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function certificateOf(number: number, random: Random, domain: string, isAmiss: () => boolean): StoreCertificate {
  const names = random.pick([[`rds.${domain}`], [`*.${domain}`], [`rds.${domain}`, `gateway.${domain}`], []])
  return {
    thumbprint: `${number}7C1E0B2D3A4958671F0E1D2C3B4A596877869${number}A`,
    subject: `CN=rds.${isAmiss() ? 'fabrikam.example' : domain}`,
    dnsNames: names,
    notBefore: '2025-01-10T00:00:00Z',
    notAfter: isAmiss() ? random.pick(['2026-06-01T00:00:00Z', '2026-12-20T12:00:00Z']) : '2028-01-10T00:00:00Z',
    hasPrivateKey: true,
    privateKeyExportable: true,
    enhancedKeyUsage: isAmiss() ? ['1.3.6.1.5.5.7.3.2'] : random.pick([['1.3.6.1.5.5.7.3.1'], []]),
  }
}

import { type Random, randomOf } from '../../scripts/estates/random.ts'
import type { Role } from '../../src/inventory/inventory.ts'

/** What stands behind an estate that the script can tell whole. */
export interface ToldWorld {
  readonly random: Random
  readonly seed: number
  /** Whether the module on the machine that the script runs on is that of Windows Server 2016 or later. */
  readonly isNewer: boolean
  /** Null in a workgroup. */
  readonly domain: string | null
  readonly hasDeployment: boolean
  readonly machines: readonly ToldMachine[]
  readonly collectedOn: string
}

/** One server of it. */
export interface ToldMachine {
  readonly name: string
  readonly version: string
  /** The roles that are installed. */
  readonly roles: readonly Role[]
  /** Whether it holds them in the deployment. */
  readonly isDeployed: boolean
}

/** Draws servers: with every role or without, roles together or apart, in a deployment, beside it, or without one. */
export function toldWorld(seed: number): ToldWorld {
  const random = randomOf(seed)
  const hasDeployment = random.chance(0.85)
  const domain =
    hasDeployment || random.chance(0.5) ? random.pick(['northwind.example', 'corp.fabrikam.example']) : null
  const release = random.pick(versions.slice(1))
  const machines: ToldMachine[] = []
  const add = (prefix: string, count: number, roles: readonly Role[], isDeployed = hasDeployment) => {
    for (let number = 1; number <= count; number++) {
      // The seed is in the name: the host keeps the files of a server for as long as it runs.
      const name = `NW${seed}${prefix}${number}${domain === null ? '' : `.${domain}`}`
      const version = prefix === 'CB' || random.chance(0.7) ? release : random.pick(versions)
      machines.push({ name, version, roles, isDeployed })
    }
  }
  const few = (least: number, most: number) => least + random.below(most - least + 1)
  const together = random.chance(0.3)
  add('CB', few(1, 3), together ? ['RDS-CONNECTION-BROKER', 'RDS-LICENSING'] : ['RDS-CONNECTION-BROKER'])
  add('SH', few(0, 4), ['RDS-RD-SERVER'])
  add('VH', few(0, 2), ['RDS-VIRTUALIZATION'])
  if (random.chance(0.4)) add('WG', few(1, 2), ['RDS-WEB-ACCESS', 'RDS-GATEWAY'])
  else {
    add('WA', few(0, 2), ['RDS-WEB-ACCESS'])
    add('GW', few(0, 2), ['RDS-GATEWAY'])
  }
  if (!together) add('LS', few(0, 3), ['RDS-LICENSING'])
  // Successors that are built and not in the deployment yet.
  add(
    'NEW',
    few(0, 2),
    random.pick([[], ['RDS-RD-SERVER'], ['RDS-GATEWAY'], ['RDS-WEB-ACCESS'], ['RDS-LICENSING']]),
    false,
  )
  const brokers = machines.filter(({ roles }) => roles.includes('RDS-CONNECTION-BROKER'))
  return {
    random,
    seed,
    isNewer: release.startsWith('10.'),
    domain,
    hasDeployment,
    machines,
    // Any broker of a set can be asked which one is active.
    collectedOn: random.pick(brokers).name,
  }
}

/** The machines that hold a role in the deployment. */
export function deployed({ machines }: ToldWorld, role: Role): readonly ToldMachine[] {
  return machines.filter(({ roles, isDeployed }) => isDeployed && roles.includes(role))
}

/** Names that Windows and the cmdlets allow and that something on the way might stumble over. */
export const oddNames = [
  'Büro Köln',
  'Lab _x0041_',
  'Sales & <co>',
  '..\\Design',
  'Bénéfices 😀',
  '会計',
  '"Quoted"; then',
  '-Path $(x) `n',
  'ﬀ ﬁ İı',
  '__proto__',
  'spaced   out',
] as const

const versions = ['6.1.7601', '6.2.9200', '6.3.9600', '10.0.14393', '10.0.17763', '10.0.20348', '10.0.26100'] as const

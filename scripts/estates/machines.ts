import type { KeyPack, Role, Sessions } from '../../src/inventory/inventory.ts'
import type { Release } from '../../src/model/report.ts'
import { everyRelease, everyRole } from './from-tables.ts'
import type { Journey } from './journey.ts'
import { keyPacksOf } from './key-packs.ts'
import type { Random } from './random.ts'

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

interface Site {
  readonly random: Random
  readonly isAmiss: () => boolean
  readonly domain: string
  readonly journey: Journey
  readonly hasDeployment: boolean
}

/** Draws the machines of an estate of about `size` session hosts, and where new servers take over, their successors. */
export function machinesOf(site: Site, size: number): readonly Machine[] {
  const { random, isAmiss, journey } = site
  const { source, target } = journey
  const few = (most: number) => random.below(most + 1)
  const newest = everyRelease.at(-1) ?? target
  return [
    ...holdersOf(site, 'CB', 1 + (random.chance(0.3) ? few(3) : 0), 'RDS-CONNECTION-BROKER', () =>
      random.pick([source, target]),
    ),
    ...holdersOf(site, 'SH', 1 + few(size), 'RDS-RD-SERVER', () => source),
    ...holdersOf(site, 'VH', random.chance(0.5) ? few(2) : 0, 'RDS-VIRTUALIZATION', () => source),
    ...holdersOf(site, 'WA', few(2), 'RDS-WEB-ACCESS', () => source),
    ...holdersOf(site, 'GW', few(2), 'RDS-GATEWAY', () => (isAmiss() ? newest : random.pick([source, target]))),
    ...holdersOf(site, 'LS', isAmiss() ? 0 : 1 + few(1), 'RDS-LICENSING', () => random.pick([source, target, newest])),
  ]
}

function holdersOf(site: Site, prefix: string, count: number, role: Role, draw: () => Release): readonly Machine[] {
  const release = draw()
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const machine = standing(site, `${prefix}${String(number).padStart(2, '0')}`, role, release)
    if (site.journey.method === 'in-place' || site.random.chance(0.7)) return [machine]
    return [machine, successor(site, `${prefix}${10 + number}`, machine)]
  })
}

function standing(site: Site, short: string, role: Role, usual: Release): Machine {
  const { random, isAmiss, domain, hasDeployment, journey } = site
  const { phase, target } = journey
  // Hosts are moved one by one; brokers are one set.
  const isMoved = phase === 'during' && role !== 'RDS-CONNECTION-BROKER' && random.chance(0.25)
  const release = isAmiss() ? random.pick(everyRelease) : isMoved ? target : usual
  return {
    name: `${short}.${isAmiss() ? 'corp.' : ''}${domain}`,
    roles: isAmiss() ? [...new Set([role, random.pick(everyRole)])] : [role],
    release,
    isDeployed: hasDeployment && !isAmiss(),
    sessions: isAmiss() ? { active: random.below(20), disconnected: random.below(5) } : { active: 0, disconnected: 0 },
    keyPacks: keyPacksOf(random, isAmiss, release),
  }
}

function successor(site: Site, short: string, machine: Machine): Machine {
  const { random, isAmiss, domain, hasDeployment, journey } = site
  const release = isAmiss() ? random.pick(everyRelease) : journey.target
  const isBefore = journey.phase === 'before'
  return {
    ...machine,
    name: `${short}.${domain}`,
    release,
    isDeployed: hasDeployment && (isBefore ? isAmiss() : !isAmiss()),
    keyPacks: isAmiss() || random.chance(0.3) ? machine.keyPacks : isBefore ? [] : keyPacksOf(random, isAmiss, release),
    replaces: machine,
  }
}

import { shortestChains, undisputedChains } from '../inventory/upgrade-paths.ts'
import { type Release, releases, type Source } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'

/** The tables of `rules/data` that tell of ways between releases, with their sources. */
export interface SourcedTables {
  readonly upgradePaths: readonly UpgradeStep[]
  readonly clusterSteps: readonly Omit<UpgradeStep, 'disputed'>[]
  readonly migrationSources: readonly MigrationSources[]
  readonly roleMigrations: readonly RoleMigration[]
}

/** One upgrade in place. */
export interface UpgradeStep {
  readonly from: Release
  readonly to: Release
  /** The table of the operating system allows it, the page on Remote Desktop Services does not. */
  readonly disputed: boolean
  readonly sources: readonly Source[]
}

/** The releases from which a deployment moves to a target at all. */
export interface MigrationSources {
  readonly target: Release
  readonly from: readonly Release[]
  readonly sources: readonly Source[]
}

/** What becomes of roles that move to new servers. */
export interface RoleMigration {
  readonly target: Release
  readonly roles: readonly string[]
  /** Whether they move from an older release directly. */
  readonly across: boolean
  readonly sources: readonly Source[]
}

/** The documented ways from one release to another. */
export interface Way {
  readonly from: Release
  readonly to: Release
  /** In place: one upgrade, where there is one; the ways with the fewest, and with the fewest that no page disputes; what is said of each upgrade. */
  readonly inPlace: {
    readonly direct: 'allowed' | 'disputed' | null
    readonly chains: readonly (readonly Release[])[]
    readonly undisputed: readonly (readonly Release[])[]
    readonly steps: readonly UpgradeStep[]
  }
  /** In place, node by node, for a failover cluster; null where there is no way. */
  readonly cluster: { readonly chain: readonly Release[]; readonly sources: readonly Source[] } | null
  /** The releases that a move to `to` starts from. */
  readonly startsFrom: { readonly releases: readonly Release[]; readonly sources: readonly Source[] }
  /** What becomes of each role; nothing where no move starts from `from`. */
  readonly newServers: readonly Omit<RoleMigration, 'target'>[]
}

/** Gives the ways between releases, from the older to the newer; only those from and to what is named. */
export function ways(
  tables: SourcedTables,
  wanted: { readonly from?: Release; readonly to?: Release },
): readonly Way[] {
  const starts = releases.filter((release) => wanted.from === undefined || release === wanted.from)
  const ends = supportedTargets.filter((target) => wanted.to === undefined || target === wanted.to)
  return starts.flatMap((from) =>
    ends.filter((to) => releases.indexOf(to) > releases.indexOf(from)).map((to) => way(tables, from, to)),
  )
}

/** Loads the tables, which no other command needs. */
export async function loadTables(): Promise<SourcedTables> {
  const { default: tables } = await import('../../generated/sourced-tables.json', { with: { type: 'json' } })
  // Each table was held against its schema when it was built.
  return tables as unknown as SourcedTables
}

function way(tables: SourcedTables, from: Release, to: Release): Way {
  const { upgradePaths, clusterSteps, migrationSources, roleMigrations } = tables
  const direct = upgradePaths.find((step) => step.from === from && step.to === to)
  const chains = shortestChains(from, to)
  const undisputed = undisputedChains(from, to)
  const start = migrationSources.find(({ target }) => target === to)
  const startsFrom = { releases: start?.from ?? [], sources: start?.sources ?? [] }
  const steps = upgradePaths.filter((step) => [...chains, ...undisputed].some((chain) => takes(chain, step)))
  return {
    from,
    to,
    inPlace: { direct: direct ? (direct.disputed ? 'disputed' : 'allowed') : null, chains, undisputed, steps },
    cluster: clusterWay(clusterSteps, from, to),
    startsFrom,
    newServers: startsFrom.releases.includes(from)
      ? roleMigrations.flatMap(({ target, ...row }) => (target === to ? [row] : []))
      : [],
  }
}

function takes(chain: readonly Release[], { from, to }: UpgradeStep): boolean {
  return chain.some((release, index) => release === from && chain[index + 1] === to)
}

function clusterWay(steps: SourcedTables['clusterSteps'], from: Release, to: Release): Way['cluster'] {
  const chain = [from]
  const sources = new Map<string, Source>()
  while (chain.at(-1) !== to) {
    const step = steps.find((one) => one.from === chain.at(-1))
    if (step === undefined) return null
    chain.push(step.to)
    for (const source of step.sources) sources.set(JSON.stringify(source), source)
  }
  return { chain, sources: [...sources.values()] }
}

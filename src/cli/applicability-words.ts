import { methods, phases, type Release, releases } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { releaseName, whichReleases } from '../model/which-releases.ts'
import type { ApplicabilityRow, ApplicabilityTable, NeverFailsRow } from '../rules/applicability-table.ts'

/** What a rule does in some migrations: its severity or `does not apply`, where, and why it does not. */
export interface ApplicabilityWords {
  readonly what: string
  /** `target 2012 R2, in-place, during the move`; empty where it is so everywhere. */
  readonly where: string
  readonly reason?: string
}

/** Gives the rows of a table in words, where the rule applies first. */
export function applicabilityWords({ applies }: Pick<ApplicabilityTable, 'applies'>): readonly ApplicabilityWords[] {
  const rows = [...applies.filter(({ severities }) => severities), ...applies.filter(({ severities }) => !severities)]
  return rows.map((row) => ({
    what: row.severities?.join(' or ') ?? 'does not apply',
    where: where(row),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
  }))
}

/** Says in which migrations a rule that applies cannot fail, because all servers run one release: a clause for each. */
export function neverFailsWords({ neverFails }: Pick<ApplicabilityTable, 'neverFails'>): readonly string[] {
  const groups = new Map<string, NeverFailsRow[]>()
  for (const row of neverFails) {
    const key = [row.methods, row.phases, relationOf(row) ?? row.from].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((rows) => {
    const [row] = rows
    if (!row) return []
    const targets = supportedTargets.filter((target) => rows.some((one) => one.targets.includes(target)))
    const from = relationOf(row) ?? `one release: ${whichReleases(row.from, releases)}`
    const rest = where({ ...row, targets })
    return [`where all servers run ${from}${rest === '' ? '' : ` (${rest})`}`]
  })
}

/** Releases that follow the target are named by that, so that what holds for each target is said once. */
function relationOf({ targets, from }: NeverFailsRow): string | undefined {
  const [target] = targets
  if (from.length === releases.length) return 'one release'
  if (target === undefined || targets.length > 1) return undefined
  const own = "the target's own release"
  const [first = target] = from
  if (same(from, [target])) return own
  if (same(from, releases.slice(releases.indexOf(target)))) return `${own} or a later one`
  return same(from, releases.slice(releases.indexOf(first), releases.indexOf(target) + 1))
    ? `one release from ${releaseName(first)} up to ${own}`
    : undefined
}

function same(some: readonly Release[], others: readonly Release[]): boolean {
  return some.join() === others.join()
}

function where(row: Pick<ApplicabilityRow, 'targets' | 'methods' | 'phases'>): string {
  const { targets } = row
  return [
    ...(targets.length === supportedTargets.length
      ? []
      : [`${targets.length === 1 ? 'target' : 'targets'} ${whichReleases(targets, supportedTargets)}`]),
    ...(row.methods.length === methods.length ? [] : [row.methods.join(' and ')]),
    ...(row.phases.length === phases.length ? [] : [`${row.phases.join(' and ')} the move`]),
  ].join(', ')
}

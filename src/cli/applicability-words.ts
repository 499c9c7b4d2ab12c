import { groupBy } from '../model/group-by.ts'
import { methods, phases, type Release, releases } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { whichReleases } from '../model/which-releases.ts'
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

/**
 * Says which release it has to be for a rule that applies to fail where all servers run one: an entry for each group of
 * migrations, empty where that makes no difference.
 */
export function canFailWords({ applies, neverFails }: ApplicabilityTable): readonly string[] {
  const labels = neverFails.flatMap(releaseWords)
  const labelOf = (row: NeverFailsRow) =>
    releaseWords(row).reduce((one, other) => (often(other, labels) > often(one, labels) ? other : one))
  const whole = domain(applies.filter(({ severities }) => severities))
  return groupBy(neverFails, (row) => [row.methods, row.phases, labelOf(row)].join('\n')).flatMap((rows) => {
    const [row] = rows
    if (!row) return []
    const rest = where(domain(rows), whole)
    return [`${labelOf(row)}${rest === '' ? '' : ` (${rest})`}`]
  })
}

/** Ways to name the releases that can fail. Those that follow the target can be named by that, which fits many targets. */
function releaseWords({ targets, from }: NeverFailsRow): readonly [string, ...string[]] {
  const [target, ...more] = targets
  const others = releases.filter((release) => !from.includes(release))
  const byName = others.length === 0 ? 'none' : whichReleases(others, releases)
  if (target === undefined || more.length > 0) return [byName]
  const older = releases.slice(0, releases.indexOf(target))
  return [
    byName,
    ...(same(others, older) ? ['one older than the target'] : []),
    ...(same(from, [target]) ? ['any but the target'] : []),
  ]
}

function often(label: string, labels: readonly string[]): number {
  return labels.filter((one) => one === label).length
}

type Domain = Pick<ApplicabilityRow, 'targets' | 'methods' | 'phases'>

const everything: Domain = { targets: supportedTargets, methods, phases }

function domain(rows: readonly Domain[]): Domain {
  return {
    targets: supportedTargets.filter((target) => rows.some((row) => row.targets.includes(target))),
    methods: methods.filter((method) => rows.some((row) => row.methods.includes(method))),
    phases: phases.filter((phase) => rows.some((row) => row.phases.includes(phase))),
  }
}

function same(some: readonly Release[], others: readonly Release[]): boolean {
  return some.join() === others.join()
}

/** Names what a row holds of a whole; nothing of what it holds all of. */
function where({ targets, methods, phases }: Domain, whole = everything): string {
  return [
    ...(targets.length === whole.targets.length
      ? []
      : [`${targets.length === 1 ? 'target' : 'targets'} ${whichReleases(targets, supportedTargets)}`]),
    ...(methods.length === whole.methods.length ? [] : [methods.join(' and ')]),
    ...(phases.length === whole.phases.length ? [] : [`${phases.join(' and ')} the move`]),
  ].join(', ')
}

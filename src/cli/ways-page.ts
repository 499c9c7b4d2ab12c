import { roles as roleRows } from '../../generated/tables.ts'
import { listed } from '../model/listed.ts'
import type { Release, Source } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { releaseName, whichReleases } from '../model/which-releases.ts'
import type { Page } from '../report/pretty/page.ts'
import { setIn, wrap } from '../report/pretty/wrap.ts'
import { prose, sourceLines } from './prose.ts'
import type { Way } from './ways.ts'

/** Gives ways between releases as a page for a terminal: one with all that is said of it, several as a table. */
export function waysPage(ways: readonly Way[], page: Page): string {
  const [way, ...others] = ways
  const blocks = way && others.length === 0 ? inFull(way, page) : overview(ways, page)
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

type Block = readonly string[]

function inFull({ from, to, inPlace, cluster, newServers }: Way, page: Page): readonly Block[] {
  const { direct, chains, steps } = inPlace
  return [
    [page.strong(`Windows Server ${releaseName(from)} to ${releaseName(to)}`)],
    [
      page.strong('Upgrade in place'),
      ...prose(`${directWords[direct ?? 'none']}${chainWords(direct, chains)}`, 2, page),
    ],
    ...steps.map(({ from, to, disputed, sources }) => [
      `  ${releaseName(from)} to ${releaseName(to)}${disputed ? ' (pages disagree)' : ''}`,
      ...cited(sources, page),
    ]),
    ...(cluster === null
      ? []
      : [
          [
            page.strong('A failover cluster'),
            ...prose(`Its nodes go one release at a time: ${cluster.chain.map(releaseName).join(', ')}.`, 2, page),
            ...cited(cluster.sources, page),
          ],
        ]),
    ...newServers.map(({ roles, across, sources }, index) => [
      ...(index === 0 ? [page.strong('New servers')] : []),
      ...prose(across ? `${names(roles)}: directly, from an older release.` : withinOne(roles, to), 2, page),
      ...cited(sources, page),
    ]),
  ]
}

function cited(sources: readonly Source[], page: Page): readonly string[] {
  return setIn(
    sources.flatMap((source) => sourceLines(source, { ...page, width: page.width - 2 })),
    2,
  )
}

const directWords = {
  allowed: 'In one upgrade.',
  disputed:
    'In one upgrade by the table of the operating system, while the page on Remote Desktop Services says otherwise.',
  none: 'Not in one upgrade.',
} as const

function chainWords(direct: Way['inPlace']['direct'], chains: Way['inPlace']['chains']): string {
  if (direct === 'allowed') return ''
  if (chains.length === 0) return ' No page names a way with stops either.'
  return ` Without dispute ${stops(chains)}.`
}

function withinOne(roles: readonly string[], to: Release): string {
  const moves = `${names(roles)}: only between servers of one release.`
  const isBroker = roles.includes('RDS-CONNECTION-BROKER')
  const instead = isBroker
    ? `The broker that stays is upgraded in place to ${releaseName(to)} first.`
    : 'New hosts belong in new collections; old ones may stay beside them.'
  return `${moves} ${instead}`
}

function names(roles: readonly string[]): string {
  return listed(roles.map((role) => roleRows.find((row) => row.role === role)?.name ?? role))
}

/** "by way of 2016, or by way of 2019" */
function stops(chains: Way['inPlace']['chains']): string {
  return chains.map((chain) => `by way of ${listed(chain.slice(1, -1).map(releaseName))}`).join(', or ')
}

function overview(ways: readonly Way[], page: Page): readonly Block[] {
  const longer = ways.filter(({ inPlace }) => inPlace.direct === null && inPlace.chains.length > 0)
  const disputed = ways.filter(({ inPlace }) => inPlace.direct === 'disputed')
  return [
    [page.strong("Upgrade in place, by today's release"), ...(page.narrow ? list(ways) : table(ways, page))],
    ...section(
      'Ways with stops',
      longer.map((way) => `${nameOf(way)}: ${stops(way.inPlace.chains)}`),
      page,
    ),
    ...section('Where the pages disagree', disputed.map(disagreement), page),
    ...section('To new servers', newServers(ways), page),
    wrap('rds-lint paths --from RELEASE --to RELEASE tells which page says so.', page.width),
  ]
}

function section(title: string, entries: readonly string[], page: Page): readonly Block[] {
  return entries.length === 0 ? [] : [[page.strong(title), ...entries.flatMap((entry) => prose(entry, 2, page))]]
}

function nameOf({ from, to }: Pick<Way, 'from' | 'to'>): string {
  return `${releaseName(from)} to ${releaseName(to)}`
}

function cell({ inPlace }: Way): string {
  const { direct, chains } = inPlace
  if (direct !== null) return direct === 'allowed' ? 'direct' : 'disputed'
  return chains[0] === undefined ? 'no way' : `${chains[0].length - 1} steps`
}

function table(ways: readonly Way[], page: Page): readonly string[] {
  const targets = supportedTargets.filter((target) => ways.some(({ to }) => to === target))
  const starts = [...new Set(ways.map(({ from }) => from))]
  const row = (first: string, cells: readonly string[]) =>
    `  ${first.padEnd(9)}${cells.map((text) => text.padEnd(12)).join('')}`.trimEnd()
  return [
    page.faint(
      row(
        '',
        targets.map((target) => `to ${releaseName(target)}`),
      ),
    ),
    ...starts.map((from) =>
      row(
        releaseName(from),
        targets.map((to) => {
          const way = ways.find((one) => one.from === from && one.to === to)
          return way ? cell(way) : ''
        }),
      ),
    ),
  ]
}

function list(ways: readonly Way[]): readonly string[] {
  return ways.map((way) => `  ${nameOf(way)}: ${cell(way)}`)
}

function disagreement(way: Way): string {
  const step = way.inPlace.steps.find(({ from, to }) => from === way.from && to === way.to)
  const says = (wanted: boolean) =>
    documents((step?.sources ?? []).filter(({ stance }) => (stance === 'contradicts') !== wanted))
  const rest =
    way.inPlace.chains[0] && way.inPlace.chains[0].length > 2 ? `; undisputed ${stops(way.inPlace.chains)}` : ''
  return `${nameOf(way)}: ${says(true)} for it, ${says(false)} against it${rest}`
}

function documents(sources: readonly Source[]): string {
  return listed([...new Set(sources.map(({ document }) => `"${document}"`))])
}

/** For each group of targets that one sentence fits. */
function newServers(ways: readonly Way[]): readonly string[] {
  const sentences = new Map<string, Release[]>()
  for (const target of supportedTargets) {
    for (const { roles, across } of ways.find(({ to }) => to === target)?.newServers ?? []) {
      const text = `${names(roles)} ${across ? 'directly, from an older release' : 'only between servers of one release'}`
      sentences.set(text, [...(sentences.get(text) ?? []), target])
    }
  }
  return [...sentences].map(([text, targets]) => `to ${whichReleases(targets, supportedTargets)}: ${text}`)
}

import { listed } from '../model/listed.ts'
import type { Release, Source } from '../model/report.ts'
import { releaseName } from '../model/which-releases.ts'
import type { Page } from '../report/pretty/page.ts'
import { setIn } from '../report/pretty/wrap.ts'
import { prose, sourceLines } from './prose.ts'
import { roleNames, stopsOf } from './way-words.ts'
import type { Way } from './ways.ts'
import { waysOverview } from './ways-overview.ts'

/** Gives ways between releases as a page for a terminal: one with all that is said of it, several as a table. */
export function waysPage(ways: readonly Way[], page: Page): string {
  const [way, ...others] = ways
  const blocks = way && others.length === 0 ? inFull(way, page) : waysOverview(ways, page)
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

type Block = readonly string[]

function inFull({ from, to, inPlace, cluster, startsFrom, newServers }: Way, page: Page): readonly Block[] {
  const { direct, steps } = inPlace
  return [
    [page.strong(`Windows Server ${releaseName(from)} to ${releaseName(to)}`)],
    [page.strong('Upgrade in place'), ...prose(`${directWords[direct ?? 'none']}${stopWords(inPlace)}`, 2, page)],
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
    ...(newServers.length > 0 ? [] : [[page.strong('New servers'), ...noStart(startsFrom, to, page)]]),
    ...newServers.map(({ roles, across, sources }, index) => [
      ...(index === 0 ? [page.strong('New servers')] : []),
      ...prose(across ? `${roleNames(roles)}: directly, from an older release.` : withinOne(roles, to), 2, page),
      ...cited(sources, page),
    ]),
  ]
}

function noStart({ releases, sources }: Way['startsFrom'], to: Release, page: Page): Block {
  const starts = listed(releases.map(releaseName), 'or')
  return [
    ...prose(`No way either: a move to ${releaseName(to)} starts from ${starts}.`, 2, page),
    ...cited(sources, page),
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

function stopWords(inPlace: Way['inPlace']): string {
  if (inPlace.direct === null && inPlace.chains.length === 0) return ' No page names a way with stops either.'
  const text = stopsOf(inPlace)
  return text === '' ? '' : ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function withinOne(roles: readonly string[], to: Release): string {
  const moves = `${roleNames(roles)}: only between servers of one release.`
  const isBroker = roles.includes('RDS-CONNECTION-BROKER')
  const instead = isBroker
    ? `The broker that stays is upgraded in place to ${releaseName(to)} first.`
    : 'New hosts belong in new collections; old ones may stay beside them.'
  return `${moves} ${instead}`
}

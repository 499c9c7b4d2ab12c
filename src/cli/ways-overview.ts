import { listed } from '../model/listed.ts'
import type { Release, Source } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { releaseName, whichReleases } from '../model/which-releases.ts'
import type { Page } from '../report/pretty/page.ts'
import { wrap } from '../report/pretty/wrap.ts'
import { prose } from './prose.ts'
import { roleNames, stopsOf } from './way-words.ts'
import type { Way } from './ways.ts'

type Block = readonly string[]

/** Gives several ways as a table, and in words what it cannot say. */
export function waysOverview(ways: readonly Way[], page: Page): readonly Block[] {
  const longer = ways.filter(({ inPlace }) => inPlace.direct === null && inPlace.chains.length > 0)
  const disputed = ways.filter(({ inPlace }) => inPlace.direct === 'disputed')
  return [
    [page.strong("Upgrade in place, by today's release"), ...(page.narrow ? list(ways) : table(ways, page))],
    ...section(
      'Ways with stops',
      longer.map((way) => `${nameOf(way)}: ${stopsOf(way.inPlace)}`),
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
  return `${nameOf(way)}: ${says(true)} for it, ${says(false)} against it; ${stopsOf(way.inPlace)}`
}

function documents(sources: readonly Source[]): string {
  return listed([...new Set(sources.map(({ document }) => `"${document}"`))])
}

/** For each group of targets that one sentence fits. */
function newServers(ways: readonly Way[]): readonly string[] {
  const sentences = new Map<string, Release[]>()
  for (const target of supportedTargets) {
    const rows = ways.find(({ to, newServers }) => to === target && newServers.length > 0)?.newServers ?? []
    for (const { roles, across } of rows) {
      const text = `${roleNames(roles)} ${across ? 'directly, from an older release' : 'only between servers of one release'}`
      sentences.set(text, [...(sentences.get(text) ?? []), target])
    }
  }
  const told = [...sentences].map(([text, targets]) => `to ${whichReleases(targets, supportedTargets)}: ${text}`)
  return [...told, ...tooOld(ways).map((from) => `from ${releaseName(from)}: no way`)]
}

/** The releases from which no role moves to any of the targets shown. */
function tooOld(ways: readonly Way[]): readonly Release[] {
  const starts = [...new Set(ways.map(({ from }) => from))]
  return starts.filter((start) => ways.every(({ from, newServers }) => from !== start || newServers.length === 0))
}

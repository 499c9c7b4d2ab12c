import { groupBy } from '../../src/model/group-by.ts'
import type { Source } from '../../src/model/report.ts'
import { releaseName } from '../../src/model/which-releases.ts'
import type { DataRow, DataTable } from './rule-data.ts'
import { sourceWords } from './source-words.ts'

/** What follows where pages disagree on a table; a table that is not named here stops `npm run docs`. */
const followed: Readonly<Record<string, string>> = {
  'rules/data/licences.yaml': 'The table is followed, and not the sentence above it.',
  'rules/data/migration-sources.yaml':
    'The pages that name more releases are followed. That a path is disputed is a warning of its own, [in-place-path-disputed](rules/in-place-path-disputed.md).',
  'rules/data/releases.yaml': 'The lifecycle page is followed.',
  'rules/data/role-migrations.yaml':
    'The introduction is followed, with the page on supported configurations: hosts of another release belong in a collection of their own.',
  'rules/data/step-orders.yaml':
    'The order of the steps is that of the first page. What another page lets go at any time may go at any time; from 2016 on licence servers go before session hosts, whose licences they hold.',
  'rules/data/upgrade-paths.yaml':
    'The table of the operating system is followed, and the path is marked as disputed: a warning, and no error.',
}

/** The rows of tables on which pages disagree, those with the same pages as one: cells of Markdown. */
export function dataDisagreements(tables: readonly DataTable[]): readonly (readonly string[])[] {
  return tables.flatMap(({ path, rows }) => {
    const cases = rows.flatMap((row) => {
      const sources = row.sources ?? []
      const rest = sources.filter(({ stance }) => stance !== 'contradicts')
      return sources
        .filter(({ stance }) => stance === 'contradicts')
        .map((other) => ({ about: about(row), rest: words(rest), other: words([other]) }))
    })
    return groupBy(cases, ({ rest, other }) => JSON.stringify([rest, other])).map((group) => {
      const [{ rest, other } = { rest: '', other: '' }] = group
      return [`[${path}](../${path})`, group.map((one) => one.about).join(', '), rest, other, decision(path)]
    })
  })
}

function decision(path: string): string {
  const text = followed[path]
  if (text === undefined)
    throw new Error(`${path}: say in scripts/docs/data-disagreements.ts which page is followed where they disagree`)
  return text
}

function words(sources: readonly Source[]): string {
  return sources.map(sourceWords).join('; ')
}

function about({ target, release, version, from, to }: DataRow): string {
  if (typeof from === 'string' && to !== undefined) return `${releaseName(from)} to ${releaseName(to)}`
  const named = target ?? release ?? version
  return named === undefined ? 'every release' : releaseName(named)
}

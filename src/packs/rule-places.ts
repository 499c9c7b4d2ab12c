import { nearest } from '../model/nearest.ts'
import { type Category, categories } from '../model/report.ts'
import { show } from '../model/show.ts'
import type { PackEntry, PackFiles, PackProblem } from './pack.ts'
import { isName } from './read-manifest.ts'

/** Where a rule of a pack stands. */
export interface RulePlace {
  readonly path: string
  readonly name: string
  readonly category: Category
}

/** Finds the rule files of a pack, in the order of the migration, then by name; and whatever stands among them and would never be read. */
export function rulePlaces(files: PackFiles): {
  readonly places: readonly RulePlace[]
  readonly problems: readonly PackProblem[]
} {
  const folder = entriesOf(files, 'rules')
  const strangers = folder.entries.filter(({ name, isFolder }) => !(isFolder && isCategory(name)))
  const known = categories.filter((category) =>
    folder.entries.some(({ name, isFolder }) => isFolder && name === category),
  )
  const problems: PackProblem[] = [
    ...folder.problems,
    ...strangers.map(({ name, isFolder }) => problem(`rules/${name}`, isFolder ? noCategory(name) : noPlace)),
  ]
  const found: RulePlace[] = []
  const paths = new Map<string, string>()
  for (const category of known) {
    const inside = entriesOf(files, `rules/${category}`)
    problems.push(...inside.problems)
    for (const { name: file, isFolder } of inside.entries) {
      const path = `rules/${category}/${file}`
      const name = file.replace(/\.yaml$/, '')
      const other = paths.get(name)
      const wrong =
        isFolder || name === file || !isName(name) ? noRule : other && `${other} has this name too; choose another`
      if (wrong === undefined) {
        paths.set(name, path)
        found.push({ path, name, category })
      } else problems.push(problem(path, wrong))
    }
  }
  if (found.length <= mostRules) return { places: found, problems }
  return {
    places: [],
    problems: [
      problem('rules', `a pack holds at most ${mostRules} rules, and this one ${found.length}; take it apart`),
    ],
  }
}

const noPlace = 'rules stand in a folder for their category, and links are not followed; move it, or remove it'
const noRule =
  'a rule is a file with a name of lower-case words with hyphens and .yaml, such as host-naming.yaml; rename it, or remove it'

function noCategory(name: string): string {
  const near = nearest(name, categories)
  return `${show(name)} is no category; ${near === undefined ? `there are ${categories.join(', ')}` : `did you mean ${near}?`}`
}

function isCategory(name: string): boolean {
  return categories.some((category) => category === name)
}

/** What is meant for people or tools is let be: hidden files and Markdown. */
function entriesOf(
  files: PackFiles,
  folder: string,
): { readonly entries: readonly PackEntry[]; readonly problems: readonly PackProblem[] } {
  const listed = files.list(folder)
  if ('reason' in listed) return { entries: [], problems: [problem(folder, listed.reason)] }
  const entries = listed.filter(({ name }) => !/^\.|\.md$/i.test(name))
  return { entries: entries.toSorted((one, other) => (one.name < other.name ? -1 : 1)), problems: [] }
}

function problem(path: string, message: string): PackProblem {
  return { path, diagnostic: { code: 'unreadable', severity: 'error', message } }
}

const mostRules = 1000

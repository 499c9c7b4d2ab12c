import { readdir, readFile } from 'node:fs/promises'
import { comparedKindTable, comparedStatusTable } from './comparison-tables.ts'
import { readCoverage } from './coverage.ts'
import { coveragePage } from './coverage-page.ts'
import { disagreements } from './disagreements.ts'
import { exitCodeTable } from './exit-code-table.ts'
import { factList } from './fact-list.ts'
import { fill, type Generators } from './fill.ts'
import { inventoryReference } from './inventory-reference.ts'
import { operationTable } from './operation-table.ts'
import { packageTable } from './package-table.ts'
import { ruleData } from './rule-data.ts'
import { ruleIndex } from './rule-index.ts'
import { rulePage } from './rule-page.ts'
import { everyRule } from './rules.ts'
import { rulesByStep } from './rules-by-step.ts'
import { rulesByTarget } from './rules-by-target.ts'

const rulePages = 'docs/rules'

/** Every document that is generated, whole or in part: the text that it ought to have, by path. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const builtIn = await everyRule()
  const rules = builtIn.map(({ file }) => file)
  const generators: Generators = {
    'rules by step': () => rulesByStep(rules),
    'exit codes': exitCodeTable,
    packages: packageTable,
    operations: operationTable,
    'compared kinds': comparedKindTable,
    'compared statuses': comparedStatusTable,
  }
  const mixed = await Promise.all(
    (await handWritten()).map(
      async (path) => [path, await fill(await readFile(path, 'utf8'), path, generators)] as const,
    ),
  )
  return new Map([
    ...builtIn.map((rule) => [`${rulePages}/${rule.file.id}.md`, rulePage(rule)] as const),
    [`${rulePages}/README.md`, ruleIndex(rules)],
    [`${rulePages}/by-target.md`, rulesByTarget(builtIn)],
    ['docs/coverage.md', coveragePage(await readCoverage(), rules)],
    ['docs/disagreements.md', disagreements(rules, await ruleData())],
    ['docs/facts.md', factList()],
    ['docs/inventory.md', await inventoryReference()],
    ...mixed,
  ])
}

/** Pages of rules that no longer exist. */
export async function strays(pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const names = await readdir(rulePages).catch(() => [])
  return names.map((name) => `${rulePages}/${name}`).filter((path) => !pages.has(path))
}

/** The documents that people write, in the order of their paths; parts of them may be generated. */
export async function handWritten(): Promise<readonly string[]> {
  const folders = await Promise.all(
    ['.', 'docs', 'docs/decisions'].map(async (folder) =>
      (await readdir(folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`.replace(/^\.\//, '')),
    ),
  )
  return folders
    .flat()
    .filter((path) => !whole.has(path))
    .sort()
}

const whole: ReadonlySet<string> = new Set([
  'docs/coverage.md',
  'docs/disagreements.md',
  'docs/facts.md',
  'docs/inventory.md',
])

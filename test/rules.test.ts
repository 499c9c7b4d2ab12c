import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleFiles } from '../scripts/rule-files.ts'
import { surprises } from '../src/examples/surprises.ts'
import { coverage } from '../src/examples/undecided-operators.ts'
import { bare, type Type } from '../src/expression/type.ts'
import type { Category } from '../src/model/report.ts'
import { inventoryTypes } from '../src/rules/inventory-types.ts'
import { loadRule } from '../src/rules/load-rule.ts'
import type { RuleFile } from '../src/rules/rule.ts'

/** Rules that always know, and why no fact can be missing. */
const alwaysKnow: ReadonlyMap<string, string> = new Map([
  [
    'target-out-of-support',
    'it asks the table of releases and the plan, and what the plan does not say is the day of the run',
  ],
])

const files = await ruleFiles()

describe.each(files)('%s', (path) => {
  const id = basename(path, '.yaml')
  const { rule, file, diagnostics } = loadRule(readFileSync(path, 'utf8'), id, basename(dirname(path)) as Category)

  test('loads without a word', () => {
    expect(diagnostics).toEqual([])
  })

  if (!rule || !file) return

  test('gives in each of its examples what the example says', () => {
    expect(surprises(rule, file.examples)).toEqual([])
  })

  test('has an example that notices each change of an operator', () => {
    expect(coverage(rule, file.examples).undecided).toEqual([])
  })

  test('has an example of each outcome that it can have', () => {
    const { fails, passes, undecided = [], notApplicable = [] } = file.examples
    const lacking = [
      ...(fails.length > 0 ? [] : ['fails']),
      ...(passes.length > 0 ? [] : ['passes']),
      ...(undecided.length > 0 || alwaysKnow.has(id) ? [] : ['undecided']),
      ...(notApplicable.length > 0 || !mayNotApply(file) ? [] : ['notApplicable']),
    ]
    expect(lacking).toEqual([])
  })

  test('names each example once', () => {
    const names = Object.values(file.examples).flatMap((examples) => examples.map(({ name }: { name: string }) => name))
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test('says in one clause what must hold, and where Microsoft says so', () => {
    expect(file.title).not.toMatch(/[.!?]\s*$/)
    expect(file.sources).not.toEqual([])
    for (const { url } of file.sources) expect(new URL(url).protocol).toBe('https:')
  })
})

test('every rule has an id of its own', () => {
  expect(new Set(files.map((path) => basename(path))).size).toBe(files.length)
})

test('the rules that always know are rules', () => {
  expect([...alwaysKnow.keys()].filter((id) => !files.some((path) => basename(path, '.yaml') === id))).toEqual([])
})

/** Whether there may be nothing that a rule looks at: it asks for more, or a list, null or the plan stands on the way. */
function mayNotApply(file: RuleFile): boolean {
  const asks =
    file.when !== undefined || [file.severity].flat().every((entry) => typeof entry === 'object' && entry.when)
  return asks || [file.for].flat().some(mayBeNone)
}

function mayBeNone(pointer: string): boolean {
  let type: Type = inventoryTypes().root
  for (const token of pointer.split('/').slice(1)) {
    const of = bare(type)
    const next = of.kind === 'list' ? of.of : of.kind === 'object' ? of.fields[token] : undefined
    if (!next || of.kind === 'list' || next.kind === 'nullable' || token === 'migration') return true
    type = next
  }
  return false
}

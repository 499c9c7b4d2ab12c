import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ruleFiles } from '../scripts/rule-files.ts'
import { lackingOutcomes } from '../src/examples/lacking-outcomes.ts'
import { surprises } from '../src/examples/surprises.ts'
import { coverage } from '../src/examples/undecided-operators.ts'
import { groupBy } from '../src/model/group-by.ts'
import { type Category, methods, type Source } from '../src/model/report.ts'
import { supportedTargets } from '../src/model/targets.ts'
import { sourcesOf } from '../src/rules/describe.ts'
import { loadRule } from '../src/rules/load-rule.ts'
import type { SeverityEntry } from '../src/rules/rule.ts'

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
    const { undecided = [] } = file.examples
    expect(lackingOutcomes(file)).toEqual([])
    expect(undecided.length > 0 || alwaysKnow.has(id)).toBe(true)
  })

  test('cites a page for each target and method that it can apply to', () => {
    const severities = typeof file.severity === 'string' ? [{}] : file.severity
    for (const target of supportedTargets)
      for (const method of methods) {
        const applies = severities.some(
          ({ targets, methods: some }: Partial<SeverityEntry<string>>) =>
            (targets?.map(String).includes(target) ?? true) && (some?.includes(method) ?? true),
        )
        if (applies) expect(sourcesOf(rule, { target, method }), `${target}, ${method}`).not.toEqual([])
      }
  })

  test('names each example once', () => {
    const names = Object.values(file.examples).flatMap((examples) => examples.map(({ name }: { name: string }) => name))
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test('writes every cmdlet in one way', () => {
    const { commands = [], verify = [] } = file.remediation
    expect([...commands, ...verify].flatMap(slips)).toEqual([])
  })

  test('changes nothing with the commands that check', () => {
    expect(file.remediation.verify?.filter((command) => /\b(?:Set|Add|Remove|Move|New)-/.test(command)) ?? []).toEqual(
      [],
    )
  })

  test('says in one clause what must hold, and where Microsoft says so', () => {
    expect(file.title).not.toMatch(/[.!?]\s*$/)
    expect(file.sources).not.toEqual([])
    for (const { url } of file.sources) expect(new URL(url).protocol).toBe('https:')
  })
})

test('every page has one title, and is revised in a month', () => {
  const tables = readdirSync('rules/data').filter((name) => name.endsWith('.yaml'))
  const holders: readonly { readonly sources?: readonly Source[] }[] = [
    ...files.map((path) => parse(readFileSync(path, 'utf8'))),
    ...tables.flatMap((name) => parse(readFileSync(`rules/data/${name}`, 'utf8'))),
  ]
  const sources = holders.flatMap(({ sources = [] }) => sources)
  const pages = groupBy(sources, ({ url }) => url)
  expect(pages.filter((page) => new Set(page.map(({ document }) => document)).size > 1)).toEqual([])
  expect(sources.filter(({ revised }) => revised && !/^\d{4}-\d\d$/.test(revised))).toEqual([])
})

test('every rule has an id of its own', () => {
  expect(new Set(files.map((path) => basename(path))).size).toBe(files.length)
})

test('the rules that always know are rules', () => {
  expect([...alwaysKnow.keys()].filter((id) => !files.some((path) => basename(path, '.yaml') === id))).toEqual([])
})

/** Cmdlets of the module RemoteDesktop that have no parameter ConnectionBroker. */
const withoutBroker = ['Set-RDActiveManagementServer', 'Invoke-RDUserLogoff']

/** What a command does not write as the others do: a pipe or a block ends a cmdlet. */
function slips(command: string): readonly string[] {
  return command.split(/\||\{\{|\}\}| #/).flatMap((text) => {
    const [cmdlet = ''] = /[A-Z][a-z]+-[A-Za-z]+/.exec(text) ?? []
    const isDesktop = /^[A-Z][a-z]+-RD[A-Z]/.test(cmdlet)
    return [
      ...(isDesktop && !withoutBroker.includes(cmdlet) && !/ -ConnectionBroker \{/.test(text)
        ? ['-ConnectionBroker']
        : []),
      ...(/^Remove-RD/.test(cmdlet) && !/ -Force\b/.test(text) ? ['-Force'] : []),
      ...(/Where-Object(?! -Property \w+(?: -[A-Z]+ -Value |\s*$))/.test(text) ? ['-Property and -Value'] : []),
      ...(/Select-Object(?! -(?:Expand)?Property )/.test(text) ? ['-Property'] : []),
    ].map((parameter) => `${cmdlet} without ${parameter}: ${command}`)
  })
}

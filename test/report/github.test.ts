import { expect, test } from 'vitest'
import { github } from '../../src/report/github.ts'
import { annotation } from '../../src/report/workflow-command.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aFinding, anInventory, anUndecided, aReport } from '../support/sample-report.ts'
import { workflowCommand } from '../support/workflow-commands.ts'

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(github(report)).toMatchFileSnapshot(`expected/${name}.github.txt`)
})

test('an annotation says where, which rule, what, and what to do', () => {
  const finding = aFinding({ message: '100% of a, b:\nall', remediation: { text: 'Do it.' } })
  const [, found] = commandsOf(github(aReport([anInventory({ file: 'east, west:1.json', findings: [finding] })])))
  expect(found).toEqual({
    name: 'error',
    properties: {
      file: 'east, west:1.json',
      line: '3',
      endLine: '3',
      col: '5',
      endColumn: '17',
      title: 'broker-ha-not-configured: NWCB01.northwind.example',
    },
    message: '100% of a, b:\\u{a}all\nDo it.',
  })
})

test.each([
  ['unusable', 'error'],
  ['blocked', 'error'],
  ['undecided', 'warning'],
  ['ready', 'notice'],
] as const)('the verdict %s comes first, as an annotation of kind %s', (verdict, kind) => {
  const [first] = commandsOf(github(aReport([anInventory({ verdict })])))
  expect([first?.name, first?.properties.title]).toEqual([kind, `rds-lint: ${verdict}`])
  expect(first?.message).toContain('48 rules looked at 212 parts')
})

test('a suppressed entry and one that the baseline knows are notices, an undecided rule is a warning', () => {
  const kinds = commandsOf(github(answeredReport())).map(({ name }) => name)
  expect(kinds).toEqual(['error', 'error', 'warning', 'notice', 'notice', 'notice'])
})

test('no kind passes what GitHub shows of a step; the log has the others, and the verdict says how many', () => {
  const findings = [
    ...Array.from({ length: 15 }, () => aFinding()),
    ...Array.from({ length: 12 }, () => aFinding({ severity: 'warning' })),
    ...Array.from({ length: 11 }, () => aFinding({ severity: 'info' })),
  ]
  const undecided = Array.from({ length: 3 }, () => anUndecided())
  const text = github(aReport([anInventory({ findings, undecided })]))
  const commands = commandsOf(text)
  const of = (kind: string) => commands.filter(({ name }) => name === kind).length
  expect([of('error'), of('warning'), of('notice')]).toEqual([10, 10, 10])
  expect(commands[0]?.message).toContain(
    'In the log only, since GitHub shows 10 annotations of a kind for a step: 6 errors, 5 warnings, 1 notice.',
  )
  expect(text.match(/^inventory\.json:\d+:\d+: .*\[\w+\/.*\]$/gm)).toHaveLength(12)
  // Undecided rules of the severity error come before warnings.
  expect(commands.filter(({ message }) => message.startsWith('Not decided'))).toHaveLength(3)
})

test('a command holds neither a line end nor a control character, whatever it is given', () => {
  const command = annotation('error', { file: 'a\n::error::b,c=d%0A' }, ['x\r\n::set-env::y', '\u001b[2J 50%'])
  expect(command).toBe(
    '::error file=a\\u{a}%3A%3Aerror%3A%3Ab%2Cc=d%250A::x\\u{d}\\u{a}::set-env::y%0A\\u{1b}[2J 50%25',
  )
})

test.each(hostileTexts)('%s gives the runner no command but ours', (_, text) => {
  const written = github(withEverywhere(openReport(), text))
  const commands = commandsOf(written)
  expect(commands.map(({ name }) => name)).toEqual([
    ...['error', 'error', 'error', 'error'],
    ...['warning', 'warning', 'warning', 'warning'],
  ])
  for (const { properties } of commands)
    expect(Object.keys(properties).every((name) => /^(file|line|endLine|col|endColumn|title)$/.test(name))).toBe(true)
  expect(written).not.toMatch(/##(?:vso)?\[/i)
  for (const line of written.split('\n')) expect(line.length).toBeLessThan(64 * 1024)
})

function commandsOf(text: string) {
  return text.split('\n').flatMap((line) => workflowCommand(line) ?? [])
}

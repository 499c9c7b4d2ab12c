import { describe, expect, test } from 'vitest'
import { sarif } from '../../src/report/sarif.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import {
  aDescriptor,
  aFinding,
  anInventory,
  anUndecided,
  aReport,
  aSource,
  sampleReport,
  sampleText,
} from '../support/sample-report.ts'
import { validateSarif } from '../support/sarif-validator.ts'

const withText = { text: (file: string) => (file === 'broken.json' ? undefined : sampleText) }

test('the sample report is written as expected', async () => {
  const log = JSON.parse(sarif(sampleReport(), withText))
  await expect(`${JSON.stringify(log, undefined, 2)}\n`).toMatchFileSnapshot('expected/sample.sarif')
})

// 2003 wants a repository, 2006 fetches addresses, 2009 wants rule ids such as CS2001.
const accepted = /^SARIF(?:2003|2006|2009)\b/

test('the validator has nothing to say, notes included', { timeout: 120_000 }, () => {
  const hostile = hostileTexts.flatMap(
    ([, text]) => withEverywhere(sampleReport(), text, ['id', 'rule', 'url']).inventories,
  )
  // The validator skips what is larger than 10 MB.
  const halves = [hostile.slice(0, hostile.length / 2), hostile.slice(hostile.length / 2)]
  const ordinary = [
    sarif(sampleReport(), withText),
    sarif(aReport([anInventory({ file: '../exports/before move.json', findings: [aFinding()] })]), {
      ...withText,
      cwd: '/farms/contoso',
      category: 'contoso',
    }),
    sarif(aReport([anInventory({ file: 'C:\\farms\\contoso\\inventory.json', findings: [aFinding()] })]), {
      ...withText,
      cwd: 'c:\\farms',
      flavour: 'win32',
    }),
  ]
  expect(validateSarif(ordinary).filter((line) => !accepted.test(line))).toEqual([])
  // 2016 asks for relative uris, which a file elsewhere cannot have.
  expect(
    validateSarif(halves.map((inventories) => sarif(aReport(inventories), withText))).filter(
      (line) => !accepted.test(line) && !/^SARIF2016/.test(line),
    ),
  ).toEqual([])
})

describe('results', () => {
  const { runs } = JSON.parse(sarif(sampleReport(), withText))
  const [run] = runs
  const [blocked, warned] = run.results
  const undecided = run.results.find(({ kind }: { kind: string }) => kind === 'open')

  test('a finding carries level, place, snippet, logical location and fingerprints', () => {
    expect([blocked.kind, blocked.level, warned.level]).toEqual(['fail', 'error', 'warning'])
    const { artifactLocation, region, contextRegion } = blocked.locations[0].physicalLocation
    expect(artifactLocation).toEqual({ uri: 'inventory.json' })
    expect(region).toEqual({
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 17,
      snippet: { text: 'eployment": ' },
    })
    expect(contextRegion.startLine).toBe(1)
    expect(blocked.locations[0].logicalLocations).toEqual([
      { fullyQualifiedName: 'NWCB01.northwind.example', kind: 'resource' },
    ])
    expect(blocked.partialFingerprints).toEqual({
      primaryLocationLineHash: '5f1c6b0e8d3a49720b1d',
      'rdsLint/v1': '5f1c6b0e8d3a49720b1d',
    })
  })

  test('an undecided rule is open at no level, and names what is missing and why', () => {
    expect([undecided.kind, undecided.level]).toEqual(['open', 'none'])
    expect(undecided.message.text).toBe(
      'Not decided for Sales, because this is not known: operating system of RDSH04 (Win32_OperatingSystem on RDSH04: The RPC server is unavailable.).',
    )
  })

  test('diagnostics, faults, unusable files and a narrow scope are notifications', () => {
    const [invocation] = run.invocations
    expect([invocation.executionSuccessful, invocation.exitCode]).toEqual([false, 2])
    const notifications = invocation.toolExecutionNotifications.map(
      (one: { descriptor: { id: string }; level: string }) => `${one.descriptor.id} ${one.level}`,
    )
    expect(notifications).toEqual([
      'unknown-property warning',
      'rule-fault error',
      'scope note',
      'empty error',
      'suppression warning',
      'scope note',
      'scope note',
      'scope note',
      'gone note',
    ])
  })
})

describe('descriptors', () => {
  const descriptors = (rule: Parameters<typeof aDescriptor>[0]) =>
    JSON.parse(sarif(aReport([anInventory()], { rules: [aDescriptor(rule)] }))).runs[0].tool.driver.rules

  test('every rule of the run has one, also those that passed', () => {
    expect(descriptors({ id: 'license-server-missing' }).map(({ id }: { id: string }) => id)).toEqual([
      'license-server-missing',
    ])
  })

  test.each([
    ['what a page requires is precise', ['requires', 'advises'], 'very-high'],
    ['advice is less so', ['advises'], 'high'],
    ['our own reading even less', ['interpretation'], 'medium'],
    ['a contradicted demand too', ['requires', 'contradicts'], 'medium'],
  ] as const)('%s', (_, stances, expected) => {
    const [descriptor] = descriptors({ sources: stances.map((stance) => aSource({ stance })) })
    expect(descriptor.properties.precision).toBe(expected)
  })

  test('info is a note to SARIF and a recommendation to GitHub', () => {
    const [descriptor] = descriptors({ severity: 'info' })
    expect(descriptor.defaultConfiguration.level).toBe('note')
    expect(descriptor.properties['problem.severity']).toBe('recommendation')
  })

  test('the help in Markdown fences commands with more backticks than they hold, and escapes the rest', () => {
    const [descriptor] = descriptors({
      why: '![x](//e/x) <b>',
      remediation: { text: 'Do *this*.', commands: ['a ``` b'] },
    })
    expect(descriptor.help.markdown).toContain('````powershell\na ``` b\n````')
    expect(descriptor.help.markdown).toContain('\\!\\[x\\]\\(//e/x\\) \\<b\\>')
    expect(descriptor.help.markdown).toContain('Do \\*this\\*.')
  })
})

describe('snippets', () => {
  const physical = (text: string, region: ReturnType<typeof aFinding>['region']) =>
    JSON.parse(sarif(aReport([anInventory({ findings: [aFinding({ region })] })]), { text: () => text })).runs[0]
      .results[0].locations[0].physicalLocation

  test.each([
    ['\\n', 'a\nbc\nd\n'],
    ['\\r\\n', 'a\r\nbc\r\nd\r\n'],
    ['\\r', 'a\rbc\rd\r'],
  ])('lines may end with %s', (_, text) => {
    const { region, contextRegion } = physical(text, { line: 2, column: 2, endLine: 2, endColumn: 3 })
    expect(region.snippet.text).toBe('c')
    expect([contextRegion.startLine, contextRegion.startColumn, contextRegion.endLine]).toEqual([1, 1, 4])
  })

  test('a long region shows its first 40 lines', () => {
    const { region } = physical('x\n'.repeat(100), { line: 1, column: 1, endLine: 100, endColumn: 2 })
    expect(region.snippet.text).toBe('x\n'.repeat(40))
    expect(region.endLine).toBe(100)
  })

  test('an inventory of one line shows 4 KB', () => {
    const { region, contextRegion } = physical('x'.repeat(50_000), {
      line: 1,
      column: 10,
      endLine: 1,
      endColumn: 40_000,
    })
    expect(region.snippet.text.length).toBe(4096)
    expect([contextRegion.startColumn, contextRegion.endColumn, contextRegion.snippet.text.length]).toEqual([
      1, 50_001, 4096,
    ])
  })

  test('a region that covers the whole text shrinks to its first bracket, so that there are lines around it', () => {
    const { region, contextRegion } = physical('{\n}', { line: 1, column: 1, endLine: 2, endColumn: 2 })
    expect(region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, snippet: { text: '{' } })
    expect(contextRegion.snippet.text).toBe('{\n}')
  })
})

test('what GitHub would refuse is left out and counted, undecided rules first', () => {
  const undecided = Array.from({ length: 25_000 }, () => anUndecided())
  const [run] = JSON.parse(sarif(aReport([anInventory({ findings: [aFinding()], undecided })]))).runs
  expect(run.results.length).toBe(25_000)
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(
    'Undecided results left out: 1, since a run may hold no more than 25000 results.',
  )
})

import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { aHost } from '../support/a-host.ts'

const rule = 'source-release-unsupported'
const newer = JSON.stringify({
  schemaVersion: 1,
  migration: { target: '2012R2' },
  deployment: null,
  servers: ['NWSH01', 'NWSH02'].map((name) => ({
    name,
    roles: ['RDS-RD-SERVER'],
    installedFeatures: ['RDS-RD-Server'],
    operatingSystem: { version: '10.0.20348', productType: 3 },
  })),
})
const unknown = '{ "schemaVersion": 1, "migration": { "target": "2012R2" } }'

function suppression(lines: Readonly<Record<string, string>> = {}): string {
  const { settings = '', ...rest } = lines
  const all = { rule, subject: '"*"', reason: 'Accepted by the change board, CHG-1042', ...rest }
  const entries = Object.entries(all).filter(([, value]) => value !== '')
  return `${settings}\nsuppressions:\n  - ${entries.map(([key, value]) => `${key}: ${value}`).join('\n    ')}\n`
}

async function lint(configuration: string, args: readonly string[] = [], inventory = newer) {
  const files = { '/move/inventory.json': inventory, '/move/.rds-lint.yaml': configuration }
  const host = aHost({ files, args: ['inventory.json', '--rule', rule, ...args] })
  return { code: await run(host), out: host.out(), err: host.err() }
}

async function report(configuration: string, args: readonly string[] = [], inventory = newer) {
  const { out, code } = await lint(configuration, ['--format', 'json', ...args], inventory)
  return { code, ...JSON.parse(out).inventories[0] }
}

test('what is suppressed stays in the report, marked and counted, and does not block', async () => {
  const { code, verdict, findings, counts } = await report(suppression({ expires: '2027-03-31' }))
  expect([code, verdict]).toEqual([0, 'ready'])
  expect(findings.map((one: { suppressed: object }) => one.suppressed)).toEqual(
    Array.from({ length: 2 }, () => ({ reason: 'Accepted by the change board, CHG-1042', expires: '2027-03-31' })),
  )
  expect(counts).toMatchObject({ fail: 2, suppressed: 2 })
})

test.each([
  ['the name of one server', { subject: 'nwsh01' }, 1],
  ['a pattern', { subject: '"*01"' }, 1],
  ['a pointer', { subject: '', pointer: '/servers/1' }, 1],
  ['a name that nothing bears', { subject: 'NWSH09' }, 0],
])('%s suppresses what it is for', async (_, lines, number) => {
  const { code, counts } = await report(suppression(lines))
  expect([code, counts.suppressed]).toEqual([1, number])
})

test('an undecided rule can be suppressed too', async () => {
  expect((await report('', [], unknown)).code).toBe(3)
  const { code, verdict, undecided, counts } = await report(suppression(), [], unknown)
  expect([code, verdict, counts.suppressed]).toEqual([0, 'ready', 1])
  expect(undecided[0].suppressed.reason).toContain('CHG-1042')
})

describe('a suppression that does not work says so:', () => {
  test.each([
    ['on the day after its last', { expires: '2026-11-23' }, 'expired on 2026-11-23 and works no more'],
    [
      'where the configuration forbids it',
      { settings: `rules: { ${rule}: { suppressible: false } }` },
      'nobody may suppress this rule',
    ],
  ])('%s', async (_, lines, words) => {
    const { code, counts, diagnostics } = await report(suppression(lines))
    expect([code, counts.suppressed]).toEqual([1, 0])
    expect(diagnostics).toEqual([{ code: 'suppression', severity: 'warning', message: expect.stringContaining(words) }])
    expect(diagnostics[0].message).toMatch(
      /^\.rds-lint\.yaml:\d+:5: the suppression of source-release-unsupported for "\*"/,
    )
    expect((await lint(suppression(lines))).out).toContain('Suppressions and baseline\n  warning  .rds-lint.yaml:')
  })

  test('on its last day it still works', async () => {
    expect((await report(suppression({ expires: '2026-11-24' }))).code).toBe(0)
    expect((await report(suppression({ expires: '2026-11-24' }), ['--as-of', '2026-11-25'])).code).toBe(1)
  })
})

test('a suppression that is for nothing is told, but not of a rule that was not asked for', async () => {
  const { diagnostics } = await report(suppression({ subject: 'NWSH09' }))
  expect(diagnostics[0].message).toContain('is for nothing that this run found')
  expect((await report(suppression({ rule: 'certificate-expired' }))).diagnostics).toEqual([])
})

test('nothing suppresses what is said of suppressions', async () => {
  const both = `${suppression({ expires: '2026-01-01' })}  - rule: suppression\n    subject: "*"\n    reason: quiet\n`
  const { code, err } = await lint(both)
  expect(code).toBe(2)
  expect(err).toMatch(/there is no rule suppression/)
})

test('an auditor sees the run without them, and that it is so', async () => {
  const { code, counts, diagnostics } = await report(suppression(), ['--no-suppressions'])
  expect([code, counts.suppressed, diagnostics]).toEqual([1, 0, []])
  expect((await lint(suppression(), ['--no-suppressions'])).out).toContain(
    'No suppression works in this run (--no-suppressions).',
  )
})

describe('--max-suppressions', () => {
  test.each([
    ['2', 0],
    ['1', 1],
    ['0', 1],
  ])('%s of two ends with %i', async (most, code) => {
    expect((await report(suppression(), ['--max-suppressions', most])).code).toBe(code)
  })

  test('says in the report what blocks', async () => {
    const { verdict, diagnostics } = await report(suppression(), ['--max-suppressions', '1'])
    expect(verdict).toBe('blocked')
    expect(diagnostics[0].message).toBe(
      'suppressed in this run: 2, and no more than 1 may be (--max-suppressions); settle some of them',
    )
    const { out } = await lint(suppression(), ['--max-suppressions', '1'])
    expect(out).toContain('Next       Settle some of what is suppressed below')
  })

  test.each(['-1', 'two', '1.5', ''])('refuses %j', async (most) => {
    expect((await lint('', [`--max-suppressions=${most}`])).code).toBe(2)
  })
})

test('SARIF says of each result whether it is suppressed, and why', async () => {
  const { out } = await lint(suppression({ subject: 'NWSH01', expires: '2027-03-31' }), ['--format', 'sarif'])
  const { results } = JSON.parse(out).runs[0]
  expect(results.map((one: { suppressions: object }) => one.suppressions)).toEqual([
    [
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Accepted by the change board, CHG-1042',
        properties: { expires: '2027-03-31' },
      },
    ],
    [],
  ])
  const plain = JSON.parse((await lint('', ['--format', 'sarif'])).out).runs[0].results
  expect(plain.every((one: object) => !('suppressions' in one))).toBe(true)
})

test('the page shows what is suppressed apart from what counts', async () => {
  const { out } = await lint(suppression({ subject: 'NWSH01' }))
  expect(out).toContain('BLOCKED    1 error · 1 suppressed')
  expect(out).toMatch(
    /Suppressed, and not counted\n {2}error {4}source-release-unsupported \(NWSH01\)\n.*\n {11}reason {2}Accepted/,
  )
})

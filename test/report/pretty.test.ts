import { describe, expect, test } from 'vitest'
import type { Finding, InventoryReport, Report } from '../../src/model/report.ts'
import { columns } from '../../src/report/pretty/columns.ts'
import { type PrettyOptions, pretty } from '../../src/report/pretty.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import {
  aFinding,
  aMissing,
  anInventory,
  anUndecided,
  aRegion,
  aReport,
  sampleReport,
} from '../support/sample-report.ts'

describe('the sample report', () => {
  test.each([
    ['sample.80.txt', {}],
    ['sample.40-ascii.txt', { width: 40, ascii: true }],
    ['sample.verbose.txt', { verbose: true }],
    ['sample.quiet.txt', { quiet: true }],
  ] as const)('is written as expected: %s', async (file, options) => {
    await expect(pretty(sampleReport(), options)).toMatchFileSnapshot(`expected/${file}`)
  })
})

describe('no line is wider than the page', () => {
  const unbroken = new Set(['commands', 'verify'])
  const reports: readonly (readonly [string, Report])[] = [
    ['the sample', sampleReport()],
    ...hostileTexts.map(([title, text]) => [title, withEverywhere(sampleReport(), text)] as const),
  ]
  test.each(reports)('%s', (_, report) => {
    const bare = JSON.parse(JSON.stringify(report, (key, value) => (unbroken.has(key) ? undefined : value))) as Report
    for (const width of [40, 63, 64, 80, 100]) {
      for (const ascii of [false, true]) {
        const lines = pretty(bare, { width, ascii }).split('\n')
        expect(lines.filter((line) => columns(line) > width)).toEqual([])
      }
    }
  })
})

test('a command is never broken', () => {
  const command = `Add-RDServer -Server 'NWCB02.northwind.example' -Role RDS-CONNECTION-BROKER -ConnectionBroker 'NWCB01.northwind.example'`
  const finding = aFinding({ remediation: { text: 'Add it.', commands: [command] } })
  expect(shown([finding], { width: 40 })).toContain(command)
})

test('ASCII pages hold nothing but ASCII', () => {
  const findings = Array.from({ length: 9 }, () => aFinding({ subject: 'R'.repeat(500) }))
  const text = pretty(aReport([anInventory({ findings })]), { ascii: true, verbose: true })
  expect(text).toMatch(/^[\n -~]*$/)
})

test('without colour and links there is no escape sequence; with them there is', () => {
  expect(pretty(sampleReport())).not.toContain('\u001b')
  expect(pretty(sampleReport(), { color: '16' })).toContain('\u001b[31merror\u001b[39m')
  expect(pretty(sampleReport(), { hyperlinks: true })).toContain('\u001b]8;;https://learn.microsoft.com/')
})

test('an address that is not one of the web becomes no link', () => {
  const finding = aFinding({
    sources: [{ ...aFinding().sources[0], url: 'javascript:1' } as Finding['sources'][number]],
  })
  expect(shown([finding], { hyperlinks: true })).not.toContain('\u001b]8')
})

describe('next', () => {
  const next = (inventory: Partial<InventoryReport>, report: Partial<Report> = {}) =>
    (/Next +(.*(?:\n {13}.*)*)/.exec(pretty(aReport([anInventory(inventory)], report)))?.[1] ?? '').replace(
      /\n +/g,
      ' ',
    )
  const warning = aFinding({ severity: 'warning', category: 'estate', remediation: { text: 'Export again.' } })

  test('is the remedy of the first finding of the highest severity', () => {
    const later = aFinding({ category: 'licensing', remediation: { text: 'Activate the licence server. Then wait.' } })
    expect(next({ findings: [warning, later] })).toBe('Activate the licence server (NWCB01.northwind.example, step 6)')
  })

  test('follows the order of the migration among equals', () => {
    const later = aFinding({ category: 'licensing' })
    const first = aFinding({
      category: 'estate',
      remediation: { text: 'Upgrade NWCB01.northwind.example first. Go on.' },
    })
    expect(next({ findings: [later, first] })).toBe('Upgrade NWCB01.northwind.example first (whole estate)')
  })

  test('is how to collect the first fact that decides', () => {
    const minor = anUndecided({
      severity: 'info',
      missing: [aMissing({ label: 'language of RDSH04', pointer: '/servers/3/language' })],
    })
    expect(next({ verdict: 'undecided', undecided: [minor, anUndecided()] })).toBe(
      'Find out operating system of RDSH04: run Export-RdsInventory.ps1 again when Win32_OperatingSystem answers, or fill in "operatingSystem" at inventory.json:5:5',
    )
  })

  test.each([
    ['before', [], 'Begin with step 1 of the migration, the connection broker'],
    ['before', [warning], 'Read the 1 warning below. Then: begin with step 1 of the migration, the connection broker'],
    ['during', [], 'Go on with the next server, and export the inventory again after it'],
    ['after', [], 'Nothing stands in the way of calling the migration finished'],
  ] as const)('%s the move, when ready', (phase, findings, expected) => {
    expect(next({ verdict: 'ready', phase, findings })).toBe(expected)
  })

  test('is not to begin where next to nothing was checked', () => {
    const scope = { rules: ['license-server-missing'] }
    expect(next({ verdict: 'ready', scope })).toBe(
      'Run again without --rule: this verdict rests on the rules asked for alone',
    )
    const counts = { ...anInventory().counts, subjects: 0 }
    expect(next({ verdict: 'ready', counts })).toBe('Export the inventory again: nothing in it could be checked')
  })

  test('is to correct the file that cannot be used', () => {
    const diagnostics = [
      { code: 'syntax', severity: 'error', message: 'A comma is missing; add it.', region: aRegion(7) },
    ] as const
    expect(next({ verdict: 'unusable', diagnostics })).toBe('Correct inventory.json:7:5: A comma is missing; add it.')
  })
})

describe('many findings of one rule', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aFinding({ subject: `NWSH${index}`, message: `NWSH${index} is old.`, region: aRegion(100 + index) }),
    )

  test('up to five stand in full', () => {
    expect(shown(many(5)).match(/is old\./g)).toHaveLength(5)
  })

  test('more fold into a list that says how many', () => {
    const text = shown(many(8))
    expect(text.match(/is old\./g)).toHaveLength(3)
    expect(text).toContain('and 5 more of broker-ha-not-configured, at line:column: NWSH3')
    expect(text.replace(/\s+/g, ' ')).toContain('NWSH7 107:5')
  })

  test('a long list ends with how many it leaves out, which --verbose names', () => {
    expect(shown(many(1234)).replace(/\s+/g, ' ')).toContain('NWSH22 122:5, and 1,211 more (--verbose names them)')
    expect(shown(many(1234), { verbose: true })).toContain('NWSH1233 1333:5')
  })

  test('where Microsoft says so stands once', () => {
    expect(shown(many(5)).match(/ source /g)).toHaveLength(1)
  })
})

describe('not known', () => {
  const missingOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      anUndecided({
        missing: [
          aMissing({
            pointer: `/servers/${index}/operatingSystem`,
            label: `operating system of NWSH${index}`,
            reason: `NWSH${index}: no answer`,
          }),
        ],
      }),
    )
  const text = (undecided: InventoryReport['undecided'], options: PrettyOptions = {}) =>
    pretty(aReport([anInventory({ verdict: 'undecided', undecided })]), options).replace(/\s+/g, ' ')

  test('a fact that several rules wait for is said once', () => {
    const page = text([anUndecided(), anUndecided({ rule: 'session-host-newer-than-broker' })])
    expect(page.match(/\? operating system of RDSH04/g)).toHaveLength(1)
    expect(page).toContain('waits session-collection-mixed-releases, session-host-newer-than-broker')
    expect(page).toContain('1 fact missing (2 rules wait for it)')
  })

  test('the same fact of many servers folds, and says how many', () => {
    const page = text(missingOf(9812))
    expect(page).toContain('operating system of 9,812 servers: NWSH0, NWSH1, … and 9,810 more')
    expect(page).toContain('NWSH0: no answer (and 9,811 more reasons)')
  })

  test('three of them do not fold', () => {
    expect(text(missingOf(3)).match(/\? operating system of NWSH\d/g)).toHaveLength(3)
  })

  test('--verbose names all', () => {
    expect(text(missingOf(50), { verbose: true })).toContain('NWSH48, NWSH49')
  })

  test.each([
    [
      'the planner knows it',
      { pointer: '/migration/plannedFor', label: 'day of the move', region: aRegion(1) },
      'fill in "plannedFor" at inventory.json:1:5',
    ],
    [
      'no source failed',
      { pointer: '/servers/0/sessions', label: 'sessions of NWSH0', region: aRegion(1), source: 'Get-RDUserSession' },
      'run Export-RdsInventory.ps1 again (it asks Get-RDUserSession), or fill in "sessions" at inventory.json:1:5',
    ],
    [
      'a key is escaped',
      { pointer: '/servers/0/a~1b~0c', label: 'x', region: aRegion(1) },
      'fill in "a/b~c" at inventory.json:1:5',
    ],
  ])('says how to get a fact where %s', (_, missing, expected) => {
    expect(text([anUndecided({ missing: [missing] })])).toContain(`collect ${expected}`)
  })
})

describe('what a verdict rests on', () => {
  test('is said where nothing was checked', () => {
    const counts = { ...anInventory().counts, subjects: 0 }
    expect(pretty(aReport([anInventory({ verdict: 'ready', counts })]))).toMatch(
      /48 rules looked at 0 parts: nothing was checked\.\n$/,
    )
  })

  test('is said where only some rules were asked for', () => {
    const page = pretty(aReport([anInventory({ scope: { rules: ['license-server-missing'] } })]))
    expect(page.replace(/\s+/g, ' ')).toContain(
      'Only asked for: license-server-missing. No other rule has a say in this verdict.',
    )
  })

  test('is said where warnings block, and where undecided rules pass', () => {
    expect(pretty(aReport([anInventory()], { failOn: 'warning' }))).toContain('In this run warnings block too.')
    const undecided = anInventory({ verdict: 'undecided', undecided: [anUndecided()] })
    expect(pretty(aReport([undecided], { allowUndecided: true }))).toContain('(--allow-undecided)')
  })

  test('is said for several inventories at the end, and where there was none', () => {
    expect(pretty(sampleReport())).toContain('4 inventories: 2 unusable, 1 blocked, 1 ready\n')
    expect(pretty(aReport([]))).toBe('No inventory was judged.\n')
  })
})

test('--quiet keeps what blocks, also where warnings block', () => {
  const warning = aFinding({ severity: 'warning', message: 'Sales has one host.' })
  expect(shown([warning], { quiet: true })).not.toContain('Sales has one host.')
  expect(pretty(aReport([anInventory({ findings: [warning] })], { failOn: 'warning' }), { quiet: true })).toContain(
    'Sales has one host.',
  )
})

function shown(findings: readonly Finding[], options: PrettyOptions = {}): string {
  return pretty(aReport([anInventory({ findings })]), options)
}

import { expect, test } from 'vitest'
import { estate } from '../../scripts/estates/estate.ts'
import type { Configuration, Suppression } from '../../src/configuration/configuration.ts'
import { lint, ruleIds } from '../../src/lint.ts'
import type { LintOptions } from '../../src/lint-options.ts'
import type { InventoryReport } from '../../src/model/report.ts'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)
const reason = 'Accepted by the change board, CHG-1042'

function judge(seed: number, options: Partial<LintOptions> = {}): InventoryReport {
  const bytes = new TextEncoder().encode(JSON.stringify(estate(seed)))
  const { inventories } = lint([{ file: 'inventory.json', bytes }], {
    asOf: '2026-11-24',
    target: '2012R2',
    ...options,
  })
  const [report] = inventories
  if (report === undefined) throw new Error('there is one inventory')
  return report
}

function suppressing(suppressions: readonly Suppression[]): Partial<LintOptions> {
  return { configuration: { suppressions } }
}

/** What the rules said, whatever the configuration makes of it. */
function said({ findings, undecided, counts, tallies }: InventoryReport) {
  const plain = [...findings, ...undecided].map(({ suppressed: _, ...entry }) => entry)
  return { plain, counts: { ...counts, suppressed: 0 }, tallies }
}

test.each<[string, Configuration]>([
  ['an empty configuration', {}],
  ['one that says what holds anyway', { target: '2012R2', failOn: 'error', rules: {}, suppressions: [] }],
  ['one that forbids what nobody does', { suppressions: false }],
])('%s is as good as none', (_, configuration) => {
  for (const seed of seeds) expect(judge(seed, { configuration })).toEqual(judge(seed))
})

test('a suppression for something else changes nothing but the remark that it is for nothing', () => {
  for (const seed of seeds) {
    const rule = ruleIds[seed % ruleIds.length] ?? ''
    const { diagnostics, ...after } = judge(seed, suppressing([{ rule, subject: 'nobody is called so', reason }]))
    const { diagnostics: before, ...rest } = judge(seed)
    expect(after).toEqual(rest)
    expect(diagnostics.filter(({ code }) => code !== 'suppression')).toEqual(before)
  }
})

test('what the rules say does not depend on suppressions, and each suppressed entry is counted', () => {
  let suppressed = 0
  for (const seed of seeds) {
    const suppressions = ruleIds
      .filter((_, index) => index % 3 === seed % 3)
      .map((rule) => ({ rule, subject: '*', reason }))
    const report = judge(seed, suppressing(suppressions))
    expect(said(report)).toEqual(said(judge(seed)))
    const marked = [...report.findings, ...report.undecided].filter((entry) => entry.suppressed)
    expect(report.counts.suppressed).toBe(marked.length)
    suppressed += marked.length
  }
  expect(suppressed).toBeGreaterThan(100)
})

test('where everything is suppressed nothing blocks, and where suppressions are set aside all is as without them', () => {
  const { configuration } = suppressing(ruleIds.map((rule) => ({ rule, subject: '*', reason })))
  if (configuration === undefined) throw new Error('there is one')
  for (const seed of seeds) {
    expect(judge(seed, { configuration }).verdict).toBe('ready')
    expect(judge(seed, { configuration, suppressions: false })).toEqual(judge(seed))
    expect(judge(seed, { configuration, maxSuppressions: 0 }).verdict).toBe(
      judge(seed).findings.length + judge(seed).undecided.length > 0 ? 'blocked' : 'ready',
    )
  }
})

test('a severity in the file changes how grave a rule is, never where it applies', () => {
  for (const seed of seeds) {
    for (const severity of ['error', 'info'] as const) {
      const rules = Object.fromEntries(ruleIds.map((id) => [id, { severity }]))
      const after = judge(seed, { configuration: { rules } })
      const before = judge(seed)
      expect(after.tallies).toEqual(before.tallies)
      expect(new Set(after.findings.map((one) => one.severity)).size).toBeLessThan(2)
      expect(new Set(after.findings.map(({ fingerprint }) => fingerprint))).toEqual(
        new Set(before.findings.map(({ fingerprint }) => fingerprint)),
      )
    }
  }
})

test('the baseline of a run knows all of its findings, and leaves what is undecided to the verdict', () => {
  for (const seed of seeds) {
    const before = judge(seed)
    const findings = before.findings.map(({ rule, subject, severity, fingerprint }) => ({
      rule,
      subject,
      severity,
      fingerprint,
    }))
    const after = judge(seed, { baseline: { inventories: [{ findings }] } })
    expect(after.findings.every(({ baseline }) => baseline === 'known')).toBe(true)
    expect(after.gone).toEqual([])
    const isOpen = before.undecided.some(({ severity }) => severity === 'error')
    expect(after.verdict).toBe(isOpen ? 'undecided' : 'ready')
    expect(judge(seed, { baseline: { inventories: [{ findings: [] }] } }).verdict).toBe(before.verdict)
  }
})

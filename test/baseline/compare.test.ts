import { describe, expect, test } from 'vitest'
import { baselineText } from '../../src/baseline/baseline-text.ts'
import { compare } from '../../src/baseline/compare.ts'
import { holds, knownOf } from '../../src/baseline/known-of.ts'
import { readBaseline } from '../../src/baseline/read-baseline.ts'
import type { Finding, Severity } from '../../src/model/report.ts'
import { aFinding, anInventory, anUndecided, aReport } from '../support/sample-report.ts'

const known = { rule: 'broker-ha-not-configured', subject: 'NWCB01', severity: 'error', fingerprint: 'f1' } as const
const looked = { 'broker-ha-not-configured': { pass: 1, fail: 0, undecided: 0, notApplicable: 0 } }

function found(changes: Partial<Finding> = {}) {
  return aFinding({ fingerprint: 'f1', ...changes })
}

test.each<[string, Partial<Finding>, Severity, string]>([
  ['as it was', {}, 'error', 'known'],
  ['less grave than it was', { severity: 'info' }, 'error', 'known'],
  ['graver than it was', { severity: 'error' }, 'warning', 'new'],
  ['with another fingerprint', { fingerprint: 'f2' }, 'error', 'new'],
  ['of another rule', { rule: 'license-server-missing' }, 'error', 'new'],
])('a finding %s', (_, changes, severity, state) => {
  const { findings } = compare(
    { findings: [found(changes)], undecided: [], faults: [], tallies: looked },
    { findings: [{ ...known, severity }] },
  )
  expect(findings[0]?.baseline).toBe(state)
})

describe('a finding of the baseline that is not found again', () => {
  const nothing = { findings: [], undecided: [], faults: [], tallies: looked }
  const named = { rule: known.rule, subject: 'NWCB01', fingerprint: 'f1' }

  test('is gone where its rule looked', () => {
    expect(compare(nothing, { findings: [known] })).toMatchObject({ gone: [named], untold: [] })
  })

  test.each([
    ['did not apply or was not asked for', { ...nothing, tallies: {} }],
    ['could not decide somewhere', { ...nothing, undecided: [anUndecided({ rule: known.rule })] }],
    ['went wrong', { ...nothing, faults: [{ rule: known.rule, pointer: '', message: 'division by zero' }] }],
  ])('is not called gone where its rule %s', (_, judged) => {
    expect(compare(judged, { findings: [known] })).toMatchObject({ gone: [], untold: [named] })
  })

  test('is not gone while it is suppressed', () => {
    const suppressed = { reason: 'CHG-1042' }
    expect(compare({ ...nothing, findings: [found({ suppressed })] }, { findings: [known] })).toMatchObject({
      gone: [],
      untold: [],
    })
  })
})

describe('the file', () => {
  const one = anInventory({ findings: [found({ subject: 'NWCB02', fingerprint: 'f2' }), found({ subject: 'NWCB01' })] })

  test('knows the findings of its report again, in an order of its own', () => {
    const text = baselineText(aReport([one]))
    expect(readBaseline(new TextEncoder().encode(text)).baseline?.inventories).toEqual([
      { findings: [known, { ...known, subject: 'NWCB02', fingerprint: 'f2' }] },
    ])
  })

  test('leaves out what is suppressed, and names the inventories where there are several', () => {
    const other = anInventory({ file: 'farms/contoso.json', findings: [found({ suppressed: { reason: 'CHG-1042' } })] })
    expect(JSON.parse(baselineText(aReport([one, other]))).inventories).toMatchObject([
      { file: 'inventory.json' },
      { file: 'farms/contoso.json', findings: [] },
    ])
  })

  test.each([
    ['', /^the file is empty; write it anew with --write-baseline$/],
    ['{', /^1:2 /],
    ['[]', /^1:1 this is no baseline of version 1; write one with --write-baseline/],
    ['{ "baseline": 2, "inventories": [] }', /this is no baseline of version 1/],
    ['{ "baseline": 1, "inventories": [{ "findings": [{}] }] }', /^1:49 this is not what a baseline holds here; /],
    [
      '{ "baseline": 1, "baseline": 1, "inventories": [{ "findings": [] }] }',
      /^1:18 the property "baseline" stands twice/,
    ],
  ])('%j is refused with a sentence', (text, sentence) => {
    const { baseline, diagnostics } = readBaseline(new TextEncoder().encode(text))
    expect(baseline).toBeUndefined()
    const [first] = diagnostics.map(({ region, message }) =>
      region ? `${region.line}:${region.column} ${message}` : message,
    )
    expect(first).toMatch(sentence)
  })
})

test.each([
  ['without a name fits any inventory', [{ findings: [known] }], 'inventory.json', true],
  ['is found by its name', [{ file: './farms/nw.json', findings: [known] }], 'farms\\nw.json', true],
  ['of another name holds nothing', [{ file: 'nw.json', findings: [known] }], 'contoso.json', false],
])('a part of a baseline %s', (_, inventories, file, isHeld) => {
  expect(holds({ inventories }, file)).toBe(isHeld)
  expect(knownOf({ inventories }, file).findings).toHaveLength(isHeld ? 1 : 0)
})

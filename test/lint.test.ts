import { expect, test } from 'vitest'
import { lint, ruleIds } from '../src/lint.ts'

const bytes = new TextEncoder().encode('{ "schemaVersion": 1, "migration": { "target": "2012R2" }, "servers": [] }')
const asOf = '2026-11-24'

// What JavaScript can pass and the types cannot forbid.
const unusable: readonly (readonly [string, object, string])[] = [
  ['a day that does not exist', { asOf: '2026-02-30' }, 'asOf is "2026-02-30"; it must be a day such as 2026-11-24'],
  ['no day', { asOf: undefined }, 'asOf is undefined; it must be a day such as 2026-11-24'],
  [
    'a release that does not exist',
    { target: '2020' },
    'target is "2020"; it must be one of 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025',
  ],
  [
    'a target that is not judged yet',
    { target: '2022' },
    'target 2022 is not yet supported: this version judges migrations to 2012R2 only',
  ],
  ['a method that does not exist', { method: 'upgrade' }, 'method is "upgrade"; it must be one of migrate, in-place'],
  ['a phase that does not exist', { phase: 'later' }, 'phase is "later"; it must be one of before, during, after'],
  ['a severity that does not exist', { failOn: 'note' }, 'failOn is "note"; it must be one of error, warning, info'],
  [
    'a rule that does not exist',
    { rules: ['certificate-expired', 'certificate-exspired'] },
    'there is no rule certificate-exspired; did you mean certificate-expired?',
  ],
  [
    'a configuration of a rule that does not exist',
    { configuration: { rules: { 'certificate-exspired': { severity: 'off' } } } },
    'there is no rule certificate-exspired; did you mean certificate-expired?',
  ],
  [
    'a severity of a rule that does not exist',
    { configuration: { rules: { 'certificate-expired': { severity: 'on' } } } },
    'configuration.rules is "on"; it must be one of error, warning, info, off',
  ],
  [
    'a suppression without a reason',
    { configuration: { suppressions: [{ rule: 'certificate-expired', subject: '*' }] } },
    'configuration.suppressions: that of certificate-expired has no reason; say why it is taken on',
  ],
  [
    'a suppression for nothing in particular',
    { configuration: { suppressions: [{ rule: 'certificate-expired', reason: 'CHG-1042' }] } },
    'configuration.suppressions: that of certificate-expired needs a subject or a pointer, one of them',
  ],
  [
    'a number of suppressions that is none',
    { maxSuppressions: Number.NaN },
    'maxSuppressions is NaN; it must be a whole number, 0 or more',
  ],
  [
    'a baseline that is none',
    { baseline: {} },
    'baseline has no inventories with findings; give what --write-baseline writes',
  ],
  ['no rule at all', { rules: [] }, 'rules names no rule; leave it out to judge by all of them'],
]

test.each(unusable)('refuses %s, whatever the inventories are', (_, options, message) => {
  for (const inputs of [[], [{ file: 'contoso.json', bytes }]]) {
    expect(() => lint(inputs, { asOf, ...options })).toThrow(new RangeError(message))
  }
})

test('judges by the rules that are named, in either case', () => {
  const report = lint([{ file: 'contoso.json', bytes }], { asOf, rules: ['Certificate-Expired'] })
  expect(report.inventories[0]?.scope).toEqual({ rules: ['certificate-expired'] })
  expect(ruleIds).toContain('certificate-expired')
})

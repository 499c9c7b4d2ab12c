import { describe, expect, test } from 'vitest'
import { judge } from '../../src/engine/judge.ts'
import type { PreparedRule } from '../../src/engine/prepared.ts'
import { scopeOf } from '../../src/expression/scope.ts'
import { Fault } from '../../src/expression/value.ts'
import type { Severity } from '../../src/model/report.ts'
import { type Unknown, unknown } from '../../src/model/unknown.ts'

const host = { name: 'RDSH01' }
const noDomain = unknown(host, 'domain')
const noRoles = unknown(host, 'roles')
const fault = new Fault('division by zero')

function outcomeOf(
  conditions: { readonly when?: unknown; readonly require: unknown },
  severities: readonly (readonly [Severity, unknown?])[] = [['error']],
): string {
  const rule: PreparedRule = {
    ...('when' in conditions ? { when: () => conditions.when } : {}),
    require: () => conditions.require,
    severities: severities.map(([is, when]) => ({ is, ...(when === undefined ? {} : { when: () => when }) })),
    asks: { subject: false, parent: false },
  }
  const outcome = judge(rule, scopeOf([], undefined))
  switch (outcome.kind) {
    case 'fail':
      return `fail ${outcome.severity}`
    case 'undecided':
      return `undecided ${outcome.severity} for want of ${keysOf(outcome.missing)}`
    case 'fault':
      return `fault ${outcome.reason}`
    default:
      return outcome.kind
  }
}

function keysOf({ facts }: Unknown): string {
  return facts.map(({ key }) => key).join(', ')
}

describe('judge', () => {
  test.each([
    [true, 'pass'],
    [false, 'fail error'],
    [noDomain, 'undecided error for want of domain'],
    [fault, 'fault division by zero'],
    [1n, 'fault a condition gives no bool'],
  ])('a condition that gives %o: %s', (require, expected) => {
    expect(outcomeOf({ require })).toBe(expected)
    expect(outcomeOf({ when: true, require })).toBe(expected)
  })

  test.each([true, false, noDomain, fault])(
    'a rule that does not apply says nothing, even where it gives %o',
    (require) => {
      expect(outcomeOf({ when: false, require })).toBe('notApplicable')
    },
  )

  test.each([
    ['passes all the same', true, 'pass'],
    ['would fail: the fact that tells whether it applies is missing', false, 'undecided error for want of domain'],
    ['is not known either: both facts are missing', noRoles, 'undecided error for want of domain, roles'],
    ['waits for the same fact: it is told once', noDomain, 'undecided error for want of domain'],
    ['would be a fault, which may never come to pass', fault, 'undecided error for want of domain'],
  ])('where nobody told whether a rule applies, and it %s', (_, require, expected) => {
    expect(outcomeOf({ when: noDomain, require })).toBe(expected)
  })

  test.each([
    [fault, 'fault division by zero'],
    [null, 'fault a condition gives no bool'],
  ])('a condition on the part that gives %o is a fault of the rule', (when, expected) => {
    expect(outcomeOf({ when, require: true })).toBe(expected)
  })
})

describe('the severity', () => {
  test.each<readonly [string, readonly (readonly [Severity, unknown?])[], string]>([
    ['is that of the first entry that fits', [['warning', false], ['info', true], ['error']], 'fail info'],
    ['is the last where no other fits', [['error', false], ['info']], 'fail info'],
    ['is none where no entry fits', [['error', false]], 'notApplicable'],
    ['is the stricter where it cannot be told', [['error', noDomain], ['info']], 'fail error'],
    ['is the stricter of what follows too', [['info', noDomain], ['warning', noRoles], ['info']], 'fail warning'],
    ['asks no further than an entry that fits', [['info', noDomain], ['warning'], ['error']], 'fail warning'],
    ['is that of the only entry, told or not', [['warning', noDomain]], 'fail warning'],
    ['is a fault where its condition is one', [['warning', fault]], 'fault division by zero'],
  ])('%s', (_, severities, expected) => {
    expect(outcomeOf({ require: false }, severities)).toBe(expected)
  })

  test('is chosen for what is undecided as well', () => {
    expect(outcomeOf({ require: noDomain }, [['info', true], ['error']])).toBe('undecided info for want of domain')
  })

  test('is not asked for where the rule passes', () => {
    expect(outcomeOf({ require: true }, [['error', fault]])).toBe('pass')
  })
})

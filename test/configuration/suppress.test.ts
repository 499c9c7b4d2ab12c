import { describe, expect, test } from 'vitest'
import type { Configuration, Suppression } from '../../src/configuration/configuration.ts'
import { suppressionRemarks, type Use } from '../../src/configuration/remarks.ts'
import { judgeSuppressions, suppress } from '../../src/configuration/suppress.ts'
import { aFinding, anUndecided } from '../support/sample-report.ts'

const rule = 'broker-ha-not-configured'
const rules = [
  { id: rule, suppressible: true },
  { id: 'license-server-missing', suppressible: false },
]
const today = '2026-11-24'

function aSuppression(changes: Partial<Suppression> = {}): Suppression {
  return { rule, subject: '*', reason: 'Accepted by the change board, CHG-1042', place: 'a.yaml:3:5', ...changes }
}

function judged(suppressions: readonly Suppression[], settings: Configuration['rules'] = {}) {
  return judgeSuppressions({ rules: settings, suppressions }, rules, today)
}

test.each([
  ['without an end', {}, 'works'],
  ['on its last day', { expires: '2026-11-24' }, 'works'],
  ['on the day after', { expires: '2026-11-23' }, 'expired'],
  ['of a rule that says nobody may', { rule: 'license-server-missing' }, 'forbidden'],
])('a suppression %s %s', (_, changes, state) => {
  expect(judged([aSuppression(changes)])[0]?.state).toBe(state)
})

test('the configuration may forbid what the rule allows, and not the other way', () => {
  const both = [aSuppression(), aSuppression({ rule: 'license-server-missing' })]
  const settings = { [rule]: { suppressible: false }, 'license-server-missing': { suppressible: true } }
  expect(judged(both, settings).map(({ state }) => state)).toEqual(['forbidden', 'forbidden'])
})

test.each([
  ['its name', { subject: 'nwcb01.northwind.example' }, true],
  ['a pattern', { subject: 'NWCB*' }, true],
  ['another name', { subject: 'NWCB02*' }, false],
  ['its pointer', { subject: undefined, pointer: '/deployment/highAvailability' }, true],
  ['a pointer above it', { subject: undefined, pointer: '/deployment' }, false],
  ['a pointer in another case', { subject: undefined, pointer: '/Deployment/highAvailability' }, false],
  ['another rule', { rule: 'license-server-missing' }, false],
])('a finding is found by %s: %o', (_, changes, isFound) => {
  const { subject, ...rest } = { ...aSuppression(), ...changes }
  const one = judged([{ ...rest, ...(subject === undefined ? {} : { subject }) }])
  const { entries, matched } = suppress([aFinding()], one)
  expect([entries[0]?.suppressed !== undefined, matched.size === 1]).toEqual([isFound, isFound])
})

test('the mark says why and until when, and undecided entries bear it too', () => {
  const one = judged([aSuppression({ expires: '2027-03-31' })])
  const mark = { reason: 'Accepted by the change board, CHG-1042', expires: '2027-03-31' }
  expect(suppress([aFinding()], one).entries).toEqual([{ ...aFinding(), suppressed: mark }])
  expect(suppress([anUndecided({ rule })], one).entries[0]?.suppressed).toEqual(mark)
})

test('one that expired suppresses nothing, and does not stand in the way of one that works', () => {
  const old = aSuppression({ expires: '2026-01-01', reason: 'old' })
  expect(suppress([aFinding()], judged([old])).entries).toEqual([aFinding()])
  expect(suppress([aFinding()], judged([old, aSuppression({ reason: 'new' })])).entries[0]?.suppressed).toEqual({
    reason: 'new',
  })
})

describe('remarks', () => {
  const [works, old, forbidden] = judged([
    aSuppression({ subject: 'NWCB09' }),
    aSuppression({ expires: '2026-01-01' }),
    aSuppression({ rule: 'license-server-missing' }),
  ]) as [ReturnType<typeof judged>[number], ReturnType<typeof judged>[number], ReturnType<typeof judged>[number]]
  const looked = new Set([rule])

  function told(one: typeof works, ...uses: readonly Use[]) {
    return suppressionRemarks([one], uses).map((list) => list.map(({ message }) => message))
  }

  test.each([
    ['is for something', [{ matched: new Set([works]), rules: looked }], [[]]],
    [
      'is for nothing',
      [{ matched: new Set(), rules: looked }],
      [[expect.stringMatching(/^a\.yaml:3:5: the suppression of .* for "NWCB09" is for nothing that this run found/)]],
    ],
    [
      'is for something elsewhere in the run',
      [
        { matched: new Set(), rules: looked },
        { matched: new Set([works]), rules: looked },
      ],
      [[], []],
    ],
    ['is for a rule that did not look', [{ matched: new Set(), rules: new Set<string>() }], [[]]],
    [
      'may be for something in a file that could not be read',
      [undefined, { matched: new Set(), rules: looked }],
      [[], []],
    ],
  ])('of one that works and %s', (_, uses, expected) => {
    expect(told(works, ...(uses as Use[]))).toEqual(expected)
  })

  test('of one that expired stand where it was for something, and once where it was for nothing', () => {
    const sentence = expect.stringMatching(/expired on 2026-01-01 and works no more; look again/)
    const here = { matched: new Set([old]), rules: looked }
    const not = { matched: new Set<never>(), rules: looked }
    expect(told(old, not, here)).toEqual([[], [sentence]])
    expect(told(old, undefined, not, not)).toEqual([[], [sentence], []])
  })

  test('of one that is forbidden say so', () => {
    expect(told(forbidden, { matched: new Set([forbidden]), rules: looked })).toEqual([
      [expect.stringMatching(/does not work, since nobody may suppress this rule/)],
    ])
  })
})

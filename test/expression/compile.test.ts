import { describe, expect, test } from 'vitest'
import { incomplete } from '../../src/model/incomplete-list.ts'
import { given } from '../support/expressions.ts'

const some = (...elements: readonly unknown[]) => incomplete(elements, [{ holder: elements, key: 'rest' }])

describe('the three values', () => {
  const values = {
    true: 'true',
    false: 'false',
    'not known': 'it.ready',
    fault: '(1 / 0 == 1)',
  }
  type Value = keyof typeof values
  const written = { true: true, false: false, 'not known': 'not known: ready', fault: 'fault: division by zero' }

  test.each<readonly [Value, Value, Value, Value]>([
    ['true', 'true', 'true', 'true'],
    ['true', 'false', 'false', 'true'],
    ['false', 'false', 'false', 'false'],
    ['true', 'not known', 'not known', 'true'],
    ['false', 'not known', 'false', 'not known'],
    ['not known', 'not known', 'not known', 'not known'],
    ['true', 'fault', 'fault', 'true'],
    ['false', 'fault', 'false', 'fault'],
    ['fault', 'fault', 'fault', 'fault'],
    ['not known', 'fault', 'not known', 'not known'],
  ])('%s and %s: && gives %s, || gives %s, in either order', (one, other, and, or) => {
    const both = [
      [one, other],
      [other, one],
    ] as const
    for (const [left, right] of both) {
      expect(given(`${values[left]} && ${values[right]}`)).toBe(written[and])
      expect(given(`${values[left]} || ${values[right]}`)).toBe(written[or])
      expect(given(`[1, 2].exists(x, x == 1 ? ${values[left]} : ${values[right]})`)).toBe(written[or])
      expect(given(`[1, 2].all(x, x == 1 ? ${values[left]} : ${values[right]})`)).toBe(written[and])
    }
  })

  test.each([
    ['!it.ready', 'not known: ready'],
    ['it.ready ? 1 : 2', 'not known: ready'],
    ['it.ready ? 1 : 1', 1n],
    ['dyn(it.ready ? 1 : 1.0) == 1', 'not known: ready'],
    ['it.ready ? it.limit : 1', 'not known: ready'],
    ['it.ready ? 1 / 0 : 1', 'not known: ready'],
    ["it.ready ? timestamp('2016-10-12') : timestamp('2016-10-12T00:00:00Z')", '2016-10-12T00:00:00.000Z'],
    ['true ? 1 : it.limit', 1n],
    ['it.limit + it.counts[0] > 0', 'not known: limit, counts'],
    ["it.broker.name == 'RDCB01'", 'not known: broker'],
    ['[it.limit, 1]', 'not known: limit'],
    ["{'a': it.limit}", 'not known: limit'],
    ['size(it.tags)', 'not known: tags'],
    ['[1, 2].filter(x, it.limit > x)', ['and what is in: limit']],
    ['[1, 2].map(x, x > 1 ? x : it.limit)', [2n, 'and what is in: limit']],
    ['[1, 2].exists_one(x, x == 1 || it.ready)', 'not known: ready'],
    ['[1, 2].exists_one(x, it.ready)', 'not known: ready'],
    ['[1, 1, 2].exists_one(x, x == 1 || it.ready)', false],
  ])('%s gives %s of an empty farm', (text, expected) => {
    expect(given(text)).toEqual(expected)
  })
})

describe('fields', () => {
  test.each([
    ['an absent field is not known', "it.owner == 'jdoe'", {}, 'not known: owner'],
    ['a field that is null is known', "it.owner == 'jdoe'", { owner: null }, false],
    ['null equals null', 'it.owner == null', { owner: null }, true],
    [
      'a field of null is a fault of the rule',
      "it.broker.name == ''",
      { broker: null },
      'fault: null has no field name',
    ],
    ['has() of an absent field is not known', 'has(it.owner)', {}, 'not known: owner'],
    ['has() of null is true', 'has(it.owner)', { owner: null }, true],
    ['has() of a field is true', 'has(it.owner)', { owner: 'jdoe' }, true],
    ['has() below an absent field is not known', 'has(it.broker.note)', {}, 'not known: broker'],
    ['whole numbers are ints', 'it.limit / 2', { limit: 5 }, 2n],
    ['dates are timestamps', "it.since < timestamp('2016-10-12')", { since: '2013-10-18' }, true],
    [
      'a date that is none is a fault',
      "it.since < timestamp('2016-10-12')",
      { since: '2013-13-18' },
      'fault: 2013-13-18 is no date',
    ],
  ])('%s', (_, text, it, expected) => {
    expect(given(text, it)).toBe(expected)
  })

  test.each([
    ['has() of an absent field is false', 'has(plan.day)', false],
    ['a guarded field does not matter', "!has(plan.target) || plan.target == '2016'", true],
    ['an absent field that is asked for is not known', 'plan.isFinal', 'not known: isFinal'],
  ])('in the section of the plan, %s', (_, text, expected) => {
    expect(given(text)).toBe(expected)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is never inherited', (field) => {
    for (const text of [
      `it.${field} == null`,
      `has(it.${field})`,
      `dyn(it).${field} == null`,
      `has(dyn(it).${field})`,
    ]) {
      expect(given(text, {}, { unchecked: true })).toBe(`not known: ${field}`)
    }
  })

  test('a property named __proto__ in the file is like any other', () => {
    expect(given("dyn(it).__proto__ == 'x'", JSON.parse('{"__proto__": "x"}'))).toBe(true)
  })

  test.each([
    'dyn(it.since).nanoseconds',
    'dyn(it.tags).length',
    'dyn(it.name).length',
    'has(dyn(it.since).nanoseconds)',
  ])('%s reaches nothing inside of a value', (text) => {
    const it = { since: '2013-10-18', tags: ['rds'], name: 'Sales' }
    expect(given(text, it)).toBe(`fault: this value has no field ${text.match(/\w+(?=\)?$)/)?.[0]}`)
  })
})

describe('lists known in part', () => {
  test.each([
    ["it.tags.exists(t, t == 'rds')", true],
    ["it.tags.exists(t, t == 'web')", 'not known: rest'],
    ["it.tags.all(t, t == 'web')", false],
    ["it.tags.all(t, t == 'rds')", 'not known: rest'],
    ["it.tags.exists_one(t, t == 'rds')", 'not known: rest'],
    ["'rds' in it.tags", true],
    ["'web' in it.tags", 'not known: rest'],
    ['size(it.tags)', 'not known: rest'],
    ['it.tags[0]', 'not known: rest'],
    ["it.tags.join(', ')", 'not known: rest'],
    ["it.tags.filter(t, t == 'web')", ['and what is in: rest']],
    ['it.tags.map(t, size(t))', [3n, 'and what is in: rest']],
    ["it.tags + ['web']", ['rds', 'web', 'and what is in: rest']],
    ["['web'] + it.tags", ['web', 'rds', 'and what is in: rest']],
    ["it.tags == ['rds']", 'not known: rest'],
    ['it.tags == []', false],
    ["['rds', 'web'] != it.tags", 'not known: rest'],
    ["['rds'] in [it.tags]", 'not known: rest'],
    ["['rds'] in [it.tags, ['rds']]", true],
    ['it.tags.exists(t, 1 / size(t) > 5) || it.tags.exists(t, 1 / 0 > 5)', 'not known: rest'],
    ['it.ready ? it.tags : it.tags', ['rds', 'and what is in: rest']],
    ["it.ready ? ['rds'] : ['rds']", 'not known: ready'],
  ])('%s', (text, expected) => {
    expect(given(text, { tags: some('rds') })).toEqual(expected)
  })

  test.each([
    ['it.tags.all(t, false)', true],
    ['it.tags.exists(t, true)', false],
    ['size(it.tags)', 0n],
    ['it.tags[0]', 'fault: index out of range'],
  ])('a list known to be empty is known: %s', (text, expected) => {
    expect(given(text, { tags: [] })).toBe(expected)
  })
})

describe('functions of the host', () => {
  test('get the values and give theirs', () => {
    expect(given("release('RDSH01')", {}, { releases: { RDSH01: '2016' } })).toBe('2016')
  })

  test('are not asked where an operand is not known', () => {
    expect(given('release(it.name)')).toBe('not known: name')
  })

  test('are a fault where they give nothing', () => {
    expect(given("release('RDSH02')")).toBe('fault: release() gives no value')
  })

  test('are a fault where dyn() hands them what they do not take', () => {
    expect(given('retiring(dyn(null))')).toBe('fault: retiring() does not take these values')
  })
})

describe('faults', () => {
  test.each([
    ['1 / 0', 'division by zero'],
    ['1 % 0', 'division by zero'],
    ['9223372036854775807 + 1', 'integer overflow'],
    ['-(-9223372036854775807 - 1)', 'integer overflow'],
    ['[1][1]', 'index out of range'],
    ['[1][-1]', 'index out of range'],
    ["{'a': 1}['b']", 'no such key'],
    ["{'a': 1}.b", 'no such key: b'],
    ["{'a': 1, 'a': 2}", 'a key stands twice in a map'],
    ['{null: 1}', 'a key of a map is a bool, an int or a string'],
    ["dyn(1) + dyn('a')", 'no such overload of the arithmetic operator'],
    ["dyn(1) < dyn('a')", 'no such overload of the comparison'],
    ['dyn(1) && true', '&& and || take bools'],
    ['!dyn(1)', '! takes a bool'],
    ['dyn(1) ? 1 : 2', '?: takes a bool'],
    ['[1].all(x, dyn(x))', 'the condition of a quantifier is a bool'],
    ['[1].filter(x, dyn(x))', 'the condition of a macro is a bool'],
    ['dyn(1).all(x, true)', 'all() goes over a list'],
    ["int('one')", 'no int can be read from this'],
    ["timestamp('2016-02-30')", 'no timestamp can be read from this'],
    ["'a'.matches(dyn('('))", 'invalid regular expression: error parsing regexp: missing closing ): `(`'],
    ['[1, 0].filter(x, 1 / x > 0)', 'division by zero'],
    ['[1, 0].map(x, 1 / x)', 'division by zero'],
    ['[1, 0].exists_one(x, 1 / x > 0)', 'division by zero'],
  ])('%s', (text, reason) => {
    expect(given(text)).toBe(`fault: ${reason}`)
  })
})

describe('rules of strangers', { timeout: 30_000 }, () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index)

  test('nested quantifiers end as a fault of the rule', () => {
    const text = 'it.counts.all(a, it.counts.all(b, it.counts.all(c, it.counts.all(d, a + b + c + d >= 0))))'
    expect(given(text, { counts: numbers })).toBe('fault: it takes more than 10000000 steps')
  })

  test('no || saves what takes too long', () => {
    const text = 'it.counts.all(a, it.counts.all(b, it.counts.all(c, a + b + c >= 0))) || true'
    expect(given(text, { counts: numbers })).toBe('fault: it takes more than 10000000 steps')
  })

  const grown = (start: string, step: string) =>
    Array(60)
      .fill(step)
      .reduce((text, next) => `[${text}].map(x, ${next})[0]`, `dyn(${start})`)
  const ones = Array(900).fill('1')

  test.each([
    ['a text that doubles', grown("'RDSH01'", 'x + x')],
    ['a list that doubles', grown('[1]', 'x + x')],
    ['a text that is joined with itself again and again', grown("'RDSH01'", 'it.counts.map(c, x).join()')],
    ['a square of long lists', `it.counts.map(a, it.counts.map(b, [${ones}]))`],
    ['a square of long maps', `it.counts.map(a, it.counts.map(b, {${ones.map((_, key) => `${key}: 1`)}}))`],
  ])('%s ends as a fault before it fills the memory', (_, text) => {
    const before = process.memoryUsage().rss
    expect(given(text, { counts: numbers }, { unchecked: true })).toBe('fault: it takes more than 10000000 steps')
    expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000)
  })

  test('regular expressions do not run away', () => {
    expect(given("it.name.matches('(a+)+$')", { name: `${'a'.repeat(50_000)}!` })).toBe(false)
  })

  test('one evaluation does not use up the steps of the next', () => {
    const text = 'it.counts.all(a, it.counts.all(b, a + b >= 0))'
    expect([given(text, { counts: numbers }), given(text, { counts: numbers })]).toEqual([true, true])
  })
})

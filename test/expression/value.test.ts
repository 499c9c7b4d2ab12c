import { describe, expect, test } from 'vitest'
import { compare, equal, Fault, stuck } from '../../src/expression/value.ts'
import { incomplete } from '../../src/model/incomplete-list.ts'
import { Duration, Timestamp } from '../../src/model/instant.ts'
import { Unknown, unknown } from '../../src/model/unknown.ts'

const host = { name: 'RDSH01' }
const open = () => incomplete([1n], [{ holder: host }])

describe('equal', () => {
  test.each<readonly [string, unknown, unknown, boolean]>([
    ['an int and a double of one value', 1n, 1, true],
    ['ints beyond what a double tells apart', 9007199254740993n, 9007199254740992n, false],
    ['NaN and itself', Number.NaN, Number.NaN, false],
    ['values of other types', 1n, '1', false],
    ['null and null', null, null, true],
    ['null and false', null, false, false],
    ['one moment', new Timestamp(1n), new Timestamp(1n), true],
    ['a moment and a span', new Timestamp(1n), new Duration(1n), false],
    ['lists with equal elements', [1n, ['a']], [1, ['a']], true],
    ['lists of other lengths', [1n], [1n, 2n], false],
    [
      'maps in another order',
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
      new Map([
        ['b', 2n],
        ['a', 1n],
      ]),
      true,
    ],
    ['maps with other keys', new Map([['a', 1n]]), new Map([['b', 1n]]), false],
    ['an object and itself', host, host, true],
    ['an object and its double', host, { ...host }, false],
    ['a list known in part and a shorter one', open(), [], false],
  ])('%s', (_, one, other, expected) => {
    expect(equal(one, other)).toBe(expected)
    expect(equal(other, one)).toBe(expected)
  })

  test.each<readonly [string, unknown, unknown]>([
    ['a list known in part and a whole one', open(), [1n]],
    ['two lists known in part', open(), open()],
    ['lists that hold one known in part', [open()], [[1n]]],
    ['maps that hold one known in part', new Map([['a', open()]]), new Map([['a', [1n]]])],
  ])('%s: not known', (_, one, other) => {
    expect(equal(one, other)).toBeInstanceOf(Unknown)
    expect(equal(other, one)).toBeInstanceOf(Unknown)
  })
})

describe('compare', () => {
  test.each<readonly [unknown, unknown]>([
    [1n, 2n],
    [1n, 1.5],
    ['RDSH01', 'RDSH02'],
    ['RDSH', 'RDSH01'],
    ['', 'a'],
    ['\uffff', '\u{1f600}'],
    ['2012', '2012R2'],
    [false, true],
    [new Timestamp(1n), new Timestamp(2n)],
    [new Duration(-1n), new Duration(0n)],
  ])('%o comes before %o', (one, other) => {
    expect(compare(one, other)).toBeLessThan(0)
    expect(compare(other, one)).toBeGreaterThan(0)
    expect(compare(one, one)).toBe(0)
  })

  test.each<readonly [unknown, unknown]>([
    [1n, '1'],
    [null, null],
    [[1n], [2n]],
    [new Timestamp(1n), new Duration(1n)],
  ])('%o and %o have no order', (one, other) => {
    expect(compare(one, other)).toBeUndefined()
  })
})

describe('stuck', () => {
  const fault = new Fault('division by zero')
  const missing = unknown(host, 'domain')

  test('an unknown outweighs a fault', () => {
    expect(stuck([1n, fault, missing])).toBe(missing)
  })

  test('of several faults the first', () => {
    expect(stuck([fault, new Fault('no such key')])).toBe(fault)
  })

  test('of several unknowns all facts', () => {
    expect(stuck([missing, 1n, unknown(host, 'name')])).toMatchObject({ facts: [{ key: 'domain' }, { key: 'name' }] })
  })

  test('nothing where every operand is known', () => {
    expect(stuck([1n, null, false])).toBeUndefined()
  })
})

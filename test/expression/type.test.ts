import { describe, expect, test } from 'vitest'
import {
  bool,
  dyn,
  fits,
  int,
  join,
  list,
  nullType,
  readType,
  show,
  string,
  type Type,
} from '../../src/expression/type.ts'
import { farm } from '../support/random-expressions.ts'

const objects = new Map([['Farm', farm]])
const nullable = (of: Type): Type => ({ kind: 'nullable', of })
const mode: Type = { kind: 'string', words: ['PerUser', 'PerDevice'] }
const phase: Type = { kind: 'string', words: ['before', 'after'] }

describe('the notation of types', () => {
  test.each([
    'bool',
    'int',
    'double',
    'string',
    'timestamp',
    'duration',
    'dyn',
    'Farm',
    'list(Farm)',
    'list(list(int))',
    'string?',
    'Farm?',
    'string|Farm',
    'list(string|Farm)',
  ])('%s is read and written', (text) => {
    const type = readType(text, objects)
    expect(type && show(type)).toBe(text)
  })

  test.each([
    'strin',
    '',
    'list()',
    'list(string',
    'Server',
    'string|',
    'list(Server)',
    '?',
    '__proto__',
    'constructor',
  ])('%j names no type', (text) => {
    expect(readType(text, objects)).toBeUndefined()
  })
})

describe('fits', () => {
  test.each<readonly [string, Type, Type, boolean]>([
    ['a type where it is asked for', string, string, true],
    ['another type', int, string, false],
    ['anything where the type is not known', dyn, string, true],
    ['anything where anything will do', farm, dyn, true],
    ['null where the type may be null', nullType, nullable(string), true],
    ['null where it may not', nullType, string, false],
    ['what may be null where it may not', nullable(string), string, false],
    ['what may not be null where it may', string, nullable(string), true],
    ['one of several types', farm, { kind: 'either', of: [string, farm] }, true],
    ['several types where one is asked for', { kind: 'either', of: [string, farm] }, farm, false],
    ['an object of another name', farm, { ...farm, name: 'Server' }, false],
    ['a list of other elements', list(int), list(string), false],
    ['words where any text will do', mode, string, true],
  ])('%s', (_, given, wanted, expected) => {
    expect(fits(given, wanted)).toBe(expected)
  })
})

describe('join', () => {
  test.each<readonly [Type, Type, string]>([
    [string, string, 'string'],
    [int, string, 'dyn'],
    [dyn, int, 'dyn'],
    [int, dyn, 'dyn'],
    [nullType, int, 'int?'],
    [farm, nullType, 'Farm?'],
    [nullable(int), int, 'int?'],
    [nullable(int), string, 'dyn?'],
    [nullType, nullType, 'null'],
    [list(dyn), list(bool), 'list(bool)'],
    [list(bool), list(dyn), 'list(bool)'],
    [list(bool), list(int), 'list(dyn)'],
  ])('%j with %j', (one, other, expected) => {
    expect(show(join(one, other))).toBe(expected)
  })

  test.each([
    ['words', mode, phase],
    ['words that may be null', nullable(mode), phase],
    ['lists of words', list(mode), list(phase)],
  ])('of two enumerations of %s says nothing of words', (_, one, other) => {
    expect(JSON.stringify(join(one, other))).not.toContain('words')
  })
})

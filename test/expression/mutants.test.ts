import { expect, test } from 'vitest'
import { mutants } from '../../src/expression/mutants.ts'
import { parse } from '../../src/expression/parse.ts'

function changes(text: string): readonly string[] {
  const parsed = parse(text)
  if (!('tree' in parsed)) throw new Error(text)
  return mutants(parsed.tree).map(({ change, at }) => `${change} in ${text.slice(...at)}`)
}

test.each([
  ['a && b', ['&& to || in a && b']],
  ['a || b', ['|| to && in a || b']],
  ['!a', ['! left out in !a']],
  ['a ? b : c', ['?: turned round in a ? b : c']],
  ['a == b', ['== to != in a == b']],
  ['a != b', ['!= to == in a != b']],
  ['a < b', ['< to <= in a < b', '< to >= in a < b']],
  ['a <= b', ['<= to < in a <= b', '<= to > in a <= b']],
  ['a > b', ['> to >= in a > b', '> to <= in a > b']],
  ['a >= b', ['>= to > in a >= b', '>= to < in a >= b']],
  ['a in b', ['in to not in in a in b']],
  ['a.all(x, b)', ['all to exists in a.all(x, b)']],
  ['a.exists(x, b)', ['exists to all in a.exists(x, b)']],
  ['a.exists_one(x, b)', ['exists_one to exists in a.exists_one(x, b)']],
  ['a.filter(x, b)', ['condition of filter left out in a.filter(x, b)']],
  ['a.map(x, b, c)', ['condition of map left out in a.map(x, b, c)']],
  ['a.map(x, b)', []],
  ['a + b * -c', []],
])('%s is changed once by each way to change its operator', (text, expected) => {
  expect(changes(text)).toEqual(expected)
})

test.each([
  ['f(!a, [!b], {!c: !d})', ['!a', '!b', '!c', '!d']],
  ['has(f(!a).b)', ['!a']],
  ['f(!a).b', ['!a']],
  ['[!a].map(x, !b, !c)', ['[!a].map(x, !b, !c)', '!a', '!b', '!c']],
  ['!a ? !b : !c', ['!a ? !b : !c', '!a', '!b', '!c']],
  ['!a && !b', ['!a && !b', '!a', '!b']],
])('every operator in %s has its turn', (text, expected) => {
  expect(changes(text).map((line) => line.replace(/^.* in /, ''))).toEqual(expected)
})

test('a mutant leaves everything else as it was', () => {
  const parsed = parse('a == b && c')
  if (!('tree' in parsed)) throw new Error('unreadable')
  const before = JSON.stringify(parsed.tree)
  const [first, second] = mutants(parsed.tree)
  expect(first?.tree).toMatchObject({ op: 'or', left: { name: '==' }, right: { name: 'c' } })
  expect(second?.tree).toMatchObject({ op: 'and', left: { name: '!=' }, right: { name: 'c' } })
  expect(JSON.stringify(parsed.tree)).toBe(before)
})

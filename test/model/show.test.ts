import { expect, test } from 'vitest'
import { show, showWord } from '../../src/model/show.ts'

test.each([
  { value: 'RDSH01', shown: '"RDSH01"' },
  { value: '\u001b[2J\ud800', shown: '"\\u{1b}[2J\\u{d800}"' },
  { value: 7, shown: '7' },
  { value: null, shown: 'null' },
  { value: [1], shown: 'a list' },
  { value: { name: 'RDSH01' }, shown: 'an object' },
])('shows $value as $shown', ({ value, shown }) => {
  expect(show(value)).toBe(shown)
})

test('shows a name of a megabyte by its beginning and its end', () => {
  expect(show(`RDSH${'0'.repeat(1 << 20)}1`)).toBe(`"RDSH${'0'.repeat(36)}…${'0'.repeat(38)}1"`)
})

test.each([
  { value: 'sesionHosts', shown: 'sesionHosts' },
  { value: '$schema', shown: '$schema' },
  { value: 'session hosts', shown: '"session hosts"' },
  { value: '', shown: '""' },
])('shows the word $value as $shown', ({ value, shown }) => {
  expect(showWord(value)).toBe(shown)
})

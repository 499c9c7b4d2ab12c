import { expect, test } from 'vitest'
import { namesMatch } from '../../src/configuration/names-match.ts'

test.each([
  ['*', 'RDSH01.contoso.example'],
  ['*', ''],
  ['rdsh01.contoso.example', 'RDSH01.contoso.example'],
  ['Sales/*', 'sales/RDSH01'],
  ['*/RDSH01', 'Sales/RDSH01'],
  ['RDSH*.example', 'RDSH01.contoso.example'],
  ['*sh*con*', 'RDSH01.contoso.example'],
  ['**', 'RDSH01'],
  ['a*a', 'aa'],
  ['RDSH01?', 'RDSH01?'],
  ['[a-z]+', '[a-z]+'],
])('%j is for %j', (pattern, name) => {
  expect(namesMatch(pattern, name)).toBe(true)
})

test.each([
  ['RDSH01', 'RDSH01.contoso.example'],
  ['', 'RDSH01'],
  ['RDSH0?', 'RDSH01'],
  ['RDSH.1', 'RDSH01'],
  ['[A-Z]*', 'RDSH01'],
  ['a*a', 'a'],
  ['ab*bc', 'abc'],
  ['*one*two*', 'two one'],
  ['Sales*', 'Pre-Sales'],
])('%j is not for %j', (pattern, name) => {
  expect(namesMatch(pattern, name)).toBe(false)
})

test('many stars take no time to speak of', () => {
  expect(namesMatch(`${'a*'.repeat(2_000)}b`, 'a'.repeat(20_000))).toBe(false)
})

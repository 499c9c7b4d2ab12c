import { expect, test } from 'vitest'
import { firstOf, listed } from '../../src/model/listed.ts'

const hosts = ['RDSH07', 'RDSH02', 'RDSH03', 'RDSH04', 'RDSH05', 'RDSH06', 'RDSH01']

test.each([
  ['nothing', [], ''],
  ['one name', ['RDSH01'], 'RDSH01'],
  ['two names', ['RDSH02', 'RDSH01'], 'RDSH02 and RDSH01'],
  ['three names', ['RDSH01', 'RDSH02', 'RDSH03'], 'RDSH01, RDSH02 and RDSH03'],
])('%s as a list in a sentence', (_, names, text) => {
  expect(listed(names)).toBe(text)
})

test('alternatives as a list in a sentence', () => {
  expect(listed(['2008R2', '2012', '2012R2'], 'or')).toBe('2008R2, 2012 or 2012R2')
})

test.each([
  ['nothing', 0, ''],
  ['six names in order, since one more is no shorter', 6, 'RDSH02, RDSH03, RDSH04, RDSH05, RDSH06, RDSH07'],
  ['five of seven names in order', 7, 'RDSH01, RDSH02, RDSH03, RDSH04, RDSH05 and 2 more'],
])('%s where there may be many', (_, length, text) => {
  expect(firstOf(hosts.slice(0, length))).toBe(text)
})

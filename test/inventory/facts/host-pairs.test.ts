import { expect, test } from 'vitest'
import { hostsBeside } from '../../../src/inventory/facts/host-pairs.ts'

test.each([
  ['2012', []],
  ['2012R2', ['2012R2', '2012']],
  ['2016', ['2016', '2012R2']],
  ['2019', ['2019', '2016', '2012R2']],
  ['2022', ['2022', '2019', '2016']],
  ['2025', ['2025', '2022', '2019', '2016']],
])('beside a broker of %s are listed hosts of %j', (broker, hosts) => {
  expect(hostsBeside(broker)).toEqual(hosts)
})

import { expect, test } from 'vitest'
import { exitCode } from '../../src/model/exit-code.ts'
import { anInventory, aReport } from '../support/sample-report.ts'

test.each([
  ['a ready run', 'ready', false, 0],
  ['a blocked run', 'blocked', false, 1],
  ['an unusable run', 'unusable', false, 2],
  ['an undecided run', 'undecided', false, 3],
  ['an undecided run that is allowed', 'undecided', true, 0],
  ['a blocked run that allows undecided', 'blocked', true, 1],
] as const)('%s', (_, verdict, allowUndecided, expected) => {
  expect(exitCode(aReport([anInventory()], { verdict, allowUndecided }))).toBe(expected)
})

test('a rule that went wrong makes it 2, whatever the verdict', () => {
  const faults = [{ rule: 'license-server-missing', pointer: '/deployment', message: 'division by zero' }]
  expect(exitCode(aReport([anInventory({ verdict: 'blocked', faults })]))).toBe(2)
})

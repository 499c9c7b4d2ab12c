import { expect, test } from 'vitest'
import type { SimulatedFinding } from '../../src/model/simulation.ts'
import { stretchesOf } from '../../src/model/stretches.ts'
import { aFinding } from '../support/sample-report.ts'

const warning: SimulatedFinding = aFinding({ fingerprint: 'a', severity: 'warning' })
const error: SimulatedFinding = { ...warning, severity: 'error' }
const other: SimulatedFinding = { ...warning, fingerprint: 'b' }
const nothing: readonly SimulatedFinding[] = []

// What five steps add and clear: the warning comes twice and becomes an error in between.
const { endOf, startOf } = stretchesOf([
  { added: [warning], cleared: nothing },
  { added: [error], cleared: [warning] },
  { added: nothing, cleared: [error, other] },
  { added: [warning], cleared: nothing },
  { added: nothing, cleared: nothing },
])

test.each([
  ['a finding ends where it is cleared', warning, 0, 1],
  ['a finding with another severity is another one', error, 1, 2],
  ['what nothing clears any more stays to the end', warning, 3, undefined],
])('%s', (_, finding, at, expected) => {
  expect(endOf(finding, at)).toBe(expected)
})

test.each([
  ['a finding began where it was added last', warning, 1, 0],
  ['a finding with another severity began on its own', error, 2, 1],
  ['what nothing added was there before the first step', other, 2, undefined],
])('%s', (_, finding, at, expected) => {
  expect(startOf(finding, at)).toBe(expected)
})

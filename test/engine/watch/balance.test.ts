import { expect, test } from 'vitest'
import { rules } from '../../../generated/rules.ts'
import { createBalance } from '../../../src/engine/watch/balance.ts'
import type { Sighted } from '../../../src/engine/watch/watch.ts'
import type { Severity } from '../../../src/model/report.ts'

const [rule] = rules
const servers = { value: [], key: 'servers' }

function sighted(print: string, severity: Severity, position = 0): Sighted {
  if (!rule) throw new Error('there is no rule')
  return { rule, part: { value: {}, up: servers, key: position }, severity, print }
}

const prints = (hits: readonly Sighted[]) => hits.map(({ print }) => print)

test('what comes is added, and what goes is cleared', () => {
  const balance = createBalance()
  const host = sighted('host', 'error')
  expect(prints(balance.settle([host], []).added)).toEqual(['host'])
  expect(prints(balance.settle([], [host]).cleared)).toEqual(['host'])
})

test('what goes and comes again in one step is neither', () => {
  const balance = createBalance()
  const host = sighted('host', 'warning')
  balance.settle([host], [])
  expect(balance.settle([host], [host])).toEqual({ added: [], cleared: [] })
})

test('what comes back with another severity is added and cleared', () => {
  const balance = createBalance()
  balance.settle([sighted('host', 'warning')], [])
  const { added, cleared } = balance.settle([sighted('host', 'error')], [sighted('host', 'warning')])
  expect([added.map(({ severity }) => severity), cleared.map(({ severity }) => severity)]).toEqual([
    ['error'],
    ['warning'],
  ])
})

test('two findings of one fingerprint are told apart by counting, the later in the file last', () => {
  const balance = createBalance()
  const { added } = balance.settle([sighted('host', 'error', 4), sighted('host', 'error', 2)], [])
  expect(prints(added)).toEqual(['host', 'host:2'])
  const { cleared } = balance.settle(
    [sighted('host', 'error', 2)],
    [sighted('host', 'error', 2), sighted('host', 'error', 4)],
  )
  expect(cleared.map(({ print, part }) => [print, part.key])).toEqual([['host:2', 4]])
})

test('it holds a severity as long as a finding of it or a graver one is there', () => {
  const balance = createBalance()
  const held = () => (['error', 'warning', 'info'] as const).map((severity) => balance.holds(severity))
  expect(held()).toEqual([false, false, false])
  balance.settle([sighted('host', 'warning')], [])
  expect(held()).toEqual([false, true, true])
  balance.settle([sighted('broker', 'error')], [sighted('host', 'warning')])
  expect(held()).toEqual([true, true, true])
  balance.settle([], [sighted('broker', 'error')])
  expect(held()).toEqual([false, false, false])
})

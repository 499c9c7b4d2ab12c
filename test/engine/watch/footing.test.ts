import { expect, test } from 'vitest'
import { addFooting, type Entry, footingOf } from '../../../src/engine/watch/footing.ts'
import { createCells } from '../../../src/inventory/tracking/cells.ts'

const cells = createCells()
const brokers = cells.source(2, [])
const [host, other] = [cells.source(1, {}, 'server'), cells.source(1, {}, 'server')]

function entry(place: number, ...reads: Entry<string>['reads']): Entry<string> {
  return { place, answer: 'pass', reads }
}

test('cells that many read are shared, and those of a server lead to the answers that rest on it', () => {
  const [first, second] = [entry(0, brokers, host), entry(1, brokers, other)]
  const { shared, ofServer } = footingOf([first, second])
  expect([...shared]).toEqual([brokers])
  expect(ofServer.get(host)).toEqual([first])
  expect(ofServer.get(other)).toEqual([second])
})

test('what was worked out for one argument leads to what it rests on itself', () => {
  const release = cells.derived(() => cells.read(host), 'each')
  const { value, reads } = cells.during(() => cells.read(release))
  expect([value, reads]).toEqual([host.value, [release]])
  const one = entry(0, ...reads)
  expect(footingOf([one]).ofServer.get(host)).toEqual([one])
})

test('an answer that reads a server again rests on it once', () => {
  const one = entry(0, host)
  const footing = footingOf([one])
  addFooting(footing, one, [host])
  expect(footing.ofServer.get(host)).toEqual([one])
})

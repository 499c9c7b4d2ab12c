import { describe, expect, test } from 'vitest'
import { destinationOf, isMigrating, isRetiring, sourcesOf } from '../../../src/inventory/facts/moves.ts'
import { plannedDestination } from '../../../src/inventory/facts/profile-disk-moves.ts'
import { isDestination } from '../../../src/inventory/facts/roles.ts'
import type { Server, ServerMove } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { aHost, anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const old = aHost('RDSH01.contoso.example', '6.2.9200')
const successor = aHost('RDSH11.contoso.example', '6.3.9600', { roles: [] })
const kept = aHost('RDSH02.contoso.example', '6.3.9600')
const servers = [old, successor, kept]
const moves: readonly ServerMove[] = [{ source: 'rdsh01', destination: 'RDSH11' }, { source: 'FS01' }]
const partly = incomplete([...moves], [{ holder: moves, name: 'other moves' }])
const planning = (list: readonly ServerMove[]) => anEstate({ servers, migration: { servers: list } })
const whole = planning(moves)
const inPart = planning(partly)
const untold = 'not known: other moves'

describe('isRetiring', () => {
  test.each([
    ['a source', old, true, true],
    ['a source by name', 'RDSH01', true, true],
    ['a source without an entry', 'fs01.contoso.example', true, true],
    ['another server', kept, false, untold],
    ['another server without an entry', 'FS02', false, untold],
  ])('%s', (_, server, ofWhole, ofPart) => {
    expect(outcome(isRetiring(whole, server))).toBe(ofWhole)
    expect(outcome(isRetiring(inPart, server))).toBe(ofPart)
  })

  test.each([
    ['an old host of a plan that names no servers', {}, true],
    ['an old host that is upgraded in place', { method: 'in-place' }, false],
  ] as const)('%s', (_, changes, expected) => {
    expect(isRetiring(anEstate({ servers }, changes), old)).toBe(expected)
  })
})

test('a server takes part in the move where it retires, or is an RDS server of an older release', () => {
  expect([old, kept].map((server) => isMigrating(planning([]), server))).toEqual([true, false])
  expect(outcome(isMigrating(inPart, kept))).toBe(untold)
})

test.each([
  ['of a source', old, successor, successor],
  ['of another server', kept, null, untold],
])('destinationOf tells what takes the place %s', (_, server, ofWhole, ofPart) => {
  expect(outcome(destinationOf(whole, server))).toBe(ofWhole)
  expect(outcome(destinationOf(inPart, server))).toBe(ofPart)
})

test('a source without a successor has none, whatever else is planned', () => {
  const list = [{ source: 'RDSH01' }]
  expect(destinationOf(planning(incomplete(list, [{ holder: list }])), old)).toBeNull()
})

test.each([
  ['a destination', successor, [old], true, true],
  ['another server', kept, [], false, untold],
])('sourcesOf and isDestination tell %s', (_, server: Server, sources, isOne, isOneInPart) => {
  expect(outcome(sourcesOf(whole, server))).toEqual(sources)
  expect(outcome(sourcesOf(inPart, server))).toEqual([...sources, 'and what is in: other moves'])
  expect(outcome(isDestination(whole, server))).toBe(isOne)
  expect(outcome(isDestination(inPart, server))).toBe(isOneInPart)
})

test('a location without a planned move may have one where moves are known in part', () => {
  const list = [{ source: '\\\\FS01\\UPD$', destination: '\\\\FS02\\UPD$' }]
  const profileDiskLocations = incomplete(list, [{ holder: list, name: 'other moves' }])
  const estate = anEstate({ servers, migration: { profileDiskLocations } })
  expect(outcome(plannedDestination(estate, '\\\\FS01\\UPD$'))).toBe('\\\\FS02\\UPD$')
  expect(outcome(plannedDestination(estate, '\\\\FS03\\UPD$'))).toBe(untold)
})

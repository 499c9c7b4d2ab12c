import { describe, expect, test } from 'vitest'
import { oldHostsDrained, sessionCount } from '../../../src/inventory/facts/sessions.ts'
import type { SessionHost, Sessions } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { unknown } from '../../../src/model/unknown.ts'
import { aHost, anEstate } from '../../support/estate.ts'

describe('sessionCount', () => {
  const count = (sessions: Sessions | undefined, onServer?: Sessions) => {
    const host: SessionHost = { server: 'RDSH01', ...(sessions ? { sessions } : {}) }
    const server = { name: 'rdsh01.contoso.example', ...(onServer ? { sessions: onServer } : {}) }
    return sessionCount(anEstate({ servers: [server] }), host)
  }

  test.each([
    ['adds active and disconnected ones', { active: 2, disconnected: 3 }, undefined, 5n],
    ['counts disconnected ones alone', { active: 0, disconnected: 3 }, undefined, 3n],
    ['takes those of the server', undefined, { active: 1, disconnected: 1 }, 2n],
    ['takes the larger count of the host', { active: 4, disconnected: 0 }, { active: 1, disconnected: 1 }, 4n],
    ['takes the larger count of the server', { active: 0, disconnected: 0 }, { active: 1, disconnected: 1 }, 2n],
    ['needs one side whole', { active: 4 }, { active: 1, disconnected: 1 }, 4n],
    ['knows none', { active: 0, disconnected: 0 }, undefined, 0n],
  ])('%s', (_, sessions, onServer, expected) => {
    expect(count(sessions, onServer)).toBe(expected)
  })

  test('is unknown where neither side is told', () => {
    const host: SessionHost = { server: 'RDSH01' }
    expect(sessionCount(anEstate({ servers: [{ name: 'RDSH01' }] }), host)).toEqual(unknown(host, 'sessions'))
    expect(sessionCount(anEstate({ servers: [] }), host)).toEqual(unknown(host, 'sessions'))
  })

  test('is unknown where one count is told', () => {
    const sessions: Sessions = { active: 4 }
    expect(count(sessions)).toEqual(unknown(sessions, 'disconnected'))
  })
})

describe('oldHostsDrained', () => {
  const servers = [aHost('RDSH01', '6.2.9200'), aHost('RDSH02', '6.2.9200'), aHost('RDSH11', '6.3.9600')]
  const estate = anEstate({ servers })
  const host = (server: string, newConnectionAllowed: 'Yes' | 'No' | 'NotUntilReboot'): SessionHost => ({
    server,
    newConnectionAllowed,
  })
  const drained = (...sessionHosts: SessionHost[]) => oldHostsDrained(estate, { name: 'Office', sessionHosts })

  test.each([
    ['no host', [], false],
    ['hosts at the target only', [host('RDSH11', 'Yes')], false],
    ['an old host that takes none', [host('RDSH01', 'No'), host('RDSH11', 'Yes')], true],
    ['an old host that takes none until it restarts', [host('RDSH01', 'NotUntilReboot')], true],
    ['an old host that takes connections', [host('RDSH01', 'No'), host('RDSH02', 'Yes')], false],
  ])('%s decides', (_, hosts, expected) => {
    expect(drained(...hosts)).toBe(expected)
  })

  test('a host whose release is not told matters unless it is drained', () => {
    const missing = unknown(estate.inventory, 'servers', 'RDSH99')
    expect(drained(host('RDSH01', 'No'), host('RDSH99', 'No'))).toBe(true)
    expect(drained(host('RDSH01', 'No'), host('RDSH99', 'Yes'))).toEqual(missing)
    expect(drained(host('RDSH01', 'Yes'), host('RDSH99', 'Yes'))).toBe(false)
    expect(drained(host('RDSH99', 'No'))).toEqual(missing)
  })

  test('a host whose drain is not told is unknown', () => {
    const untold: SessionHost = { server: 'RDSH01' }
    expect(drained(untold)).toEqual(unknown(untold, 'newConnectionAllowed'))
  })

  test('hosts that are not told leave it unknown, unless one takes connections', () => {
    const collection = { name: 'Office' }
    expect(oldHostsDrained(estate, collection)).toEqual(unknown(collection, 'sessionHosts'))
    const some = (...hosts: SessionHost[]) => ({
      name: 'Office',
      sessionHosts: incomplete(hosts, [{ holder: collection }]),
    })
    expect(oldHostsDrained(estate, some(host('RDSH01', 'No')))).toEqual(unknown(collection))
    expect(oldHostsDrained(estate, some(host('RDSH01', 'Yes')))).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { createCells } from '../../../src/inventory/tracking/cells.ts'
import { isSame } from '../../../src/inventory/tracking/is-same.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'

describe('a derived cell', () => {
  test('is made anew only where something that it read has changed', () => {
    const cells = createCells()
    const [hosts, brokers] = [cells.source(8, ['RDSH01']), cells.source(16, ['RDCB01'])]
    let made = 0
    const count = cells.derived(() => {
      made++
      return (cells.read(hosts) as readonly string[]).length
    })
    expect(cells.read(count)).toBe(1)
    cells.next(new Map([[brokers, ['RDCB02']]]))
    expect(cells.read(count)).toBe(1)
    expect(made).toBe(1)
    cells.next(new Map([[hosts, ['RDSH01', 'RDSH02']]]))
    expect(cells.read(count)).toBe(2)
    expect(made).toBe(2)
  })

  test('stops a change that makes no difference to it', () => {
    const cells = createCells()
    const hosts = cells.source(8, ['RDSH01'])
    const count = cells.derived(() => (cells.read(hosts) as readonly string[]).length)
    let asked = 0
    const isLarge = cells.derived(() => {
      asked++
      return (cells.read(count) as number) > 9
    })
    cells.read(isLarge)
    cells.next(new Map([[hosts, ['RDSH02']]]))
    expect(cells.read(isLarge)).toBe(false)
    expect(asked).toBe(1)
  })

  test('rests on what it read last, also where that is more than before', () => {
    const cells = createCells()
    const [isHost, sessions] = [cells.source(8, false), cells.source(16, 3)]
    const busy = cells.derived(() => cells.read(isHost) === true && (cells.read(sessions) as number) > 0)
    const shown = cells.derived(() => cells.read(busy))
    expect(cells.read(shown)).toBe(false)
    cells.next(new Map([[isHost, true]]))
    expect(cells.read(shown)).toBe(true)
    cells.next(new Map([[sessions, 0]]))
    expect(cells.read(shown)).toBe(false)
    expect(shown.sources & 16).toBe(16)
  })
})

describe('two values', () => {
  const server = { name: 'RDSH01' }
  test.each([
    [['RDSH01'], ['RDSH01'], true],
    [['RDSH01'], ['RDSH02'], false],
    [new Set([1, 2]), new Set([1, 2]), true],
    [new Set([1, 2]), new Set([2, 1]), false],
    [server, server, true],
    [server, { ...server }, false],
    [incomplete(['RDSH01'], [{ holder: server }]), incomplete(['RDSH01'], [{ holder: server }]), false],
  ])('%j and %j are the same: %s', (one, other, same) => {
    expect(isSame(one, other)).toBe(same)
  })
})

import { describe, expect, test } from 'vitest'
import { select } from '../../../src/engine/parts.ts'
import { align } from '../../../src/engine/watch/align.ts'
import type { Inventory } from '../../../src/inventory/inventory.ts'

const [one, two, three] = ['RDSH01', 'RDSH02', 'RDSH03'].map((server) => ({ server, newConnectionAllowed: 'Yes' }))
const sales = { name: 'Sales', sessionHosts: [one, two] }
const finance = { name: 'Finance', sessionHosts: [three] }

function hostsOf(...sessionCollections: readonly object[]) {
  const inventory = { deployment: { sessionCollections } } as unknown as Inventory
  return select(inventory, '/deployment/sessionCollections/*/sessionHosts/*').parts
}

describe('the hosts of Sales and Finance', () => {
  const before = hostsOf(sales, finance)

  test('are all the same in the state itself', () => {
    expect(align(before, before)).toEqual({ head: 3, tail: 0 })
  })

  test.each<readonly [string, readonly object[], { readonly head: number; readonly tail: number }]>([
    ['none of them changed, though their lists are others', [{ ...sales }, { ...finance }], { head: 3, tail: 0 }],
    ['the second was drained', [{ ...sales, sessionHosts: [one, { ...two }] }, finance], { head: 1, tail: 1 }],
    ['the first left', [{ ...sales, sessionHosts: [two] }, finance], { head: 0, tail: 2 }],
    ['another joined at the end', [sales, { ...finance, sessionHosts: [three, {}] }], { head: 3, tail: 0 }],
    ['nothing is left', [], { head: 0, tail: 0 }],
    ['Sales has another name', [{ ...sales, name: 'Sales 2016' }, finance], { head: 0, tail: 1 }],
    ['all of them are in one collection', [{ ...sales, sessionHosts: [one, two, three] }], { head: 2, tail: 0 }],
  ])('where %s', (_, collections, alignment) => {
    expect(align(before, hostsOf(...collections))).toEqual(alignment)
  })
})

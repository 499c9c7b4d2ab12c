import { describe, expect, test } from 'vitest'
import { type Part, parentOf, pointerOf, select } from '../../src/engine/parts.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { incomplete } from '../../src/model/incomplete-list.ts'

function selected(pointer: string, inventory: unknown) {
  const { parts, gaps, isNone } = select(inventory as Inventory, pointer)
  return {
    parts: parts.map(pointerOf),
    gaps: gaps.map(
      ({ part, missing }) => `${pointerOf(part)} lacks ${missing.facts.map(({ key }) => key ?? 'the rest')}`,
    ),
    isNone,
  }
}

function part(...list: readonly unknown[]) {
  return incomplete(list, [{ holder: list }])
}

const hosts = '/deployment/sessionCollections/*/sessionHosts/*'

describe('select', () => {
  test.each<readonly [string, string, unknown, readonly string[], readonly string[], boolean]>([
    ['the inventory itself', '', {}, [''], [], false],
    ['each entry of a list', '/servers/*', { servers: [{}, {}] }, ['/servers/0', '/servers/1'], [], false],
    ['a list as a whole', '/servers', { servers: [{}] }, ['/servers'], [], false],
    ['a list that is absent: a gap', '/servers/*', {}, [], [' lacks servers'], false],
    [
      'a section that is absent: a gap where it would stand',
      hosts,
      { deployment: {} },
      [],
      ['/deployment lacks sessionCollections'],
      false,
    ],
    ['no deployment: nothing to look at', hosts, { deployment: null }, [], [], true],
    ['an empty list: nothing to look at', hosts, { deployment: { sessionCollections: [] } }, [], [], true],
    ['an empty list as a whole', '/servers', { servers: [] }, ['/servers'], [], false],
    [
      'a list known in part: its entries and a gap',
      '/servers/*',
      { servers: part({}) },
      ['/servers/0'],
      ['/servers lacks the rest'],
      false,
    ],
    [
      'a list known in part without entries: a gap',
      '/servers/*',
      { servers: part() },
      [],
      ['/servers lacks the rest'],
      false,
    ],
    [
      'parts, gaps and none side by side',
      hosts,
      {
        deployment: {
          sessionCollections: [{ sessionHosts: [{}] }, {}, { sessionHosts: [] }, { sessionHosts: part({}) }],
        },
      },
      ['/deployment/sessionCollections/0/sessionHosts/0', '/deployment/sessionCollections/3/sessionHosts/0'],
      [
        '/deployment/sessionCollections/1 lacks sessionHosts',
        '/deployment/sessionCollections/3/sessionHosts lacks the rest',
      ],
      true,
    ],
    ['a plan that is absent: nothing is planned', '/migration/servers/*', {}, [], [], true],
    ['a plan without the list', '/migration/servers/*', { migration: {} }, [], [], true],
    [
      'a plan with the list',
      '/migration/servers/*',
      { migration: { servers: [{}] } },
      ['/migration/servers/0'],
      [],
      false,
    ],
    [
      'a plan with a list known in part: its entries and a gap',
      '/migration/servers/*',
      { migration: { servers: part({}) } },
      ['/migration/servers/0'],
      ['/migration/servers lacks the rest'],
      false,
    ],
    ['a property whose name wants escaping', '/a~b', {}, [], [' lacks a~b'], false],
  ])('%s', (_, pointer, inventory, parts, gaps, isNone) => {
    expect(selected(pointer, inventory)).toEqual({ parts, gaps, isNone })
  })
})

describe('a part', () => {
  const collection = { sessionHosts: [{ server: 'RDSH01' }] }
  const [host] = select({ deployment: { sessionCollections: [collection] } } as unknown as Inventory, hosts).parts

  test('is held by the object above the list', () => {
    expect(host && parentOf(host)).toBe(collection)
  })

  test('is held by nothing at the root', () => {
    expect(parentOf({ value: {}, key: '' })).toBeNull()
  })

  test('has its pointer escaped', () => {
    const root: Part = { value: {}, key: '' }
    expect(pointerOf({ value: 1, up: root, key: 'a/b~c' })).toBe('/a~1b~0c')
  })
})

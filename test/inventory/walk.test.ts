import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validate } from '../../generated/validate-inventory.js'
import { estate } from '../../scripts/estates/estate.ts'
import { walk } from '../../src/inventory/walk.ts'
import { parseJson } from '../../src/source/json.ts'

const example = readFileSync(new URL('example.json', import.meta.url), 'utf8')

// Were the two counts to differ, each load of a sound file would pay for an exact search for doubled keys.
test.each([
  { title: 'a whole inventory', text: example },
  {
    title: 'unknown properties with properties inside',
    text: '{"schemaVersion":1,"spare":{"disks":[{"size":1}],"owner":null}}',
  },
  { title: 'objects where text belongs', text: '{"servers":[{"name":{"full":1},"roles":[{"id":{"x":1}}]}]}' },
  {
    title: 'objects where lists belong, and lists where objects do',
    text: '{"servers":{"a":{"b":1}},"deployment":[{"c":1}]}',
  },
  {
    title: 'objects where days and numbers belong',
    text: '{"migration":{"plannedFor":{"year":2026}},"servers":[{"sessions":{"active":{"now":1}}}]}',
  },
  { title: '__proto__ and numbers as names', text: '{"__proto__":{"1":{"0":[]}},"servers":[{"__proto__":1}]}' },
  { title: 'a list as a whole', text: '[{"a":1},[{"b":2}]]' },
])('counts as many keys as stand in the text of $title', ({ text }) => {
  const parsed = parseJson(text)
  if (!('value' in parsed)) throw new Error('no JSON')
  expect(parsed.keys).toBeGreaterThan(1)
  expect(walk(parsed.value).keys).toBe(parsed.keys)
})

test('counts one key less for each that stands twice', () => {
  const parsed = parseJson('{"servers":[{"name":"RDSH01","name":"RDSH02"}]}')
  expect(parsed).toMatchObject({ keys: 3 })
  expect('value' in parsed && walk(parsed.value).keys).toBe(2)
})

describe('says that an inventory fits exactly where the schema does', () => {
  const strange = [
    null,
    true,
    0,
    -1,
    1.5,
    2,
    Number.POSITIVE_INFINITY,
    '',
    'x',
    'Yes',
    '2026-12-05',
    '2026-12-05T10:00:00+01:00',
    '2026-1-1',
    [],
    {},
    [1],
    ['x'],
    [{}],
  ]

  test.each(pointersOf(JSON.parse(example)))('whatever stands at %j', (...path) => {
    for (const value of [...strange, undefined]) {
      const inventory = put(JSON.parse(example), path, value)
      expect([value, walk(inventory).fits]).toEqual([value, validate(inventory)])
    }
  })

  test.each([1, 2, 3, 4, 5, 6])('whatever stands where in the generated estate %i', (seed) => {
    const text = JSON.stringify(estate(seed))
    const paths = pointersOf(JSON.parse(text))
    for (const [index, path] of paths.entries()) {
      const value = strange[(index * 7 + seed) % strange.length]
      const inventory = put(JSON.parse(text), path, value)
      expect([path, value, walk(inventory).fits]).toEqual([path, value, validate(inventory)])
    }
  })

  test('and for an inventory that is none', () => {
    for (const value of strange) expect([value, walk(value).fits]).toEqual([value, validate(value)])
  })
})

type Path = readonly (string | number)[]

function pointersOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([key, child]) => [[...path, key], ...pointersOf(child, [...path, key])])
}

function put(root: unknown, path: Path, value: unknown): unknown {
  const holder = path.slice(0, -1).reduce((part, key) => (part as Record<string | number, unknown>)[key], root)
  const last = path.at(-1) ?? ''
  if (value === undefined && !Array.isArray(holder)) delete (holder as Record<string | number, unknown>)[last]
  else (holder as Record<string | number, unknown>)[last] = value ?? null
  return root
}

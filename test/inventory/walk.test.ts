import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPointer } from '../../src/model/pointer.ts'
import { locate, locateKeys } from '../../src/source/locate.ts'

const text = `{
  "servers": [ {"name":"RDSH01","roles":[]},\r
    { "name" : "RDSH\\"02{[" } ],\r  "a/b~c": {"": null, "\\u0061": -1.5e3},
  "none": []
}`

function placesOf(found: ReturnType<typeof locate>, pointer: string): string | undefined {
  const region = found([pointer]).get(pointer)
  return region && `${region.line}:${region.column} to ${region.endLine}:${region.endColumn}`
}

describe('locate', () => {
  test.each([
    { pointer: '', place: '1:1 to 6:2' },
    { pointer: '/servers', place: '2:14 to 3:32' },
    { pointer: '/servers/0', place: '2:16 to 2:44' },
    { pointer: '/servers/0/roles', place: '2:41 to 2:43' },
    { pointer: '/servers/1/name', place: '3:16 to 3:28' },
    { pointer: '/a~1b~0c', place: '4:12 to 4:40' },
    { pointer: '/a~1b~0c/', place: '4:17 to 4:21' },
    { pointer: '/a~1b~0c/a', place: '4:33 to 4:39' },
    { pointer: '/none', place: '5:11 to 5:13' },
  ])('finds $pointer at $place', ({ pointer, place }) => {
    expect(placesOf(locate(text), pointer)).toBe(place)
  })

  test.each(['/servers/2', '/servers/00', '/servers/-1', '/servers/0/name/x', '/none/0', '/missing', 'servers', '/~2'])(
    'leaves out %s, which leads nowhere',
    (pointer) => {
      expect(locate(text)([pointer, '/none']).size).toBe(1)
    },
  )

  test('takes the last of a key that stands twice, and nothing of the ones before', () => {
    const doubled = locate('{"a":{"b":1},"a":{"c":2}}')
    expect(placesOf(doubled, '/a/c')).toBe('1:23 to 1:24')
    expect(placesOf(doubled, '/a/b')).toBeUndefined()
  })

  test('finds __proto__ like any other property', () => {
    expect(placesOf(locate('{"__proto__":{"__proto__":1}}'), '/__proto__/__proto__')).toBe('1:27 to 1:28')
  })

  test('gives names of properties where asked', () => {
    expect(placesOf(locateKeys(text), '/servers/1/name')).toBe('3:7 to 3:13')
    expect(placesOf(locateKeys(text), '/servers/1')).toBeUndefined()
  })

  test('ends with every beginning of a text, JSON or not', () => {
    for (let end = 0; end < text.length; end++) locate(text.slice(0, end))(['/servers/1/name', '/a~1b~0c/a'])
  })

  test('finds every value of a random document', () => {
    const spaces = fc.constantFrom(0, 1, 2, '\t')
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (value, space) => {
        const json = JSON.stringify(value, null, space)
        const values = new Map(walkValues(JSON.parse(json), []))
        const regions = locate(json)([...values.keys()])
        expect(regions.size).toBe(values.size)
        const lines = json.split('\n')
        for (const [pointer, { line, column, endLine, endColumn }] of regions) {
          const slice = lines.slice(line - 1, endLine)
          slice[slice.length - 1] = slice.at(-1)?.slice(0, endColumn - 1) ?? ''
          slice[0] = slice[0]?.slice(column - 1) ?? ''
          expect(JSON.parse(slice.join('\n'))).toEqual(values.get(pointer))
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  function walkValues(value: unknown, path: readonly string[]): readonly (readonly [string, unknown])[] {
    const children = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return [[formatPointer(path), value], ...children.flatMap(([key, child]) => walkValues(child, [...path, key]))]
  }
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadInventory } from '../../src/inventory/load.ts'
import { formatPointer } from '../../src/model/pointer.ts'
import type { Region } from '../../src/model/region.ts'
import { locate } from '../../src/source/locate.ts'

const example: unknown = JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8'))

function load(text: string): ReturnType<typeof loadInventory> {
  return loadInventory(new TextEncoder().encode(text))
}

function errorsOf({ diagnostics }: ReturnType<typeof loadInventory>): ReturnType<typeof loadInventory>['diagnostics'] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

describe('a file that is cut off', () => {
  const text =
    '\ufeff{"schemaVersion": 1, "servers": [{"name": "Zürich\\u00e9", "virtualMachine": true,\r\n "sessions": {"active": -12.5e+1}}], "deployment": null}'

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ])('at any byte of %s gives one error with its place, or is empty', (_, bytes) => {
    for (let end = 0; end < bytes.length; end++) {
      const loaded = loadInventory(bytes.subarray(0, end))
      const [error, ...others] = loaded.diagnostics
      expect(loaded).not.toHaveProperty('inventory')
      expect(others).toEqual([])
      if (error?.code !== 'empty') expect(error).toMatchObject({ severity: 'error', region: {} })
    }
  })
})

describe('a property of the wrong type', () => {
  const wrong = [null, true, 0, -1, 1.5, 'x', '', [], [[]], {}, { name: 1 }, [null], ['x']]
  const places = walkPaths(example, [])

  test('is valid by the contract, or an error at a place inside the value', () => {
    let refused = 0
    for (const path of places) {
      for (const value of wrong) {
        const text = JSON.stringify(replaced(example, path, value), null, 1)
        const loaded = load(text)
        const errors = errorsOf(loaded)
        expect('inventory' in loaded).toBe(errors.length === 0)
        if (errors.length > 0) refused++
        const pointer = formatPointer(path)
        const around = locate(text)([pointer]).get(pointer)
        for (const { region, message } of errors) {
          expect(contains(around, region), `${pointer} = ${JSON.stringify(value)}: ${message}`).toBe(true)
        }
      }
    }
    expect(places.length).toBeGreaterThan(130)
    expect(refused).toBeGreaterThan(places.length * 8)
  })

  test('may be null exactly where the contract has it so', () => {
    const nullable = places.filter((path) => 'inventory' in load(JSON.stringify(replaced(example, path, null))))
    expect(nullable.map(formatPointer).map((pointer) => pointer.replace(/\/\d+/g, '/*'))).toEqual([
      '/servers/*/domain',
      '/servers/*/domain',
      '/servers/*/licenseServer',
      '/deployment',
      '/deployment/highAvailability',
      '/deployment/highAvailability/database/filePath',
      '/deployment/sessionCollections/*/profileDisks',
      '/deployment/sessionCollections/*/profileDisks/location',
      '/deployment/gateway',
      '/deployment/licensing',
    ])
  })

  function walkPaths(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path]
    const inside = Object.entries(value).flatMap(([key, child]) => walkPaths(child, [...path, key]))
    return [path, ...inside]
  }

  function replaced(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
    if (key === undefined) return replacement
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
    copy[key] = replaced(copy[key], rest, replacement)
    return copy
  }

  function contains(outer: Region | undefined, inner: Region | undefined): boolean {
    if (!outer || !inner) return false
    const begins = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column)
    const ends =
      inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn)
    return begins && ends
  }
})

describe('a file that means harm', () => {
  test.each(['[', '{"a":', '{"schemaVersion":1,"servers":['])(
    'of 200,000 levels of %s is refused at its place',
    (open) => {
      expect(load(open.repeat(200_000)).diagnostics).toMatchObject([{ code: 'too-deep', region: { line: 1 } }])
    },
  )

  test('with a string of 60 MB is read', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"schemaVersion":1,"servers":[{"name":"'),
      Buffer.alloc(60_000_000, 'n'),
      Buffer.from('"}]}'),
    ])
    expect(loadInventory(bytes).inventory?.servers?.[0]?.name).toHaveLength(60_000_000)
  })

  test('with names of a megabyte gets short answers', () => {
    const name = '\\u001b'.repeat(1 << 18)
    const { diagnostics } = load(
      `{"schemaVersion":1,"${name}":1,"${name}":2,"servers":[{"name":"${name}"},{"name":"${name}"}]}`,
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['duplicate-key', 'unknown-property'])
    for (const { message } of diagnostics) {
      expect(message.length).toBeLessThan(800)
      expect(message).not.toMatch(/\p{C}/u)
    }
  })

  test('of middle size with a hundred thousand errors tells a hundred and counts the rest', () => {
    const { diagnostics } = load(`{"schemaVersion":1,"servers":[${Array(100_000).fill('{"name":1}').join()}]}`)
    expect(diagnostics).toHaveLength(101)
    expect(diagnostics.at(-1)?.message).toBe('and 99900 more of this kind; correct these first')
  })

  test.each([
    ['unknown properties', `"servers":[${Array(500_000).fill('{"name":"A","nmae":1}').join()}]`, 2],
    ['pointers that lead nowhere', `"collection":{"incomplete":[${Array(500_000).fill('"/server"').join()}]}`, 1],
  ])('with half a million %s is read in short', (_, sections, kinds) => {
    const { inventory, diagnostics } = load(`{"schemaVersion":1,${sections}}`)
    expect(inventory).toBeDefined()
    expect(diagnostics).toHaveLength(101 * kinds)
  })

  test('with a million errors names the first and stops', () => {
    const { diagnostics } = load(`{"schemaVersion":1,"servers":[${'{"name":1},'.repeat(600_000)}{}]}`)
    expect(diagnostics).toMatchObject([
      {
        code: 'schema',
        message: 'name must be text, not the number 1; write it in double quotes',
        region: { line: 1, column: 39 },
      },
    ])
  })

  test('changes no object of the program', () => {
    load('{"schemaVersion":1,"__proto__":{"polluted":1},"servers":[{"name":"__proto__","__proto__":{"polluted":1}}]}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadInventory } from '../../src/inventory/load.ts'
import { restOf } from '../../src/model/incomplete-list.ts'

const example = readFileSync(new URL('example.json', import.meta.url))

function load(text: string): ReturnType<typeof loadInventory> {
  return loadInventory(new TextEncoder().encode(text))
}

/** An inventory of version 1 around sections given as text. */
function withSections(sections: string): string {
  return `{"schemaVersion":1,${sections}}`
}

function lines({ diagnostics }: ReturnType<typeof loadInventory>): readonly string[] {
  return diagnostics.map(({ severity, code, message, region }) => {
    const place = region ? `${region.line}:${region.column}` : '-'
    return `${place} ${severity} ${code}: ${message}`
  })
}

describe('loadInventory', () => {
  test('takes the example of the contract without a word', () => {
    const { inventory, diagnostics, locate } = loadInventory(example)
    expect(diagnostics).toEqual([])
    expect(inventory).toEqual(JSON.parse(example.toString()))
    expect(locate(['/servers/1/name']).get('/servers/1/name')).toMatchObject({ line: 50, column: 15 })
  })

  test('knows an absent property from null', () => {
    expect(load(withSections('"deployment":null')).inventory).toEqual({ schemaVersion: 1, deployment: null })
    expect(load('{"schemaVersion":1}').inventory).toEqual({ schemaVersion: 1 })
  })

  test.each([
    ['$schema', '{"$schema":"https://contoso.example/inventory.json","schemaVersion":1}'],
    ['a server called __proto__', withSections('"servers":[{"name":"__proto__"}]')],
    ['a collection called __proto__', withSections('"deployment":{"sessionCollections":[{"name":"__proto__"}]}')],
    ['a server called constructor', withSections('"servers":[{"name":"constructor"}]')],
    ['a lone surrogate', withSections('"servers":[{"name":"RDSH\\ud800"}]')],
    ['a control sequence', withSections('"servers":[{"name":"\\u001b[2J\\u0000\\u202e"}]')],
    ['a name of a megabyte', withSections(`"servers":[{"name":"${'N'.repeat(1 << 20)}"}]`)],
    ['a leap day', withSections('"migration":{"plannedFor":"2028-02-29"}')],
    ['a moment with an offset', withSections('"migration":{"plannedFor":"2026-12-12T23:59:59.123456789+14:00"}')],
    [
      'an absent list that is incomplete',
      withSections('"collection":{"incomplete":["/deployment/sessionCollections"]}'),
    ],
    [
      'an incomplete list of a deployment that is none',
      withSections('"collection":{"incomplete":["/deployment/certificates"]},"deployment":null'),
    ],
  ])('takes %s', (_, text) => {
    const loaded = load(text)
    expect(lines(loaded)).toEqual([])
    expect(loaded.inventory).toEqual(JSON.parse(text))
  })

  test.each([
    [
      'an unknown property',
      withSections('"sesionHosts":[],"servers":[{"name":"RDSH01","rolls":[]}]'),
      [
        '1:20 warning unknown-property: unknown property sesionHosts; no rule reads it: remove it',
        '1:65 warning unknown-property: unknown property rolls; did you mean roles?',
      ],
    ],
    [
      '__proto__ as a property',
      withSections('"servers":[{"name":"RDSH01","__proto__":{"roles":[]}}]'),
      ['1:48 warning unknown-property: unknown property __proto__; no rule reads it: remove it'],
    ],
    [
      'a number beyond all bounds where no rule reads it',
      withSections('"spare":1e999'),
      ['1:20 warning unknown-property: unknown property spare; no rule reads it: remove it'],
    ],
    [
      'names that differ in case only',
      withSections('"servers":[{"name":"RDSH01"},{"name":"rdsh01"}]'),
      [
        '1:57 warning ambiguous-name: "rdsh01" is listed twice in servers, so that nobody can tell which entry is meant; merge them',
      ],
    ],
    [
      'pointers to what is no list',
      withSections(
        '"collection":{"incomplete":["/server","servers","/servers/1/roles","/servers/0/name",""]},"servers":[{"name":"RDSH01"}]',
      ),
      [
        '1:48 warning incomplete-pointer: "/server" leads nowhere, since there is no property server; did you mean servers?',
        '1:58 warning incomplete-pointer: "servers" is no JSON pointer; write it like /servers or /deployment/sessionCollections',
        '1:68 warning incomplete-pointer: "/servers/1/roles" leads nowhere, since the list has no entry 1; name a list that is known only in part, or remove the pointer',
        '1:87 warning incomplete-pointer: "/servers/0/name" leads to no list; name a list that is known only in part, or remove the pointer',
        '1:105 warning incomplete-pointer: "" leads to no list; name a list that is known only in part, or remove the pointer',
      ],
    ],
  ])('warns of %s, and goes on', (_, text, warnings) => {
    const loaded = load(text)
    expect(lines(loaded)).toEqual(warnings)
    expect(loaded.inventory).toEqual(JSON.parse(text))
  })

  test.each([
    ['a list as a whole', '[]', '1:1 error schema: the inventory must be an object, not a list; correct it'],
    ['an object without a version', '{}', '1:1 error schema: the inventory has no schemaVersion; add it'],
    [
      'another version',
      '{"schemaVersion":2}',
      '1:18 error schema: schemaVersion is 2; it must be 1, the only version that this tool reads',
    ],
    [
      'text for a list',
      withSections('"servers":"RDSH01"'),
      '1:30 error schema: servers must be a list, not the text "RDSH01"; write it in square brackets',
    ],
    [
      'text for a number',
      withSections('"servers":[{"name":"A","sessions":{"active":"3"}}]'),
      '1:64 error schema: active must be a whole number, not the text "3"; write it without quotes',
    ],
    [
      'a number for text',
      withSections('"servers":[{"name":7}]'),
      '1:39 error schema: name must be text, not the number 7; write it in double quotes',
    ],
    [
      'null where something must be',
      withSections('"servers":null'),
      '1:30 error schema: servers must be a list, not null; null says that there is none: leave out what is not known',
    ],
    [
      'a word that is none of the known',
      withSections('"deployment":{"licensing":{"mode":"PerUsr"}}'),
      '1:54 error schema: mode is PerUsr; did you mean PerUser? It must be one of PerUser, PerDevice, NotConfigured',
    ],
    [
      'a number that is none of the known',
      withSections('"servers":[{"name":"A","operatingSystem":{"productType":4}}]'),
      '1:76 error schema: productType is 4; it must be one of 1, 2, 3',
    ],
    [
      'a number below zero',
      withSections('"servers":[{"name":"A","sessions":{"active":-1}}]'),
      '1:64 error schema: active is -1; it must be 0 or more',
    ],
    [
      'a part of a number',
      withSections('"servers":[{"name":"A","sessions":{"active":1.5}}]'),
      '1:64 error schema: active must be a whole number, not the number 1.5; correct it',
    ],
    [
      'a number beyond all bounds',
      withSections('"servers":[{"name":"A","sessions":{"active":1e999}}]'),
      '1:64 error schema: number too large: this number is beyond 9007199254740991; correct it',
    ],
    [
      'a number that loses digits',
      withSections('"servers":[{"name":"A","sessions":{"active":9007199254740993}}]'),
      '1:64 error schema: number too large: 9007199254740992 is beyond 9007199254740991; correct it',
    ],
    [
      'an empty name',
      withSections('"servers":[{"name":""}]'),
      '1:39 error schema: name is empty; write the name, or leave the property out where it is not known',
    ],
    [
      'a server without a name',
      withSections('"servers":[{}]'),
      '1:31 error schema: an entry of servers has no name; add it',
    ],
    [
      'a day that does not exist',
      withSections('"migration":{"plannedFor":"2026-02-30"}'),
      '1:46 error date: 2026-02-30 does not exist in the calendar or on the clock; correct the date',
    ],
    [
      'a 29 February of a common year',
      withSections('"migration":{"plannedFor":"2100-02-29"}'),
      '1:46 error date: 2100-02-29 does not exist in the calendar or on the clock; correct the date',
    ],
    [
      'an hour that does not exist',
      withSections('"migration":{"plannedFor":"2026-12-12T24:00Z"}'),
      '1:46 error date: "2026-12-12T24:00Z" does not exist in the calendar or on the clock; correct the date',
    ],
    [
      'an offset that does not exist',
      withSections('"migration":{"plannedFor":"2026-12-12T10:00+24:00"}'),
      '1:46 error date: "2026-12-12T10:00+24:00" does not exist in the calendar or on the clock; correct the date',
    ],
    [
      'a day in another form',
      withSections('"migration":{"plannedFor":"12.12.2026"}'),
      '1:46 error date: plannedFor is "12.12.2026", which is no date; write it like 2026-12-12 or 2026-12-12T09:14:03Z',
    ],
    [
      'a key that stands twice',
      withSections('"servers":[{"name":"A","name":"B"}]'),
      '1:43 error duplicate-key: the property "name" stands twice in this object, first at line 1, column 32; remove one of them',
    ],
    [
      'a comma too many',
      withSections('"servers":[],'),
      '1:32 error syntax: nothing stands between this comma and }; remove the comma',
    ],
    ['no text', '', '- error empty: the file is empty; export the inventory again, or give another file'],
  ])('refuses %s', (_, text, error) => {
    const loaded = load(text)
    expect(lines(loaded)).toEqual([error])
    expect(loaded).not.toHaveProperty('inventory')
  })

  test('marks the lists that are known only in part', () => {
    const { inventory } = load(
      withSections(
        '"collection":{"incomplete":["/servers","/servers/0/roles"]},"servers":[{"name":"RDSH01","roles":[],"odbcDrivers":[]}]',
      ),
    )
    const [server] = inventory?.servers ?? []
    expect(restOf(inventory?.servers ?? [])).toEqual([{ holder: inventory?.servers }])
    expect(restOf(server?.roles ?? [])).toEqual([{ holder: server?.roles }])
    expect(restOf(server?.odbcDrivers ?? [])).toBeUndefined()
  })

  test('tells all that is wrong, in the order of the text', () => {
    const text = withSections(
      '"migration":{"plannedFor":"2026-02-30","methd":1},"servers":[{"name":"A","roles":0,"roles":""},{"name":1}]',
    )
    expect(load(text).diagnostics.map(({ code, region }) => [code, region?.column])).toEqual([
      ['date', 46],
      ['unknown-property', 59],
      ['duplicate-key', 103],
      ['schema', 111],
      ['schema', 123],
    ])
  })

  test('orders by line before column', () => {
    const { diagnostics } = load('{"schemaVersion":1,"servers":[                {"name":1},\n{"nmae":2}]}')
    expect(diagnostics.map(({ region }) => [region?.line, region?.column])).toEqual([
      [1, 55],
      [2, 1],
      [2, 2],
    ])
  })

  test('says of a value of the wrong type only that', () => {
    const { diagnostics } = load(withSections('"deployment":{"licensing":{"mode":3}}'))
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'mode must be text, not the number 3; write it in double quotes',
    ])
  })

  test('tells a hundred problems of one kind and counts the rest', () => {
    const { diagnostics } = load(withSections(`"servers":[${Array(150).fill('{"name":1,"x":1}').join()}]`))
    expect(diagnostics).toHaveLength(202)
    expect(diagnostics.slice(200).map(({ code, message }) => [code, message])).toEqual([
      ['schema', 'and 50 more of this kind; correct these first'],
      ['unknown-property', 'and 50 more of this kind; correct these first'],
    ])
  })

  test('shows values short and harmless', () => {
    const text = withSections(`"deployment":{"licensing":{"mode":"\\u001b[31m\\ud800${'x'.repeat(1 << 20)}"}}`)
    const [diagnostic] = load(text).diagnostics
    expect(diagnostic?.message).toContain('mode is "\\u{1b}[31m\\u{d800}xxx')
    expect(diagnostic?.message.length).toBeLessThan(200)
  })
})

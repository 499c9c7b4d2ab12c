import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { isThing, type Value } from '../../src/collector/clixml/value.ts'
import { clixml, filesOf } from '../support/a-bundle.ts'

function read(text: string | Uint8Array) {
  return readClixml(typeof text === 'string' ? new TextEncoder().encode(text) : text)
}

function valuesOf(text: string | Uint8Array): readonly Value[] {
  const result = read(text)
  if ('problem' in result) throw new Error(result.problem.message)
  return result.values
}

function problemOf(text: string | Uint8Array) {
  const result = read(text)
  return 'problem' in result ? result.problem : undefined
}

test.each([
  ['a text', '<S>plain</S>', 'plain'],
  ['an empty text', '<S></S>', ''],
  ['an empty text in one tag', '<S />', ''],
  ['nothing', '<Nil />', null],
  [
    'a text that looks like a number',
    '<S>0123456789012345678901234567890123456789</S>',
    '0123456789012345678901234567890123456789',
  ],
  ['a text with spaces around it', '<S> 10.0 </S>', ' 10.0 '],
  ['entities, decoded once', '<S>&amp;lt; &lt;&gt;&quot;&apos; &#65;&#x42;</S>', '&lt; <>"\' AB'],
  [
    'escapes, decoded once',
    '<S>a_x000D__x000A_b_xD83D__xDE00_ _x005F_x0041_ _x41_ _xZZZZ_</S>',
    'a\r\nb😀 _x0041_ _x41_ _xZZZZ_',
  ],
  ['a section of characters', '<S><![CDATA[<a> &amp;]]></S>', '<a> &amp;'],
  ['a character', '<C>65</C>', 'A'],
  ['a boolean', '<B>true</B>', true],
  [
    'the largest Int64, with all digits',
    '<I64>9223372036854775807</I64>',
    { kind: 'integer', text: '9223372036854775807' },
  ],
  ['the largest UInt64', '<U64>18446744073709551615</U64>', { kind: 'integer', text: '18446744073709551615' }],
  ['infinity', '<Db>-INF</Db>', { kind: 'real', text: '-INF' }],
  ['a decimal', '<D>79228162514264337593543950335</D>', { kind: 'decimal', text: '79228162514264337593543950335' }],
  [
    'a moment',
    '<DT>2026-11-24T05:00:00.1234567+01:00</DT>',
    { kind: 'date', text: '2026-11-24T05:00:00.1234567+01:00' },
  ],
  ['a span', '<TS>-P1DT2H3M4.5S</TS>', { kind: 'span', text: '-P1DT2H3M4.5S' }],
  ['a version', '<Version>6.3.9600.0</Version>', { kind: 'version', text: '6.3.9600.0' }],
  ['bytes', '<BA>AAECAw==</BA>', { kind: 'bytes', text: 'AAECAw==' }],
  ['a secure string, without what it holds', '<SS>01000000d08c9ddf</SS>', { kind: 'secret', text: '' }],
])('reads %s', (_, element, value) => {
  expect(valuesOf(clixml(element))).toEqual([value])
})

test('reads what a pipeline that gave nothing leaves in a property as null', () => {
  const types = '<TN RefId="0"><T>System.Management.Automation.PSCustomObject</T></TN>'
  const [value] = valuesOf(
    clixml(`<Obj RefId="0">${types}<MS><Obj N="n" RefId="1"><TNRef RefId="0"/></Obj></MS></Obj>`),
  )
  expect(isThing(value) && value.properties.get('n')).toBe(null)
})

test('lets extended properties hide adapted ones, whichever comes first, and leaves out sets of members', () => {
  const parts = [
    '<Props><S N="a">adapted</S><S N="b">b</S></Props>',
    '<MS><S N="a">extended</S><MS N="PSStandardMembers"><S N="a">x</S></MS></MS>',
  ]
  for (const order of [parts, parts.toReversed()]) {
    const [value] = valuesOf(clixml(`<Obj>${order.join('')}</Obj>`))
    expect(isThing(value) && Object.fromEntries(value.properties)).toEqual({ a: 'extended', b: 'b' })
  }
})

test('follows references through the whole file, also to an object around them', () => {
  const [first, second] = valuesOf(
    clixml(
      '<Obj RefId="0"><MS><S N="x">1</S><Ref N="self" RefId="0"/></MS></Obj>',
      '<Obj RefId="1"><LST><Ref RefId="0"/></LST></Obj>',
    ),
  )
  expect(isThing(first) && first.properties.get('self')).toBe(first)
  expect(isThing(second) && second.items?.[0]).toBe(first)
})

test('takes __proto__ for a name like any other', () => {
  const [value] = valuesOf(clixml('<Obj><MS><S N="__proto__">x</S><S N="constructor">y</S></MS></Obj>'))
  expect(isThing(value) && [...value.properties]).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})

test('tells output from errors, and leaves out the other streams', () => {
  const text = `#< CLIXML\r\n${clixml('<S S="Output">RDSH01</S>', '<S S="Error">Access is denied.</S>', '<S S="verbose">…</S>', '<Obj S="progress"><MS><PR N="Record"><AV>x</AV><AI>0</AI><Nil /></PR></MS></Obj>')}`
  expect(read(text)).toEqual({ values: ['RDSH01'], errors: ['Access is denied.'] })
})

test.each([
  ['a file that was cut off', clixml('<S>RDSH01</S>').slice(0, -8), /cut off/],
  ['a tag that is not closed', '<Objs xmlns="x"><S>', /<S> is closed: it was cut off/],
  ['a document type', `<!DOCTYPE Objs [<!ENTITY a "b">]>${clixml()}`, /document type/],
  ['an entity of its own', clixml('<S>&xxe;</S>'), /entity/],
  ['half a surrogate as an entity', clixml('<S>&#xD800;</S>'), /entity/],
  ['another root', '<Configuration xmlns="x"/>', /no CLIXML/],
  ['another namespace', '<Objs xmlns="urn:x"/>', /no CLIXML/],
  ['a second root', clixml() + clixml(), /second root/],
  ['no element at all', 'RDSH01', /no <Objs>/],
  ['an unknown element', clixml('<X>1</X>'), /no element <X>/],
  ['a number that is none', clixml('<I32>twelve</I32>'), /<I32> holds no value/],
  ['a number out of its range', clixml('<By>256</By>'), /<By> holds no value/],
  ['a boolean that is none', clixml('<B>yes</B>'), /<B> holds no value/],
  ['a Nil that holds something', clixml('<Nil>x</Nil>'), /<Nil> holds no value/],
  ['an element inside a text', clixml('<S>a<S>b</S></S>'), /text only/],
  ['a reference to nothing', clixml('<Ref RefId="7"/>'), /leads to no object/],
  ['a reference forward', clixml('<Ref RefId="7"/>', '<Obj RefId="7"><S>x</S></Obj>'), /leads to no object/],
  ['types that nobody told', clixml('<Obj RefId="0"><TNRef RefId="9"/><MS/></Obj>'), /leads to no types/],
  [
    'two objects with one number',
    clixml('<Obj RefId="0"><S>a</S></Obj>', '<Obj RefId="0"><S>b</S></Obj>'),
    /one RefId/,
  ],
  ['a property without a name', clixml('<Obj><MS><S>x</S></MS></Obj>'), /no name/],
  ['an entry without a key', clixml('<Obj><DCT><En><S N="Value">x</S></En></DCT></Obj>'), /no key/],
  ['two values in one object', clixml('<Obj><S>a</S><LST/></Obj>'), /cannot hold/],
  ['text between elements', clixml('<S>a</S>stray'), /text stands between/],
  ['text between the parts of an object', clixml('<Obj>stray<MS/></Obj>'), /text stands between/],
  ['an attribute without quotes', clixml('<S N=a>x</S>'), /well-formed/],
  ['an attribute that stands twice', clixml('<S N="a" N="b">x</S>'), /well-formed/],
  ['tags that close in the wrong order', '<Objs xmlns="x"><Obj><MS></Obj></MS></Objs>', /closes nothing/],
  ['too many levels', clixml('<Obj><LST>'.repeat(200) + '</LST></Obj>'.repeat(200)), /nest deeper than 256/],
  ['an empty file', '', /empty; export it again/],
  ['bytes of Windows-1252', Uint8Array.from([...Buffer.from(clixml('<S>'))].concat(0xe9)), /not UTF-8/],
])('refuses %s', (_, text, sentence) => {
  expect(problemOf(text)?.message).toMatch(sentence)
})

test('tells the place of what is wrong', () => {
  const text = clixml('\r\n  <S>a</S>\r\n  <I32>x</I32>')
  expect(problemOf(text)?.region).toMatchObject({ line: 3, column: 3 })
})

test('tells the place also in a file that is read in pieces', () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => `<S>RDSH${index}.contoso.example</S>`)
  rows[33_333] = '<I32>x</I32>'
  expect(problemOf(clixml(`\n${rows.join('\n')}`))?.region).toMatchObject({ line: 33_335, column: 1 })
})

describe('the samples', () => {
  const shared = [
    'domain/samples',
    ...['example', 'large', 'small'].map((name) => `powershell-host/samples/UTF/${name}`),
  ]
  const root = process.env.RDS_LINT_SHARED ?? '../shared'
  const folders = shared.map((name) => `${root}/${name}`)

  test.skipIf(!existsSync(root))('read the same in UTF-16 and in UTF-8', () => {
    for (const folder of folders) {
      const [wide, narrow] = folder.includes('UTF')
        ? [folder.replace('UTF', 'utf16le-bom'), folder.replace('UTF', 'utf8')]
        : [`${folder}/utf16le-bom`, `${folder}/utf8`]
      for (const name of readdirSync(narrow)) {
        // The engine numbers the runs of a remote command anew each time.
        if (name === 'remoting.clixml') continue
        expect(shown(valuesOf(readFileSync(`${wide}/${name}`))), name).toEqual(
          shown(valuesOf(readFileSync(`${narrow}/${name}`))),
        )
      }
    }
  })
})

describe('damaged files', () => {
  const files = Object.entries(filesOf('fixtures/classic-mistakes/bundle')).filter(([name]) => name.endsWith('.clixml'))
  const whole = files.filter((_, index) => index % 9 === 0)

  test('cut at any byte are refused, with a place, and never throw', () => {
    for (const [name, bytes] of whole) {
      // Behind the last tag only a line end may follow.
      const end = Buffer.from(bytes).toString().trimEnd().length
      for (let length = 1; length < end; length += 7) {
        const problem = problemOf(bytes.slice(0, length))
        expect(problem, `${name} cut at ${length}`).toBeDefined()
        expect(problem?.message).not.toMatch(/\bat \w+.*\.[jt]s/)
      }
    }
  })

  test('with a flipped bit are refused, or hold no less than before', () => {
    for (const [name, bytes] of whole) {
      const before = valuesOf(bytes).length
      for (let at = 0; at < bytes.length; at += 11) {
        const flipped = Uint8Array.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        const result = read(flipped)
        if ('values' in result) expect(result.values.length, `${name} flipped at ${at}`).toBe(before)
        else expect(result.problem.message).not.toBe('')
      }
    }
  })

  test('that refer to themselves many times are read at once', () => {
    const refs = '<Ref RefId="0"/>'.repeat(10_000)
    const [value] = valuesOf(clixml(`<Obj RefId="0"><LST>${refs}</LST></Obj>`))
    expect(isThing(value) && value.items?.every((item) => item === value)).toBe(true)
  })
})

/** Values without their cycles. */
function shown(values: readonly Value[]): unknown {
  const seen = new Map<Value, number>()
  const show = (value: Value): unknown => {
    if (!isThing(value)) return value
    const number = seen.get(value)
    if (number !== undefined) return { again: number }
    seen.set(value, seen.size)
    const { types, text, value: inner, items, entries, properties } = value
    return {
      types,
      text,
      inner: inner === undefined ? undefined : show(inner),
      items: items?.map(show),
      // The order of a hashtable's entries is nobody's promise.
      entries: entries
        ?.map((entry) => entry.map(show))
        .toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
      properties: [...properties].map(([name, property]) => [name, show(property)]),
    }
  }
  return values.map(show)
}

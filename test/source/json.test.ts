import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countKeys, duplicateKeys, parseJson } from '../../src/source/json.ts'
import { syntaxProblem } from '../../src/source/json-syntax.ts'

describe('parseJson', () => {
  test('gives the value and the number of keys in the text', () => {
    const parsed = parseJson('{"name":"RDSH01: \\"spare\\"","roles":[{"name":"a"}]}')
    expect(parsed).toEqual({ value: { name: 'RDSH01: "spare"', roles: [{ name: 'a' }] }, keys: 3 })
  })

  test('keeps __proto__ as a property like any other', () => {
    const parsed = parseJson('{"__proto__":{"elevated":true}}')
    expect('value' in parsed && Object.keys(parsed.value as object)).toEqual(['__proto__'])
    expect('value' in parsed && countKeys(parsed.value)).toBe(2)
    expect(({} as Record<string, unknown>).elevated).toBeUndefined()
  })

  test.each(['[', '{"a":', '[{"a":'])('refuses 200,000 levels of %s and says where', (open) => {
    const parsed = parseJson(open.repeat(200_000))
    expect(parsed).toMatchObject({ diagnostics: [{ code: 'too-deep', region: { line: 1 } }] })
  })

  test('takes 100 levels and refuses 101', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100))).toHaveProperty('value')
    const parsed = parseJson('['.repeat(101) + ']'.repeat(101))
    expect(parsed).toMatchObject({ diagnostics: [{ code: 'too-deep', region: { line: 1, column: 101 } }] })
  })

  test.each([
    ['{"a": 1,\n "b": 2,\n}', 2, 8, 'nothing stands between this comma and }; remove the comma'],
    ['["RDSH01",]', 1, 10, 'nothing stands between this comma and ]; remove the comma'],
    ['{"a": 1 "b": 2}', 1, 9, 'expected a comma or } behind the value, not """; correct it here or just before'],
    ['["a" "b"]', 1, 6, 'expected a comma or ] behind the value, not """; correct it here or just before'],
    ['{"a" 1}', 1, 6, 'expected a colon behind the property name, not "1"; correct it here or just before'],
    ['{name: "RDSH01"}', 1, 2, 'expected a property name in double quotes, not "n"; correct it here or just before'],
    [
      "{'name': 1}",
      1,
      2,
      'expected a property name in double quotes; text stands in straight double quotes: replace this quotation mark',
    ],
    ['{"a": “b”}', 1, 7, 'expected a value; text stands in straight double quotes: replace this quotation mark'],
    ['{} // done', 1, 4, 'the document ends before this; remove the text behind it'],
    [
      '{\r\n// brokers\r\n}',
      2,
      1,
      'expected a property name in double quotes; JSON has no comments: remove what begins here',
    ],
    [
      '{"location": "\\\\FS01\\upd$"}',
      1,
      21,
      'behind \\u stand four hexadecimal digits; write a plain backslash twice: \\\\',
    ],
    ['{"path": "D:\\SQLData"}', 1, 13, '"\\S" means nothing in a string; write a plain backslash twice: \\\\'],
    [
      '{"a": "b\n"}',
      1,
      9,
      'a string is still open at the end of its line; close it with a double quote, or write the line break as \\n',
    ],
    ['{"a": "\u001b[31m"}', 1, 8, 'a control character cannot stand in a string; write it as \\u001b'],
    ['{"a": "\u001f"}', 1, 8, 'a control character cannot stand in a string; write it as \\u001f'],
    ['{"a": True}', 1, 7, '"True" is no value; write true, false, null, a number, or text in double quotes'],
    ['{"a": NaN}', 1, 7, '"NaN" is no value; write true, false, null, a number, or text in double quotes'],
    ['{"a": 007}', 1, 7, '"007" is no number; write it like 20, -3, 0.5 or 1e6'],
    ['{"a": 1.}', 1, 7, '"1." is no number; write it like 20, -3, 0.5 or 1e6'],
    ['{"a": 2026-12-12}', 1, 7, '"2026-12-12" is no number; write it like 20, -3, 0.5 or 1e6'],
    ['{"a": }', 1, 7, 'expected a value, not "}"; correct it here or just before'],
    ['{"a": [1}', 1, 9, 'expected a comma or ] behind the value, not "}"; correct it here or just before'],
    ['{"a": 1', 1, 8, 'the file ends too early; it was cut off: export or copy it again'],
    ['{"a": "b', 1, 9, 'the file ends too early; it was cut off: export or copy it again'],
  ])('explains %j', (text, line, column, message) => {
    expect(parseJson(text)).toMatchObject({
      diagnostics: [{ code: 'syntax', severity: 'error', message, region: { line, column } }],
    })
  })
})

describe('syntaxProblem', () => {
  const piece = fc.constantFrom(...'{}[]:,"\\u0eE-+.12 \n\u2028tfn/', 'true', 'false', 'null', '"a"', '\\n', '\ud800')
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.json({ maxDepth: 3 }).chain(broken),
  )

  function broken(json: string): fc.Arbitrary<string> {
    const cut = fc.nat({ max: json.length })
    return fc
      .tuple(cut, cut, piece)
      .map(([from, length, put]) => json.slice(0, from) + put + json.slice(from + (length % 3)))
  }

  test('objects to exactly the texts that JSON.parse refuses, at a place inside', () => {
    let refused = 0
    fc.assert(
      fc.property(text, (candidate) => {
        const found = syntaxProblem(candidate)
        expect(found === undefined).toBe(accepts(candidate))
        if (!found) return
        refused++
        expect(found.start).toBeLessThanOrEqual(found.end)
        expect(found.end).toBeLessThanOrEqual(candidate.length)
        // What stands before the place can still become JSON: cut there, the text is either whole or ends too early.
        expect(syntaxProblem(candidate.slice(0, found.start))?.start ?? found.start).toBe(found.start)
      }),
      { seed: 3, numRuns: 5000 },
    )
    expect(refused).toBeGreaterThan(1000)
  })

  function accepts(candidate: string): boolean {
    try {
      JSON.parse(candidate)
      return true
    } catch {
      return false
    }
  }
})

describe('duplicateKeys', () => {
  test('names both places of each key that stands twice, escaped or not', () => {
    const diagnostics = duplicateKeys('{"a":{"b":1,\n"\\u0062":2},"c":{"a":1},\n"a":3}')
    expect(diagnostics.map(({ message, region }) => [region?.line, region?.column, message])).toEqual([
      [2, 1, 'the property "b" stands twice in this object, first at line 1, column 7; remove one of them'],
      [3, 1, 'the property "a" stands twice in this object, first at line 1, column 2; remove one of them'],
    ])
  })

  test('counts no rest where there is none', () => {
    expect(duplicateKeys(`{${'"name":1,'.repeat(100)}"name":1}`)).toHaveLength(100)
  })

  test('tells a hundred in full and counts the rest', () => {
    const diagnostics = duplicateKeys(`{${'"name":1,'.repeat(250)}"name":1}`)
    expect(diagnostics).toHaveLength(101)
    expect(diagnostics.at(-1)?.message).toBe('and 150 more of this kind; correct these first')
  })
})

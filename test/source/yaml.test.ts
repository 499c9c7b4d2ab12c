import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/source/yaml.ts'

describe('parseYaml', () => {
  test('gives the value and the places of its parts', () => {
    const { value, diagnostics, locate } = parseYaml(
      'title: a\nexamples:\n  - name: b\n    "x/y": |\n      c\n\n# end\n',
    )
    expect(value).toEqual({ title: 'a', examples: [{ name: 'b', 'x/y': 'c\n' }] })
    expect(diagnostics).toEqual([])
    expect(locate('/examples/0')).toEqual({ line: 3, column: 5, endLine: 5, endColumn: 8 })
    expect(locate('/examples/0/x~1y')).toEqual({ line: 4, column: 12, endLine: 5, endColumn: 8 })
    expect(locate('/examples/1')).toBeUndefined()
    expect(locate('/title/0')).toBeUndefined()
  })

  test.each([
    ['a: yes\nb: 010\nc: 0o10\nd: ~', { a: 'yes', b: 10, c: 8, d: null }],
    ['"<<": 1', { '<<': 1 }],
    ['__proto__: {a: 1}', JSON.parse('{"__proto__":{"a":1}}')],
  ])('reads %j by the core schema of YAML 1.2', (text, value) => {
    expect(parseYaml(text)).toMatchObject({ value, diagnostics: [] })
  })

  test.each([
    ['an alias', 'a: &x [1]\nb: *x', 2, 4, 'the alias *x is not read here; write its value out'],
    ['a merge key', 'a:\n  <<: {b: 1}', 2, 3, 'merge keys (<<) are not read here; write the properties out'],
    ['a custom tag', 'require: !it.enabled', 1, 10, 'tags are not read here; put text that begins with ! in quotes'],
    [
      'a tag of the core schema',
      'a: !!str 2022',
      1,
      10,
      'tags are not read here; put text that begins with ! in quotes',
    ],
    ['a tag before an object', 'a: !!map {}', 1, 10, 'tags are not read here; put text that begins with ! in quotes'],
    ['a tag that says nothing', 'a: ! 2022', 1, 6, 'tags are not read here; put text that begins with ! in quotes'],
    ['a tag of a property name', '!!str a: 1', 1, 7, 'tags are not read here; put text that begins with ! in quotes'],
    ['a tag for bytes', 'a: !!binary aGk=', 1, 13, 'tags are not read here; put text that begins with ! in quotes'],
    [
      'a list as a name',
      '? [a]\n: 1',
      1,
      3,
      'a property name is plain text; write one, in quotes where it begins with a sign',
    ],
    ['a second document', 'a: 1\n---\nb: 1', 2, 1, 'a second document begins here; put it into a file of its own'],
    [
      'another version',
      '%YAML 1.1\n---\na: yes',
      1,
      1,
      'a %YAML directive asks for another version than 1.2; remove it',
    ],
    [
      'a nested mapping on one line',
      'a: b: c',
      1,
      4,
      'Nested mappings are not allowed in compact mappings; correct the YAML here',
    ],
  ])('refuses %s', (_, text, line, column, message) => {
    const { value, diagnostics } = parseYaml(text)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'yaml', severity: 'error', message, region: { line, column } }])
  })

  test('refuses a key that stands twice', () => {
    expect(parseYaml('a: 1\n"a": 2').diagnostics).toMatchObject([
      { code: 'duplicate-key', region: { line: 2, column: 1 } },
    ])
  })

  test.each(['', '# nothing\n', '---\n'])('calls %j empty', (text) => {
    expect(parseYaml(text).diagnostics).toMatchObject([{ code: 'empty' }])
  })

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['dashes', '- '.repeat(20_000)],
    ['indentation', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('refuses deep nesting by %s', (_, text) => {
    expect(parseYaml(text).diagnostics).toMatchObject([{ code: 'too-deep', region: {} }])
  })

  test('takes aliases out before they can multiply', () => {
    const bomb = [
      'a: &a [x]',
      ...[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`),
    ]
    expect(parseYaml(bomb.join('\n')).diagnostics).toHaveLength(81)
  })
})

import { expect, test } from 'vitest'
import { placeWithin } from '../../src/rules/place-within.ts'
import { parseYaml } from '../../src/source/yaml.ts'

/** Where a word of the value at `/require` stands in the text, as `line:column-endLine:endColumn`. */
function placeOf(word: string, text: string): string {
  const { value, locate } = parseYaml(text)
  const require = (value as { readonly require: string }).require
  const region = locate('/require')
  if (!region) throw new Error('the text has no require')
  const start = require.indexOf(word)
  const { line, column, endLine, endColumn } = placeWithin(text, region, require, start, start + word.length)
  return `${line}:${column}-${endLine}:${endColumn}`
}

test.each([
  ['a plain scalar', 'title: x\nrequire: it.nmae != it.name\n', '2:10-2:17'],
  ['a plain scalar behind its key on the next line', 'require:\n  it.nmae != it.name\n', '2:3-2:10'],
  ['a scalar in double quotes', 'require: "it.nmae != it.name"\n', '1:11-1:18'],
  ['a scalar in single quotes', "require: 'it.nmae != it.name'\n", '1:11-1:18'],
  ['a literal block', 'require: |\n  it.name != "" &&\n    it.nmae != ""\n', '3:5-3:12'],
  ['a literal block without its last line end', 'require: |-\n  it.nmae != ""\n', '2:3-2:10'],
  ['a literal block with a comment on its first line', 'require: | # it.nmae\n  it.nmae != ""\n', '2:3-2:10'],
  [
    'a literal block with lines that Windows ends',
    'require: |\r\n  it.name != "" &&\r\n  it.nmae != ""\r\n',
    '3:3-3:10',
  ],
  ['a flow mapping', '{ title: x, require: it.nmae }\n', '1:22-1:29'],
  ['a word that stands in the key as well', 'require: require\n', '1:10-1:17', 'require'],
])('finds a part of %s', (_, text, place, word = 'it.nmae') => {
  expect(placeOf(word, text)).toBe(place)
})

test.each([
  ['a folded block', 'require: >\n  it.name != ""\n  && it.nmae != ""\n', '1:10-3:19'],
  ['a plain scalar over two lines', 'require: it.name != ""\n  && it.nmae != ""\n', '1:10-2:19'],
  ['a scalar with escapes', 'require: "it.name != \\"\\" && it.nmae != 1"\n', '1:10-1:43'],
  ['a scalar with doubled quotes', "require: 'it.name != '''' && it.nmae != 1'\n", '1:10-1:43'],
])('of %s, whose offsets say nothing, gives the whole', (_, text, place) => {
  expect(placeOf('it.nmae', text)).toBe(place)
})

test('finds a part that goes over lines', () => {
  expect(placeOf('it.nmae !=\n""', 'require: |\n  it.nmae !=\n  ""\n')).toBe('2:3-3:5')
})

import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/rules/template.ts'

describe('piecesOf', () => {
  test.each([
    ['Nothing to fill.', [{ text: 'Nothing to fill.' }]],
    ['', []],
    ['{it.name}', [{ expression: 'it.name', offset: 1 }]],
    ['{it.name} retires', [{ expression: 'it.name', offset: 1 }, { text: ' retires' }]],
    [
      'On {it.name} and {it.domain}.',
      [
        { text: 'On ' },
        { expression: 'it.name', offset: 4 },
        { text: ' and ' },
        { expression: 'it.domain', offset: 18 },
        { text: '.' },
      ],
    ],
    [
      '{a}{b}',
      [
        { expression: 'a', offset: 1 },
        { expression: 'b', offset: 4 },
      ],
    ],
    ['Select {{ $_.Name }} now', [{ text: 'Select { $_.Name } now' }]],
    ['{{{it.name}}}', [{ text: '{' }, { expression: 'it.name', offset: 3 }, { text: '}' }]],
    ["{ {'a': 1}['a'] }", [{ expression: " {'a': 1}['a'] ", offset: 1 }]],
    ["{it.name + '}'}", [{ expression: "it.name + '}'", offset: 1 }]],
    ['{it.name + "{"}', [{ expression: 'it.name + "{"', offset: 1 }]],
    ["{it.name + '\\'}'}", [{ expression: "it.name + '\\'}'", offset: 1 }]],
    ["{'\"}' + it.name}", [{ expression: "'\"}' + it.name", offset: 1 }]],
    ["It's {it.name}'s", [{ text: "It's " }, { expression: 'it.name', offset: 6 }, { text: "'s" }]],
    ['{}', [{ expression: '', offset: 1 }]],
  ])('takes %j apart', (template, pieces) => {
    expect(piecesOf(template)).toEqual(pieces)
  })

  test.each(['{it.name', 'it.name}', '{{it.name}', "{it.name + '}", '{it.name}}', '{', '}', '{{{', "{{'a': 1}['a']}"])(
    'finds a brace without a partner in %j',
    (template) => {
      expect(piecesOf(template)).toBeUndefined()
    },
  )
})

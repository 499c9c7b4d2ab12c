import { describe, expect, test } from 'vitest'
import { parse } from '../../src/expression/parse.ts'
import { written } from '../support/expressions.ts'

function problems(text: string): readonly string[] {
  const parsed = parse(text)
  return 'problems' in parsed ? written(parsed.problems, text) : []
}

describe('parse', () => {
  test.each([
    ['it.name == ', '[] Unexpected token: the end'],
    ['', '[] Unexpected token: the end'],
    ['(it.ready', '[] Expected ), got the end'],
    ['it.hosts[0', '[] Expected ], got the end'],
    ['it.ready ! it', "[!] Unexpected character: '!'"],
    ['it.ready = true', '[=] Unexpected character: ='],
    ["it.name == 'RDSH01", "['RDSH01] Unterminated string"],
    ["it.name == 'a\\q'", '[\\q] Invalid escape sequence: \\q'],
    ['it. == 1', '[==] Expected a name, got EQ'],
    ['const == 1', '[const] Reserved identifier: const'],
    ['it.limit > 12u', '[12u] uint and bytes are not supported'],
    ["it.name == b'a'", "[b'a'] uint and bytes are not supported"],
    ['it.limit > 9223372036854775808', '[9223372036854775808] 9223372036854775808 is too large for an int'],
    ['it.limit > -9223372036854775809', '[9223372036854775809] -9223372036854775809 is too large for an int'],
    ['has(it)', '[has(it)] has() takes one field, such as has(it.name)'],
    ['has(it.name, it)', '[has(it.name, it)] has() takes one field, such as has(it.name)'],
    ['has(it.hosts[0])', '[has(it.hosts[0])] has() takes one field, such as has(it.name)'],
    ['it.tags.all(true)', "[it.tags.all(true)] all() takes a name and a condition, such as list.all(x, x != '')"],
    [
      'it.tags.filter(t, true, t)',
      "[it.tags.filter(t, true, t)] filter() takes a name and a condition, such as list.filter(x, x != '')",
    ],
  ])('says where %j goes wrong', (text, problem) => {
    expect(problems(text)).toEqual([problem])
  })

  test('takes the smallest int', () => {
    expect(parse('-9223372036854775808')).toMatchObject({ tree: { op: 'int', value: '-9223372036854775808' } })
  })

  test('keeps the offsets of every node', () => {
    expect(parse(' it.limit  <  2 ')).toMatchObject({
      tree: {
        op: 'call',
        name: '<',
        at: [1, 15],
        args: [
          { op: 'select', at: [1, 9] },
          { op: 'int', at: [14, 15] },
        ],
      },
    })
  })

  test('gives a tree that JSON can carry', () => {
    const parsed = parse("it.hosts.map(h, h.ready && !h.drained, {'a': [1, 2.5, null]}) == (it.x ? has(it.y) : -it.z)")
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed)
  })

  test.each([
    ['parentheses', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['negations', `${'!'.repeat(50_000)}true`],
    ['signs', `${'-'.repeat(1000)}it.limit`],
    ['alternatives', Array(20_000).fill('it.ready').join(' || ')],
    ['sums', Array(600).fill('1').join(' + ')],
    ['fields', `it${'.a'.repeat(10_000)}`],
    ['conditionals', `${'it.ready ? 1 : '.repeat(10_000)}1`],
  ])('refuses ten thousand %s, or what else is too deep, in a sentence', (_, text) => {
    expect(parse(text)).toMatchObject({
      problems: [{ message: 'the expression is too long or nested too deeply; take it apart' }],
    })
  })

  test('reads on after an expression that was too deep', () => {
    parse('!'.repeat(50_000))
    expect(problems('it.ready')).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { commandWord, sentenceWord } from '../../src/engine/word.ts'
import { incomplete } from '../../src/model/incomplete-list.ts'
import { timestampOf } from '../../src/model/instant.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `RDSH0${index + 1}`)
const part = (list: readonly unknown[]) => incomplete(list, [{ holder: list }])

describe('a value in a sentence', () => {
  test.each<readonly [string, unknown, string]>([
    ['nothing told', undefined, 'not known'],
    ['null', null, 'none'],
    ['text', 'RDSH01', 'RDSH01'],
    ['a truth', true, 'true'],
    ['an int', 12n, '12'],
    ['a day', timestampOf('2026-12-12T23:30:00-02:00'), '2026-12-13'],
    ['an empty list', [], 'none'],
    ['a list in no order', ['RDSH02', 'RDSH01'], 'RDSH01, RDSH02'],
    ['six names', names(6), 'RDSH01, RDSH02, RDSH03, RDSH04, RDSH05, RDSH06'],
    ['seven names', names(7), 'RDSH01, RDSH02, RDSH03, RDSH04, RDSH05 and 2 more'],
    ['a list known in part', part(['RDSH01']), 'RDSH01, perhaps others'],
    ['a list of which nothing is known', part([]), 'perhaps others'],
    ['a long list known in part', part(names(7)), 'RDSH01, RDSH02, RDSH03, RDSH04, RDSH05 and 2 more, perhaps others'],
    ['null in a list', [null, 'RDSH01'], 'RDSH01, none'],
  ])('%s', (_, value, expected) => {
    expect(sentenceWord(value)).toBe(expected)
  })
})

describe('a value in a command', () => {
  test.each<readonly [string, unknown, string]>([
    ['nothing told', undefined, '<server>'],
    ['null', null, '<server>'],
    ['text', 'RDSH01', "'RDSH01'"],
    ['empty text', '', "''"],
    ['a truth', false, '$false'],
    ['an int', 12n, '12'],
    ['a day', timestampOf('2026-12-12'), "'2026-12-12'"],
    ['an empty list', [], '<server>'],
    ['a list in no order', ['RDSH02', 'RDSH01'], "'RDSH01','RDSH02'"],
    ['a list known in part', part(['RDSH01']), "'RDSH01',<server>"],
    ['a list of which nothing is known', part([]), '<server>'],
    ['a quote', "O'Neil", "'O''Neil'"],
    ['typographic quotes', '‘Sales’ ‚a‛', "'‘‘Sales’’ ‚‚a‛‛'"],
    ['what means something in double quotes', '$(calc) `n "x"; & | > %PATH%', '\'$(calc) `n "x"; & | > %PATH%\''],
    ['a line end', "a'\nb", "('a''' + [char]0xa + 'b')"],
    ['a line end at the start', '\nb', "('' + [char]0xa + 'b')"],
    ['an escape sequence', '\u001b[2J', "('' + [char]0x1b + '[2J')"],
    ['text turned around', 'a\u202eb', "('a' + [char]0x202e + 'b')"],
    ['a line separator', 'a\u2028b', "('a' + [char]0x2028 + 'b')"],
    ['NUL', '\0', "('' + [char]0x0 + '')"],
    ['half a surrogate pair', 'a\ud800', "('a' + [char]0xd800 + '')"],
    ['an unseen character beyond U+FFFF', 'a\u{e0041}b', "('a' + [char]0xdb40 + [char]0xdc41 + 'b')"],
    ['letters beyond U+FFFF', '\u{1f600}', "'\u{1f600}'"],
    ['quotes and line ends in a list', ["a'", 'b\n'], "'a''',('b' + [char]0xa + '')"],
  ])('%s', (_, value, expected) => {
    expect(commandWord(value, 'server')).toBe(expected)
  })
})

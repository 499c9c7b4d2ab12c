import { expect, test } from 'vitest'
import { legible, shortened, visible } from '../../src/model/visible.ts'

test.each([
  ['leaves an ordinary name alone', 'RDSH01.contoso.example', 'RDSH01.contoso.example'],
  ['leaves a UNC path alone', '\\\\FS01\\upd$\\sales', '\\\\FS01\\upd$\\sales'],
  ['leaves letters of other scripts and emoji alone', 'Zürich 営業部 🙂', 'Zürich 営業部 🙂'],
  ['writes an escape sequence out', '\u001b[2J', '\\u{1b}[2J'],
  ['writes line ends and tabs out', 'a\r\n\tb', 'a\\u{d}\\u{a}\\u{9}b'],
  ['writes NUL, backspace and DEL out', '\0\b\u007f', '\\u{0}\\u{8}\\u{7f}'],
  ['writes C1 controls out', '\u009b31m', '\\u{9b}31m'],
  ['writes bidi controls out', '\u202eabc\u2066\u200f\u061c', '\\u{202e}abc\\u{2066}\\u{200f}\\u{61c}'],
  ['writes zero width letters out', 'a\u200bb\u2060c\ufeff', 'a\\u{200b}b\\u{2060}c\\u{feff}'],
  ['writes separators of lines and paragraphs out', '\u2028\u2029', '\\u{2028}\\u{2029}'],
  ['writes half a surrogate pair out', '\ud800', '\\u{d800}'],
  ['writes a non-character out', '\ufffe', '\\u{fffe}'],
  ['writes tag letters out', '\u{e0041}', '\\u{e0041}'],
  ['breaks a command of GitHub Actions at the start', '::error::x', '\\u{3a}:error::x'],
  ['breaks a command of GitHub Actions behind a space, where a line may begin', 'a ::set-env', 'a \\u{3a}:set-env'],
  ['leaves a colon inside a name alone', 'CN::x', 'CN::x'],
  ['breaks a command of Azure Pipelines anywhere', 'a##vso[task.x]', 'a\\u{23}#vso[task.x]'],
  ['breaks the older command of both', '##[error]x', '\\u{23}#[error]x'],
])('visible %s', (_, text, expected) => {
  expect(visible(text)).toBe(expected)
})

test.each([
  ['keeps what fits', 'RDSH01', 6, 'RDSH01'],
  ['keeps start and end', 'RDSH01.contoso.example', 11, 'RDSH0…ample'],
  ['never keeps half a surrogate pair', '🙂🙂🙂🙂🙂🙂', 6, '🙂…🙂'],
])('shortened %s', (_, text, limit, expected) => {
  expect(shortened(text, limit)).toBe(expected)
})

test('legible shortens long names inside a sentence and the sentence as a whole', () => {
  expect(legible(`Host ${'R'.repeat(500)} is old.`, 11, 100)).toBe('Host RRRRR…RRRRR is old.')
  expect(legible('old host '.repeat(500), 20, 50).length).toBe(50)
})

test('legible keeps a name of a megabyte short', () => {
  expect(legible('\u001b'.repeat(1_000_000), 120, 1000).length).toBeLessThanOrEqual(120)
})

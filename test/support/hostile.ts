import type { Report } from '../../src/model/report.ts'

/** Texts that somewhere mean more than they say: to terminals, build logs, browsers, Markdown, spreadsheets, JavaScript. */
export const hostileTexts: readonly (readonly [title: string, text: string])[] = [
  ['a closing script', '</script><img src=x onerror=1>'],
  ['a closing attribute', '"><svg/onload=1>'],
  ['a share', '\\\\evil\\share'],
  ['a share with slashes', '//evil/share'],
  ['a javascript address', 'javascript:1'],
  ['a GitHub command', '::error::x'],
  ['a GitHub command behind spaces', 'a   ::error file=x::y'],
  ['a GitHub command inside a name', `${'R'.repeat(56)}::error::x`],
  ['an Azure command', '##vso[task.setvariable]'],
  ['an older command', 'RDSH01 ##[error]x'],
  ['a hyperlink of the terminal', '\u001b]8;;https://e\u0007x\u001b]8;;\u0007'],
  ['a cleared screen', '\u001b[2J'],
  ['a C1 colour', '\u009b31m'],
  ['text turned around', '\u202eabc'],
  ['a carriage return', 'RDSH01\rRDSH02'],
  ['line ends', '\n\r\n::error::x\n\u2028\u2029'],
  ['a backspace', '\b'],
  ['the end of a CDATA section', ']]>'],
  ['the end of a comment', '-->'],
  ['a column of a table', '|'],
  ['a backtick fence', '````\n```'],
  ['a mention', '@org/team'],
  ['an image', '![x](//e/x)'],
  ['a link', '[x](https://evil.example)'],
  ['a formula', "=cmd|'/c calc'!A1"],
  ['half a surrogate pair', '\ud800'],
  ['the other half', '\udc00x'],
  ['NUL', '\0'],
  ['a non-character', '\ufffe'],
  ['zero width letters', 'R\u200bD\u2060S\ufeff'],
  ['__proto__', '__proto__'],
  ['a pattern of replace', '$& $1 $$'],
  ['a placeholder', '{0} {1}'],
  ['64 KiB without a space', 'A'.repeat(65_536)],
  ['64 KiB of escapes', '\u001b'.repeat(65_536)],
  ['64 KiB of words', 'AB '.repeat(21_846)],
  ['wide letters', '営業部'.repeat(60)],
  ['a name that wants encoding', 'my farm #1 100%?.json'],
]

// What the contract fixes to a few words, and what only our own code writes.
const fixed = new Set([
  'name',
  'version',
  'verdict',
  'failOn',
  'target',
  'method',
  'phase',
  'category',
  'severity',
  'stance',
  'code',
  'baseline',
  'releases',
  'baseline',
])

/** Gives the report with `text` in the place of every string that an inventory, a rule or a command line could have put there, but for the keys in `kept`. */
export function withEverywhere(report: Report, text: string, kept: readonly string[] = []): Report {
  return replaced(report, '', text, new Set([...fixed, ...kept])) as Report
}

function replaced(value: unknown, key: string, text: string, kept: ReadonlySet<string>): unknown {
  if (kept.has(key)) return value
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((element) => replaced(element, key, text, kept))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, replaced(inner, name, text, kept)])
  // Their keys are ids of rules, and severities are fixed.
  if (key === 'levels') return Object.fromEntries(Object.values(value).map((level) => [text, level]))
  return Object.fromEntries(key === 'tallies' ? entries.map(([, tally]) => [text, tally]) : entries)
}

import { expect, test } from 'vitest'
import { lintOptions } from '../../src/cli/lint-options.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'

test('takes options and files apart, in any order', () => {
  const args = ['farm.json', '--format=json', '-q', '--rule', 'a', '--rule', 'b', '--', '-odd.json']
  expect(parseArguments(lintOptions, args)).toEqual({
    values: { format: ['json'], quiet: true, rule: ['a', 'b'] },
    operands: ['farm.json', '-odd.json'],
  })
})

test('compares the values of a fixed set without case, and lets the last one count', () => {
  const parsed = parseArguments(lintOptions, ['--target', '2016', '--target', '2012r2'])
  expect(parsed).toEqual({ values: { target: '2012R2' }, operands: [] })
})

test('reads - as standard input, not as an option', () => {
  expect(parseArguments(lintOptions, ['-'])).toEqual({ values: {}, operands: ['-'] })
})

test.each([
  ['a misspelt option', ['--fomat', 'json'], 'unknown option --fomat; did you mean --format?'],
  ['a misspelt option with a value', ['--fomat=json'], 'unknown option --fomat; did you mean --format?'],
  ['a long option with one dash', ['-format', 'json'], 'unknown option -format; did you mean --format?'],
  ['an option as PowerShell spells it', ['-Target', '2012R2'], 'unknown option -Target; did you mean --target?'],
  ['an option in capitals', ['--FORMAT', 'json'], 'unknown option --FORMAT; did you mean --format?'],
  ['an option like no other', ['--banana'], 'unknown option --banana; rds-lint --help lists the options'],
  ['an unknown letter', ['-v'], 'unknown option -v; did you mean --verbose or --version?'],
  ['a property of every object', ['--constructor'], 'unknown option --constructor; rds-lint --help lists the options'],
  ['__proto__', ['--__proto__=1'], 'unknown option --__proto__; rds-lint --help lists the options'],
  [
    'a misspelt value',
    ['--phase', 'befor'],
    '--phase must be one of before, during, after, not befor; did you mean before?',
  ],
  [
    'a value like no other',
    ['--fail-on', 'x'],
    '--fail-on must be one of error, warning, info, not x; choose one of them',
  ],
  [
    'a release with a blank',
    ['--target', '2012 R2'],
    '--target must be one of 2012R2, 2016, 2019, 2022, 2025, all, not 2012 R2; did you mean 2012R2?',
  ],
  ['no value at the end', ['--output'], '--output needs a value; write --output FILE'],
  ['an option in place of a value', ['--output', '--quiet'], '--output needs a value; write --output FILE'],
  ['an empty value', ['--output='], '--output needs a value; write --output FILE'],
  ['a value for a flag', ['--quiet=yes'], '--quiet takes no value; leave out yes'],
  [
    'a day that does not exist',
    ['--as-of', '2026-02-30'],
    '--as-of 2026-02-30 is no day of the calendar; write it as YYYY-MM-DD',
  ],
  [
    'a moment in place of a day',
    ['--as-of', '2026-02-03T10:00Z'],
    '--as-of 2026-02-03T10:00Z is no day of the calendar; write it as YYYY-MM-DD',
  ],
  [
    'a sequence for the terminal',
    ['--phase', '\u001b[31m'],
    '--phase must be one of before, during, after, not \\u{1b}[31m; choose one of them',
  ],
])('refuses %s', (_, args, misuse) => {
  expect(parseArguments(lintOptions, args)).toEqual({ misuse })
})

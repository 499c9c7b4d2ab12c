import { expect, test } from 'vitest'
import { fileOutput, standardOutput } from '../../src/cli/terminal.ts'

const linux = { platform: 'linux', stdoutIsTerminal: true, env: {} }

test.each([
  ['is on at a terminal', {}, true, 'auto', '16'],
  ['is off in a pipe', {}, false, 'auto', 'none'],
  ['is off where NO_COLOR says so', { NO_COLOR: '1' }, true, 'auto', 'none'],
  ['is on where NO_COLOR is empty', { NO_COLOR: '' }, true, 'auto', '16'],
  ['is off on a dumb terminal', { TERM: 'dumb' }, true, 'auto', 'none'],
  ['is on where FORCE_COLOR says so', { FORCE_COLOR: '1' }, false, 'auto', '16'],
  ['is on where FORCE_COLOR is empty', { FORCE_COLOR: '' }, false, 'auto', '16'],
  ['is off where FORCE_COLOR is 0', { FORCE_COLOR: '0' }, true, 'auto', 'none'],
  ['is on where FORCE_COLOR and NO_COLOR differ', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 'auto', '16'],
  ['is on where the flag says always', { NO_COLOR: '1', TERM: 'dumb' }, false, 'always', '16'],
  ['is off where the flag says never', { FORCE_COLOR: '1' }, true, 'never', 'none'],
] as const)('colour %s', (_, env, stdoutIsTerminal, choice, color) => {
  expect(standardOutput({ ...linux, env, stdoutIsTerminal }, choice).color).toBe(color)
})

test.each([
  ['Windows Terminal', { WT_SESSION: 'a' }, true],
  ['iTerm', { TERM_PROGRAM: 'iTerm.app' }, true],
  ['kitty', { KITTY_WINDOW_ID: '1' }, true],
  ['GNOME Terminal', { VTE_VERSION: '7200' }, true],
  ['an old GNOME Terminal', { VTE_VERSION: '4205' }, false],
  ['the terminal of macOS', { TERM_PROGRAM: 'Apple_Terminal' }, false],
  ['screen', { WT_SESSION: 'a', STY: '1' }, false],
  ['a terminal that says nothing', {}, false],
  ['a reader who wants no colour', { WT_SESSION: 'a', NO_COLOR: '1' }, false],
])('knows whether %s shows hyperlinks', (_, env, hyperlinks) => {
  expect(standardOutput({ ...linux, env }).hyperlinks).toBe(hyperlinks)
})

test('writes no hyperlinks into a pipe, whatever the colour', () => {
  const host = { ...linux, env: { WT_SESSION: 'a' }, stdoutIsTerminal: false }
  expect(standardOutput(host, 'always')).toMatchObject({ color: '16', hyperlinks: false })
})

test.each([
  [undefined, 80],
  [20, 40],
  [64, 64],
  [240, 100],
])('on %s columns takes a width of %i', (columns, width) => {
  expect(standardOutput({ ...linux, ...(columns === undefined ? {} : { columns }) }).width).toBe(width)
})

test.each([
  ['an old Windows console', 'win32', {}, true],
  ['Windows Terminal', 'win32', { WT_SESSION: 'a' }, false],
  ['an editor on Windows', 'win32', { TERM_PROGRAM: 'vscode' }, false],
  ['Linux', 'linux', {}, false],
])('on %s knows whether only ASCII is safe', (_, platform, env, ascii) => {
  expect(standardOutput({ platform, env, stdoutIsTerminal: true }).ascii).toBe(ascii)
})

test('colours a file only when asked', () => {
  expect(fileOutput()).toEqual({ color: 'none', hyperlinks: false, width: 80, ascii: false })
  expect(fileOutput('always').color).toBe('16')
})

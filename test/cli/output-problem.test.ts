import { expect, test } from 'vitest'
import { outputProblem } from '../../src/cli/output-problem.ts'
import { aHost } from '../support/a-host.ts'

const linux = aHost({ files: { '/move/farm.json': '{}', '/move/reports': undefined } })
const windows = aHost({ platform: 'win32', files: { 'C:\\move\\farm.json': '{}', 'C:\\move\\reports': undefined } })

test.each([
  ['a new file', linux, 'report.json'],
  ['a file in a folder', linux, 'reports/farm.json'],
  ['another case where case matters', linux, 'FARM.json'],
  ['a new file on a drive', windows, 'C:\\move\\reports\\farm.json'],
])('lets a report be written to %s', (_, host, output) => {
  expect(outputProblem(host, output, ['farm.json', '-'])).toBeUndefined()
})

test.each([
  [
    'the name of a standard stream',
    linux,
    '-',
    '--output - names no file; a report that names none goes to standard output, and ./- is a file of this name',
  ],
  ['a folder', linux, 'reports', '--output reports is a folder; name a file in it'],
  [
    'a folder that is not there',
    linux,
    'gone/report.json',
    '--output gone/report.json: there is no folder gone; create it first',
  ],
  ['an input', linux, 'farm.json', '--output farm.json would overwrite the input farm.json; choose another name'],
  [
    'an input by another path',
    linux,
    './reports/../farm.json',
    '--output ./reports/../farm.json would overwrite the input farm.json; choose another name',
  ],
  [
    'an input in another case on Windows',
    windows,
    'c:/MOVE/Farm.JSON',
    '--output c:/MOVE/Farm.JSON would overwrite the input farm.json; choose another name',
  ],
])('refuses %s', (_, host, output, problem) => {
  expect(outputProblem(host, output, ['farm.json'])).toBe(problem)
})

test('refuses a link to an input', () => {
  const host = { ...linux, identity: () => '7:42' }
  expect(outputProblem(host, 'link.json', ['farm.json'])).toContain('would overwrite the input farm.json')
})

test('refuses an input that is not there yet under any name', () => {
  expect(outputProblem(windows, 'Gone.json', ['gone.JSON'])).toContain('would overwrite the input gone.JSON')
})

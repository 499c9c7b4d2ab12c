import { expect, test } from 'vitest'
import { hostError } from '../../src/cli/host.ts'
import { formatProblem, outputsOf } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

const files = {
  '/move/farm.json': '{ "schemaVersion": 1, "migration": { "target": "2012R2" }, "deployment": null, "servers": [] }',
  '/move/reports': undefined,
}
const linux = aHost({ files })
const windows = aHost({ platform: 'win32', files: { 'C:\\move\\farm.json': '{}' } })

test.each([
  ['nothing', undefined, undefined, [{ format: 'pretty' }]],
  ['a format', ['json'], undefined, [{ format: 'json' }]],
  ['a format in capitals', ['SARIF=Rds.Sarif'], undefined, [{ format: 'sarif', file: 'Rds.Sarif' }]],
  ['a file for pretty', undefined, 'report.txt', [{ format: 'pretty', file: 'report.txt' }]],
  ['a file for the only format', ['json'], 'r.json', [{ format: 'json', file: 'r.json' }]],
  [
    'several formats',
    ['sarif=out.sarif', 'pretty', 'csv=a=b.csv'],
    undefined,
    [{ format: 'sarif', file: 'out.sarif' }, { format: 'pretty' }, { format: 'csv', file: 'a=b.csv' }],
  ],
  [
    'a file for the one that names none',
    ['sarif=out.sarif', 'pretty'],
    'reports/r.txt',
    [
      { format: 'sarif', file: 'out.sarif' },
      { format: 'pretty', file: 'reports/r.txt' },
    ],
  ],
  [
    'one format into two files',
    ['json=a.json', 'json=b.json'],
    undefined,
    [
      { format: 'json', file: 'a.json' },
      { format: 'json', file: 'b.json' },
    ],
  ],
] as const)('%s is understood', (_, formats, output, outputs) => {
  expect(outputsOf(formats, output, linux, ['farm.json'])).toEqual({ outputs })
})

test.each([
  [
    'two formats without a file',
    ['json', 'pretty'],
    undefined,
    'only one report can go to standard output; name a file for the others: --format pretty=FILE',
  ],
  [
    'two formats for one --output',
    ['json', 'pretty'],
    'r.json',
    'only one report can go to --output; name a file for the others: --format pretty=FILE',
  ],
  [
    '--output for nothing',
    ['json=a.json'],
    'r.json',
    'every format names its file, so that nothing is left for --output r.json; leave it out',
  ],
  [
    'one file twice',
    ['json=reports/a.json', 'sarif=./reports/../reports/a.json'],
    undefined,
    'two reports would be written to ./reports/../reports/a.json; choose another name for one',
  ],
  [
    'the file of --output again',
    ['json=a.json', 'pretty'],
    'a.json',
    'two reports would be written to a.json; choose another name for one',
  ],
  [
    'the input',
    ['pretty', 'json=./farm.json'],
    undefined,
    '--format json=./farm.json would overwrite the input farm.json; choose another name',
  ],
  ['a folder', ['json=reports'], undefined, '--format json=reports is a folder; name a file in it'],
  [
    'a folder that is not there',
    ['json=gone/a.json'],
    undefined,
    '--format json=gone/a.json: there is no folder gone; create it first',
  ],
])('%s is refused', (_, formats, output, misuse) => {
  expect(outputsOf(formats, output, linux, ['farm.json'])).toEqual({ misuse })
})

test('one file in another case is the same on Windows', () => {
  expect(outputsOf(['json=A.txt', 'csv=a.TXT'], undefined, windows, [])).toEqual({
    misuse: 'two reports would be written to a.TXT; choose another name for one',
  })
})

test.each([
  ['markdown', undefined],
  ['Markdown=summary.md', undefined],
  ['json=', 'names no file; write one behind the =, or leave out the ='],
  ['serif=out', 'is no format; did you mean sarif?'],
  ['yaml', expect.stringMatching(/^is no format; choose one of pretty, json, sarif, junit, /)],
  ['=out', expect.stringMatching(/^is no format; choose one of /)],
])('--format %s: %s', (value, problem) => {
  expect(formatProblem(value)).toEqual(problem)
})

async function lint(args: readonly string[], world: World = {}) {
  const host = aHost({ files, args: ['farm.json', '--as-of', '2026-11-24', ...args], ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

test('one run writes several reports of the same', async () => {
  const formats = ['junit=rds.xml', 'gitlab=gl.json', 'markdown=rds.md', 'csv=rds.csv', 'github=gh.txt', 'unix']
  const { code, out, err, written } = await lint(formats.flatMap((format) => ['--format', format]))
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^farm\.json: ready: /m)
  expect([...written.keys()]).toEqual(['rds.xml', 'gl.json', 'rds.md', 'rds.csv', 'gh.txt'])
  expect(written.get('rds.xml')).toMatch(/^<\?xml/)
  expect(JSON.parse(written.get('gl.json') ?? '')[0].check_name).toBe('target-out-of-support')
  expect(written.get('rds.md')).toContain('# rds-lint: ready')
  expect(written.get('gh.txt')).toContain('::notice title=rds-lint%3A ready::farm.json: ready: 1 warning, 2 undecided')
})

test('a run that writes html draws what stands where, and the others show the same as ever', async () => {
  const { code, out, written } = await lint(['--format', 'html=farm.html', '--format', 'json'])
  expect(code).toBe(0)
  expect(written.get('farm.html')).toMatch(/^<!doctype html>[\s\S]*What stands where/)
  expect(out).toBe((await lint(['--format', 'json'])).out)
})

test.each([
  [['--format', 'json', '--format', 'pretty'], 'only one report can go to standard output'],
  [['--format', 'json=a', '--format', 'csv=a'], 'two reports would be written to a'],
  [['--format', 'json=farm.json'], 'would overwrite the input farm.json'],
  [['--format', 'xml'], '--format xml is no format; choose one of'],
  [
    ['--target', 'all', '--format', 'junit=a.xml', '--format', 'pretty'],
    '--format junit has no place for --target all',
  ],
  [['--target', 'ALL', '--format', 'GitLab'], '--format gitlab has no place for --target all'],
  [['--print-config', '--format', 'csv=a.csv'], '--print-config writes pretty or json, not csv; choose one of them'],
  [['--print-config', '--format', 'json', '--format', 'pretty'], 'only one report can go to standard output'],
])('%j ends with 2 before anything is read', async (args, sentence) => {
  const readFile = () => {
    throw hostError('EIO')
  }
  const { code, out, err, written } = await lint(args, { readFile })
  expect([code, out, written.size]).toEqual([2, '', 0])
  expect(err).toContain(sentence)
})

test('where one file cannot be written, none is, and standard output still has its report', async () => {
  const kept: string[] = []
  const discarded: string[] = []
  const stageFile = async (path: string) => {
    if (path === 'full.csv') throw hostError('ENOSPC')
    return { keep: async () => void kept.push(path), discard: () => void discarded.push(path) }
  }
  const formats = ['json=a.json', 'sarif=b.sarif', 'csv=full.csv', 'unix']
  const { code, out, err } = await lint(
    formats.flatMap((format) => ['--format', format]),
    { stageFile },
  )
  expect([code, kept, discarded]).toEqual([2, [], ['a.json', 'b.sarif']])
  expect(err).toBe(
    'rds-lint: error: the result could not be written to full.csv: there is no space left on the device; free some and run again\n',
  )
  expect(out).toMatch(/^farm\.json: ready: /m)
})

test('what holds is written to each output too', async () => {
  const { code, out, written } = await lint(['--print-config', '--format', 'json=held.json', '--format', 'pretty'])
  expect([code, [...written.keys()]]).toEqual([0, ['held.json']])
  expect(out).toMatch(/^Configuration: none$/m)
  expect(JSON.parse(written.get('held.json') ?? '').settings.failOn).toEqual({ value: 'error', from: 'default' })
})

test('a comparison of all targets is in every format that has a place for it, and SARIF has its runs', async () => {
  const asked = ['sarif=a.sarif', 'html=a.html', 'markdown=a.md', 'csv=a.csv', 'github=a.txt', 'json=a.json', 'unix']
  const { code, out, written } = await lint(['--target', 'all', ...asked.flatMap((one) => ['--format', one])])
  expect(code).toBe(0)
  expect(out).toMatch(/^farm\.json: ready: 10 of 10 ways to go are ready\. Choose 2025, /)
  expect(JSON.parse(written.get('a.sarif') ?? '').runs).toHaveLength(10)
  expect(JSON.parse(written.get('a.json') ?? '').matrix[0].cells).toHaveLength(10)
  for (const file of ['a.html', 'a.md', 'a.csv', 'a.txt'])
    expect(written.get(file)).toContain('10 of 10 ways to go are')
})

test('colour and links go to the terminal only', async () => {
  const { out, written } = await lint(['--format', 'pretty', '--format', 'pretty=page.txt'], { stdoutIsTerminal: true })
  expect(out).toContain('\u001b[')
  expect(written.get('page.txt')).not.toContain('\u001b')
})

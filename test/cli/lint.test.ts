import { expect, test } from 'vitest'
import { hostError } from '../../src/cli/host.ts'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

const standalone = '{ "schemaVersion": 1, "migration": { "target": "2012R2" }, "deployment": null, "servers": [] }'
const unknown = '{ "schemaVersion": 1, "migration": { "target": "2012R2" } }'
const newer = JSON.stringify({
  schemaVersion: 1,
  migration: { target: '2012R2' },
  deployment: null,
  servers: [
    {
      name: 'NWSH01',
      roles: ['RDS-RD-SERVER'],
      installedFeatures: ['RDS-RD-Server'],
      operatingSystem: { version: '10.0.20348', productType: 3 },
    },
  ],
})
const files = {
  '/move/standalone.json': standalone,
  '/move/unknown.json': unknown,
  '/move/newer.json': newer,
  '/move/broken.json': '{ "schemaVersion": 1,',
  '/move/reports': undefined,
}
const only = ['--rule', 'source-release-unsupported']

async function lint(args: readonly string[], world: World = {}) {
  const host = aHost({ files, args, ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

test.each([
  ['0 where nothing stands in the way', ['standalone.json'], 0],
  ['1 where a rule fails', ['newer.json', ...only], 1],
  ['2 where a file is unusable', ['broken.json'], 2],
  ['3 where a rule cannot be decided', ['unknown.json'], 3],
  ['0 where that is allowed', ['unknown.json', '--allow-undecided'], 0],
  ['3 before 0', ['standalone.json', 'unknown.json', ...only], 3],
  ['1 before 3', ['unknown.json', 'newer.json', ...only], 1],
  ['1 before an allowed 0', ['unknown.json', 'newer.json', '--allow-undecided', ...only], 1],
  ['2 before 1', ['newer.json', 'broken.json', 'unknown.json', ...only], 2],
  ['2 where a file is missing', ['newer.json', 'gone.json', ...only], 2],
])('ends with %s', async (_, args, code) => {
  expect((await lint(args)).code).toBe(code)
})

test('goes on after a bad inventory, and keeps all of them in their order', async () => {
  const { out, err } = await lint(['gone.json', 'newer.json', 'broken.json', 'reports', '--format', 'json', ...only])
  const { verdict, inventories } = JSON.parse(out)
  expect(verdict).toBe('unusable')
  expect(inventories.map((one: { file: string; verdict: string }) => [one.file, one.verdict])).toEqual([
    ['gone.json', 'unusable'],
    ['newer.json', 'blocked'],
    ['broken.json', 'unusable'],
    ['reports', 'unusable'],
  ])
  expect(err).toMatch(
    /^gone\.json: error: there is no such file; check the path\nbroken\.json:1:\d+: error: .+\nreports: error: this is a folder; name the inventory file in it\n$/,
  )
})

test('takes the id of a rule in either case', async () => {
  const args = ['newer.json', '--rule', 'Source-Release-Unsupported', '--format', 'json']
  expect(JSON.parse((await lint(args)).out).inventories[0].scope).toEqual({ rules: ['source-release-unsupported'] })
})

test('names a file once, however often it is given', async () => {
  const { out } = await lint(['standalone.json', 'standalone.json', '--format', 'json'])
  expect(JSON.parse(out).inventories).toHaveLength(1)
})

test('keeps standard output clean where only the command line is wrong', async () => {
  expect(await lint(['standalone.json', '--phse', 'after'])).toMatchObject({
    code: 2,
    out: '',
    err: 'rds-lint: error: unknown option --phse; did you mean --phase?\n',
  })
})

test.each([
  ['no file at a terminal', [], 'no inventory is named; write rds-lint FILE, or rds-lint --help for more'],
  [
    'a release that is no target',
    ['x.json', '--target', '2012'],
    '--target 2012 is no destination of a migration that Microsoft documents; choose one of 2012R2, 2016, 2019, 2022, 2025',
  ],
  [
    'an unknown rule',
    ['x.json', '--rule', 'source-release-unsuported'],
    'there is no rule source-release-unsuported; did you mean source-release-unsupported?',
  ],
  ['a rule like no other', ['x.json', '--rule', 'banana'], 'there is no rule banana; rds-lint rules lists them all'],
  ['quiet and verbose', ['x.json', '--quiet', '--verbose'], '--quiet and --verbose exclude each other; leave one out'],
  [
    'a report over its input',
    ['standalone.json', '-o', './standalone.json'],
    '--output ./standalone.json would overwrite the input standalone.json; choose another name',
  ],
])('refuses %s', async (_, args, sentence) => {
  expect(await lint(args, { stdinIsTerminal: true })).toMatchObject({
    code: 2,
    out: '',
    err: `rds-lint: error: ${sentence}\n`,
  })
})

test('takes a misspelt command for a file, and says what was meant', async () => {
  expect((await lint(['explian'])).err).toBe(
    'explian: error: there is no such file or command; did you mean rds-lint explain?\n',
  )
})

test.each([
  ['the flag', { args: ['unknown.json', '--target', '2012r2', '--format', 'json'] }, '2012R2'],
  ['the inventory', { args: ['unknown.json', '--format', 'json'] }, '2012R2'],
])('takes the target from %s', async (_, { args }, target) => {
  expect(JSON.parse((await lint(args)).out).inventories[0].target).toBe(target)
})

test('asks for a target where nobody names one', async () => {
  const { code, err } = await lint([], { stdin: '{ "schemaVersion": 1 }' })
  expect(code).toBe(2)
  expect(err).toMatch(/^<stdin>: error: no target is named; .*2012R2, 2016, 2019, 2022, 2025\n$/)
})

test('shows there what the inventory could move to', async () => {
  const { out } = await lint([], { stdin: '{ "schemaVersion": 1 }' })
  expect(out).toMatch(/What it could move to[\s\S]*--target\s+2012R2\s+--method/)
})

test.each([
  ['a way', ['standalone.json'], 0],
  ['a way that nobody can tell of', ['unknown.json'], 3],
  ['such a way that may be', ['unknown.json', '--allow-undecided'], 0],
  ['a file that is missing', ['standalone.json', 'gone.json'], 2],
  [
    'no way',
    ['standalone.json', '--fail-on', 'warning', '--rule', 'target-out-of-support', '--as-of', '2036-01-01'],
    1,
  ],
])('compares all targets, and ends with %s', async (_, args, code) => {
  const result = await lint([...args, '--target', 'ALL', '--format', 'json'])
  expect(result.code).toBe(code)
  const { inventories, matrix } = JSON.parse(result.out)
  expect(inventories.map((one: { file: string }) => one.file)).toEqual(args.filter((name) => name === 'gone.json'))
  expect(matrix.map((one: { cells: readonly unknown[] }) => one.cells.length)).toEqual([10])
})

test.each([
  ['as <stdin>', [], '<stdin>'],
  ['as <stdin> for -', ['-'], '<stdin>'],
  ['by the name that is given', ['-', '--stdin-filename', 'northwind.json'], 'northwind.json'],
])('shows standard input %s', async (_, args, file) => {
  const { out, code } = await lint([...args, '--format', 'json'], { stdin: standalone })
  expect(code).toBe(0)
  expect(JSON.parse(out).inventories[0].file).toBe(file)
})

test('takes the day of the run from the host, or from --as-of', async () => {
  const inventory = standalone.replace(
    '"deployment"',
    '"collection": { "collectedAt": "2026-11-20T10:00:00Z" }, "deployment"',
  )
  const rule = ['--rule', 'inventory-outdated', '--fail-on', 'warning']
  expect((await lint(rule, { stdin: inventory })).code).toBe(0)
  expect((await lint([...rule, '--as-of', '2026-12-24'], { stdin: inventory })).code).toBe(1)
})

test('writes the report to a file, and nothing to standard output', async () => {
  const { code, out, written } = await lint([
    'newer.json',
    '--output',
    'reports/newer.sarif',
    '--format',
    'sarif',
    ...only,
  ])
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(JSON.parse(written.get('reports/newer.sarif') ?? '').version).toBe('2.1.0')
})

test('passes colour on to the report, and none into a file', async () => {
  const colour = { stdoutIsTerminal: true }
  expect((await lint(['newer.json', ...only], colour)).out).toContain('\u001b[')
  expect((await lint(['newer.json', ...only])).out).not.toContain('\u001b')
  const { written } = await lint(['newer.json', '-o', 'report.txt', ...only], colour)
  expect(written.get('report.txt')).not.toContain('\u001b')
})

test('shows names of files without what a terminal would obey', async () => {
  const { err, out } = await lint(['\u001b]0;owned\u0007.json'])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(err + out).not.toMatch(/[\u001b\u0007]/)
})

test.each([
  ['EPIPE', 1, ''],
  ['EOF', 1, ''],
  [
    'ENOSPC',
    2,
    'rds-lint: error: the result could not be written to standard output: there is no space left on the device; free some and run again\n',
  ],
  [
    'EIO',
    2,
    'rds-lint: error: the result could not be written to standard output: it cannot be written (EIO); check the path and the device\n',
  ],
])('ends well where standard output says %s', async (error, code, err) => {
  const writeOut = () => Promise.reject(hostError(error))
  expect(await lint(['newer.json', ...only], { writeOut })).toMatchObject({ code, err })
})

test('says why a report cannot be written to a file', async () => {
  const writeFile = () => Promise.reject(hostError('EACCES'))
  expect(await lint(['newer.json', '--output', 'report.txt'], { writeFile })).toMatchObject({
    code: 2,
    err: 'rds-lint: error: the result could not be written to report.txt: writing there is not permitted; check the permissions of the folder\n',
  })
})

test('bears a standard error that nobody reads', async () => {
  const writeErr = () => Promise.reject(hostError('EPIPE'))
  expect((await lint(['gone.json'], { writeErr })).code).toBe(2)
})

test('tells a fault of its own in one sentence, with a trace only when asked', async () => {
  const readFile = () => {
    throw new TypeError('farm is not \u001b[31m iterable')
  }
  const sentence =
    'rds-lint: error: internal error: farm is not \\u{1b}[31m iterable; please report it, with the command line that led here\n'
  expect(await lint(['newer.json'], { readFile })).toMatchObject({ code: 2, out: '', err: sentence })
  const debugged = await lint(['newer.json'], { readFile, env: { RDS_LINT_DEBUG: '1' } })
  expect(debugged.err.startsWith(sentence)).toBe(true)
  expect(debugged.err).toContain('lint.test.ts')
})

test('expands wildcards on Windows, and guards what they name', async () => {
  const windows = {
    platform: 'win32',
    files: { 'C:\\move\\east.json': standalone, 'C:\\move\\west.json': standalone },
  }
  const { out, code } = await lint(['C:\\move\\*.json', '--format', 'json'], windows)
  expect(code).toBe(0)
  expect(JSON.parse(out).inventories.map((one: { file: string }) => one.file)).toEqual([
    'C:\\move\\east.json',
    'C:\\move\\west.json',
  ])
  expect((await lint(['*.json', '--output', 'WEST.json'], windows)).err).toContain(
    'would overwrite the input west.json',
  )
  expect((await lint(['*.xml'], windows)).err).toBe('*.xml: error: there is no such file; check the path\n')
})

test('gives SARIF uris without backslashes on Windows', async () => {
  const windows = { platform: 'win32', files: { 'C:\\move\\farms\\new east.json': newer } }
  const { out } = await lint(['farms\\new east.json', '--format', 'sarif', ...only], windows)
  const [result] = JSON.parse(out).runs[0].results
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('farms/new%20east.json')
})

test('leaves a star to the file system elsewhere', async () => {
  expect((await lint(['*.json'])).err).toBe('*.json: error: there is no such file; check the path\n')
})

test.each([
  ['--version', /^\d+\.\d+\.\d+\n$/],
  ['--help', /^Tells before[\s\S]+Options:[\s\S]+--stdin-filename NAME[\s\S]+Exit codes:[\s\S]+Examples:/],
])('answers %s', async (flag, answer) => {
  const { code, out } = await lint([flag], { stdinIsTerminal: true })
  expect(code).toBe(0)
  expect(out).toMatch(answer)
})

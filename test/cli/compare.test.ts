import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

const apps = (remoteApps: readonly string[] | undefined) => ({
  schemaVersion: 1,
  deployment: {
    sessionCollections: [{ name: 'Sales', ...(remoteApps && { remoteApps: remoteApps.map((alias) => ({ alias })) }) }],
  },
})
const hosts = (server: string, migration: object = {}) =>
  JSON.stringify({
    schemaVersion: 1,
    ...migration,
    deployment: { sessionCollections: [{ name: 'Sales', sessionHosts: [{ server }] }] },
  })

const files = {
  '/move/before.json': JSON.stringify(apps(['winword', 'excel'])),
  '/move/same.json': JSON.stringify(apps(['Excel', 'WinWord'])),
  '/move/lost.json': JSON.stringify(apps(['winword'])),
  '/move/unseen.json': JSON.stringify(apps(undefined)),
  '/move/planned.json': hosts('NWSH01', { migration: { servers: [{ source: 'NWSH01', destination: 'NWSH11' }] } }),
  '/move/moved.json': hosts('NWSH11'),
  '/move/broken.json': '{ "schemaVersion": 1,',
  '/move/twice.json': '{ "schemaVersion": 1, "schemaVersion": 1 }',
  '/move/wrong.json': '{ "schemaVersion": 2 }',
  '/move/migration.yaml': 'migration:\n  target: 2012R2\n',
  '/move/reports': undefined,
}

async function compare(line: string, world: World = {}) {
  const host = aHost({ files, args: ['compare', ...line.split(' ').filter((word) => word !== '')], ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

test.each([
  ['0 where all is kept', 'before.json same.json', 0, 'KEPT'],
  ['0 for a file and itself', 'before.json before.json', 0, 'KEPT'],
  ['0 where the plan names the successor', 'planned.json moved.json', 0, 'KEPT'],
  ['0 where something is new', 'lost.json before.json', 0, 'KEPT'],
  ['1 where something is missing', 'before.json lost.json', 1, 'LOST'],
  ['1 where nothing is planned', 'moved.json planned.json', 1, 'LOST'],
  ['3 where something was not observed', 'before.json unseen.json', 3, 'UNDECIDED'],
])('ends with %s', async (_, line, code, word) => {
  const { out, err, ...rest } = await compare(line)
  expect({ ...rest, err }).toMatchObject({ code, err: '' })
  expect(out).toContain(word)
})

test.each([
  ['nothing', '', 'rds-lint: error: nothing to compare is named; write rds-lint compare BEFORE AFTER\n'],
  [
    'one file',
    'before.json',
    'rds-lint: error: nothing is named to compare before.json with; write rds-lint compare BEFORE AFTER, the earlier one first\n',
  ],
  [
    'three files',
    'before.json same.json lost.json',
    'rds-lint: error: compare takes two inventories or bundles, the earlier one first; leave out lost.json\n',
  ],
  [
    'standard input twice',
    '- -',
    'rds-lint: error: standard input can be one of the two only; name a file for the other\n',
  ],
  [
    'an unknown option',
    'before.json same.json --formt json',
    'rds-lint: error: unknown option --formt; did you mean --format?\n',
  ],
  [
    'a format that it does not write',
    'before.json same.json --format csv',
    'rds-lint: error: --format must be one of pretty, json, markdown, html, sarif, not csv; choose one of them\n',
  ],
  [
    'to be quiet and verbose',
    'before.json same.json --quiet --verbose',
    'rds-lint: error: --quiet and --verbose exclude each other; leave one out\n',
  ],
  [
    'to overwrite what it reads',
    'before.json same.json -o same.json',
    'rds-lint: error: --output same.json would overwrite the input same.json; choose another name\n',
  ],
  [
    'a plan beside an inventory',
    'before.json same.json --migration migration.yaml',
    'rds-lint: error: --migration is for a bundle, and before.json is an inventory; write the plan into it\n',
  ],
  [
    'a plan that is not there',
    'before.json same.json --migration gone.yaml',
    'gone.yaml: error: there is no such file; check the path\n',
  ],
  ['a file that is not there', 'before.json gone.json', 'gone.json: error: there is no such file; check the path\n'],
  [
    'a folder that is no bundle',
    'before.json reports',
    'reports: error: this is a folder; name the inventory file in it\n',
  ],
  [
    'two files that are not there',
    'gone.json none.json',
    'gone.json: error: there is no such file; check the path\nnone.json: error: there is no such file; check the path\n',
  ],
])('refuses %s', async (_, line, err) => {
  expect(await compare(line)).toMatchObject({ code: 2, out: '', err })
})

test.each([
  ['a file that is no JSON', 'before.json broken.json', /^broken\.json:1:\d+: error: [^\n]+\n$/],
  ['an earlier file that is none', 'broken.json before.json', /^broken\.json:1:\d+: error: [^\n]+\n$/],
  ['a key that stands twice', 'before.json twice.json', /^twice\.json:1:\d+: error: [^\n]+\n$/],
  [
    'another version of inventories',
    'wrong.json broken.json',
    /^wrong\.json:1:\d+: error: [^\n]+\nbroken\.json:1:\d+: error: [^\n]+\n$/,
  ],
])('says where %s is wrong, and writes nothing else', async (_, line, pattern) => {
  const { code, out, err, written } = await compare(`${line} --format json -o comparison.json`)
  expect([code, out, written.size]).toEqual([2, '', 0])
  expect(err).toMatch(pattern)
})

test.each(['--format json', '--quiet'])(
  'warns of the wrong order on standard error with %s, which has no place for it',
  async (options) => {
    const at = (collectedAt: string) => JSON.stringify({ ...apps(['winword']), collection: { collectedAt } })
    const days = { ...files, '/move/old.json': at('2026-11-20'), '/move/late.json': at('2026-12-06') }
    expect(await compare(`late.json old.json ${options}`, { files: days })).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /^late\.json:1:\d+: warning: collectedAt is 2026-12-06, after that of old\.json [^\n]+\n$/,
      ),
    })
    expect(await compare(`old.json late.json ${options}`, { files: days })).toMatchObject({ code: 0, err: '' })
  },
)

test('reads one side from standard input', async () => {
  const { code, out } = await compare('before.json - --format sarif', { stdin: files['/move/lost.json'] })
  expect(code).toBe(1)
  expect(out).toContain('%3Cstdin%3E')
})

test.each(['pretty', 'json', 'markdown', 'html', 'sarif'])('writes %s to a file', async (format) => {
  const { code, out, written } = await compare(`before.json lost.json --format ${format} --output comparison.txt`)
  expect([code, out]).toEqual([1, ''])
  expect(written.get('comparison.txt')).toContain('excel')
})

test('the words of the terminal heed its width and colour', async () => {
  const world = { stdoutIsTerminal: true, columns: 40, env: { FORCE_COLOR: '1' } }
  const { out } = await compare('before.json lost.json', world)
  expect(out).toContain('\u001b[1m\u001b[31mLOST')
})

test('compares bundles, with the plan of the earlier one beside it', async () => {
  const source = 'fixtures/healthy-2012-farm/bundle'
  const bundle = (folder: string) =>
    Object.fromEntries(
      readdirSync(source).map((name) => [`/move/${folder}/${name}`, readFileSync(`${source}/${name}`)]),
    )
  const world = {
    files: { ...files, ...bundle('old'), '/move/old': undefined, ...bundle('late'), '/move/late': undefined },
  }
  const plain = await compare('old late --format json', world)
  expect([plain.code, plain.err]).toEqual([0, ''])
  expect(JSON.parse(plain.out).items.length).toBeGreaterThan(20)
  expect((await compare('old late --migration migration.yaml', world)).code).toBe(0)
  const log = JSON.parse((await compare('before.json late --format sarif', world)).out)
  const uris = log.runs[0].results.map(
    (result: { locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      result.locations[0]?.physicalLocation.artifactLocation.uri,
  )
  expect(uris.every((uri: string) => uri.startsWith('late/'))).toBe(true)
})

test('shows its help', async () => {
  const { code, out } = await compare('--help')
  expect(code).toBe(0)
  expect(out).toContain('Usage:\n  rds-lint compare BEFORE AFTER [options]')
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
})

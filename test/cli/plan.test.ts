import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'
import { plannedFarm } from '../support/planned-farm.ts'

const farm = plannedFarm('2012R2', 'migrate')
const { target: _, ...untargeted } = farm.migration ?? {}
const other = JSON.parse(
  JSON.stringify(farm).replaceAll('northwind.example', 'contoso.example').replaceAll('RDCB', 'CTCB'),
)
const files = {
  '/move/farm.json': JSON.stringify(farm),
  '/move/blocked.json': JSON.stringify({ ...farm, deployment: { ...farm.deployment, highAvailability: null } }),
  '/move/unknown.json': JSON.stringify({ schemaVersion: 1, migration: { target: '2012R2' } }),
  '/move/untargeted.json': JSON.stringify({ ...farm, migration: untargeted }),
  '/move/other.json': JSON.stringify({ ...other, servers: [{ name: 'CTCB01.contoso.example' }] }),
  '/move/broken.json': '{ "schemaVersion": 1,',
  '/move/reports': undefined,
}

async function plan(args: readonly string[], world: World = {}) {
  const host = aHost({ files, args: ['plan', ...args], ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

test.each([
  ['0 where nothing stands against it', ['farm.json'], 0],
  ['1 where something is blocked', ['blocked.json'], 1],
  ['2 where a file is unusable', ['broken.json'], 2],
  ['2 where there is no file', ['gone.json'], 2],
  ['2 where nobody names a target', ['untargeted.json'], 2],
  ['3 where something cannot be told', ['unknown.json'], 3],
  ['0 where --target names one', ['untargeted.json', '--target', '2012r2'], 0],
])('ends with %s', async (_, args, code) => {
  expect((await plan(args)).code).toBe(code)
})

test('tells the targets where nobody names one', async () => {
  const { err, out } = await plan(['untargeted.json'])
  expect(err).toBe(
    'untargeted.json: error: no target is named; give --target or write migration.target: 2012R2, 2016, 2019, 2022, 2025\n',
  )
  expect(out).toBe('')
})

test.each([
  [[], 'no inventory is named; write rds-lint plan FILE, or rds-lint plan --help for more'],
  [['farm.json', 'other.json'], 'plan is for one deployment at a time; leave out other.json'],
  [['farm.json', '--quiet', '--verbose'], '--quiet and --verbose exclude each other; leave one out'],
  [
    ['-', '--before', '-'],
    'standard input can be the inventory or the one from before, not both; name a file for one of them',
  ],
  [
    ['farm.json', '--before', 'other.json'],
    '--before other.json and farm.json have no server in common; name the inventory of the same deployment from before its move',
  ],
  [
    ['farm.json', '--target', '2008R2'],
    '--target 2008R2 is no destination of a migration that Microsoft documents; choose one of 2012R2, 2016, 2019, 2022, 2025',
  ],
  [
    ['farm.json', '--output', 'farm.json'],
    '--output farm.json would overwrite the input farm.json; choose another name',
  ],
  [
    ['farm.json', '--before', 'blocked.json', '--output', 'blocked.json'],
    '--output blocked.json would overwrite the input blocked.json; choose another name',
  ],
  [['farm.json', '--befor', 'x.json'], 'unknown option --befor; did you mean --before?'],
])('refuses %j with a sentence', async (args, sentence) => {
  const { code, err, out } = await plan(args)
  expect([code, err, out]).toEqual([2, `rds-lint: error: ${sentence}\n`, ''])
})

test('says what is wrong with the inventory from before', async () => {
  const { code, err } = await plan(['farm.json', '--before', 'broken.json'])
  expect(code).toBe(2)
  expect(err).toMatch(/^broken\.json:1:\d+: error: /)
})

test('--migration is for bundles', async () => {
  const { code, err } = await plan(['farm.json', '--migration', 'plan.yaml'], {
    files: { ...files, '/move/plan.yaml': 'target: 2012R2\n' },
  })
  expect(code).toBe(2)
  expect(err).toContain('--migration is for a bundle, and farm.json is an inventory; write the plan into it')
})

test('reads standard input, and writes to a file', async () => {
  const { code, out, written } = await plan(['-', '--format', 'html', '--output', 'reports/plan.html'], {
    stdin: JSON.stringify(farm),
  })
  expect([code, out]).toEqual([0, ''])
  expect([...written.values()][0]).toMatch(/^<!doctype html>/)
})

describe('of a half-moved deployment', () => {
  const members = farm.deployment?.highAvailability?.connectionBrokers?.slice(0, 1) ?? []
  const half = {
    ...farm,
    migration: { ...farm.migration, phase: 'during' },
    deployment: {
      ...farm.deployment,
      highAvailability: { ...farm.deployment?.highAvailability, connectionBrokers: members },
    },
    servers: farm.servers?.map((server) => (server.name.startsWith('RDCB03') ? { ...server, roles: [] } : server)),
  }
  const world = { files: { ...files, '/move/half.json': JSON.stringify(half) } }

  test('the one from before tells which brokers were taken out', async () => {
    const { out } = await plan(['half.json', '--before', 'farm.json', '--format', 'json'], world)
    const [first, second] = JSON.parse(out).steps
    expect([first.status, first.operation]).toEqual([
      'done',
      { removeBrokers: { brokers: ['RDCB03.northwind.example'] } },
    ])
    expect([second.status, second.operation]).toEqual([
      'open',
      { upgradeServer: { server: 'RDCB01.northwind.example' } },
    ])
  })

  test('the one from before says where it goes and how, and that it has begun, where the present one has no plan', async () => {
    const inPlace = plannedFarm('2019', 'in-place')
    const { migration: _, ...unplanned } = inPlace
    const told = { '/move/farm.json': JSON.stringify(inPlace), '/move/now.json': JSON.stringify(unplanned) }
    const { out } = await plan(['now.json', '--before', 'farm.json'], { files: told })
    expect(out.split('\n').slice(0, 2).join(' ')).toBe('now.json · 2016 to 2019 · upgrade in place · during the move ')
  })

  test('the one from before is refused where the move has not begun', async () => {
    const { code, err } = await plan(['farm.json', '--before', 'farm.json'])
    expect(code).toBe(2)
    expect(err).toContain(
      '--before farm.json is for a move that has begun, and farm.json is asked about in phase before; write --phase during',
    )
    expect((await plan(['farm.json', '--before', 'farm.json', '--phase', 'during'])).err).toBe('')
  })

  test('without it the plan is of what is there', async () => {
    const { out } = await plan(['half.json', '--format', 'json'], world)
    expect(JSON.parse(out).steps[0].operation).toEqual({ upgradeServer: { server: 'RDCB01.northwind.example' } })
  })
})

test('its schema is published', async () => {
  const host = aHost({ args: ['schema', 'plan'] })
  expect(await run(host)).toBe(0)
  expect(JSON.parse(host.out()).title).toBe('Plan')
})

test('its help says what it ends with', async () => {
  const { code, out } = await plan(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('--before FILE')
  expect(out).toContain('3  undecided')
})

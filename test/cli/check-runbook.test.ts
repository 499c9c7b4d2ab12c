import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'
import { plannedFarm } from '../support/planned-farm.ts'

const files = {
  '/move/farm.json': JSON.stringify(plannedFarm('2012R2', 'migrate')),
  '/move/none.yaml': 'steps: []\n',
  '/move/early.yaml': 'steps:\n  - addHost: { collection: Sales, host: RDSH11 }\n',
  '/move/mistyped.yaml': 'steps:\n  - drian: { host: RDSH01 }\n',
  '/move/empty.yaml': '',
  '/move/books': undefined,
}

async function plan(args: readonly string[], world: World = {}) {
  const host = aHost({ files, args: ['plan', ...args, '--as-of', '2026-11-24'], ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

test.each([
  ['0 where no step makes anything worse', 'none.yaml', 0],
  ['1 where a step does', 'early.yaml', 1],
  ['2 where a name is mistyped', 'mistyped.yaml', 2],
  ['2 where the runbook is empty', 'empty.yaml', 2],
  ['2 where there is no runbook', 'gone.yaml', 2],
])('ends with %s', async (_, runbook, code) => {
  expect((await plan(['--check', runbook, 'farm.json'])).code).toBe(code)
})

test('tells a mistyped operation with its place', async () => {
  const { err, out } = await plan(['--check', 'mistyped.yaml', 'farm.json'])
  expect(err).toBe('mistyped.yaml:2:5: error: there is no operation drian; did you mean drain?\n')
  expect(out).toBe('')
})

test('names the line, the step, the rule and how long the state lasts', async () => {
  const { out } = await plan(['--check', 'early.yaml', 'farm.json'])
  expect(out).toContain('early.yaml:2:5')
  expect(out.replace(/\s+/g, ' ')).toContain('After step 1 and to the end: Sales mixes releases')
  expect(out).toContain('session-host-newer-than-broker')
})

test.each([
  [['--check', 'none.yaml', 'farm.json', '--format', 'html'], '--format html is for plans'],
  [['--check', 'none.yaml', 'farm.json', '--simulate'], 'leave out --simulate'],
  [['--check', '-', 'farm.json'], '--check reads a file, and - is standard input; save the runbook and name its file'],
  [['--check', 'books', 'farm.json'], 'books: error: this is a folder; name the runbook in it'],
  [
    ['--check', 'early.yaml', '--check', 'none.yaml', 'farm.json'],
    '--check takes one file, not early.yaml and none.yaml; leave one out',
  ],
  [
    ['farm.json', '--before', 'farm.json', '--before=none.json'],
    '--before takes one file, not farm.json and none.json',
  ],
  [['farm.json', '--format', 'sarif'], '--format sarif is for --check RUNBOOK'],
  [['--check', 'none.yaml', 'farm.json', '--output', 'none.yaml'], 'would overwrite'],
])('refuses %j', async (args, message) => {
  const { code, err } = await plan(args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('the one from before says where a runbook goes and how, where the present inventory has no plan', async () => {
  const inPlace = plannedFarm('2019', 'in-place')
  const { migration: _, ...unplanned } = inPlace
  const told = {
    ...files,
    '/move/then.json': JSON.stringify(inPlace),
    '/move/now.json': JSON.stringify(unplanned),
  }
  const { out, err } = await plan(['--check', 'none.yaml', 'now.json', '--before', 'then.json'], { files: told })
  expect(err).toBe('')
  expect(out.split('\n')[0]).toBe('none.yaml · for now.json · to 2019 · upgrade in place')
})

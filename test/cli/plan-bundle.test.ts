import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { run } from '../../src/cli/run.ts'
import { aHost } from '../support/a-host.ts'

const story = 'fixtures/healthy-2012-farm'
const inventory = readFileSync(`${story}/inventory.json`, 'utf8')
const runbook = readFileSync(`${story}/runbooks/good.yaml`, 'utf8')
// The second broker has left the set and the deployment, and only the bundle still tells of it.
const moved = JSON.parse(inventory)
const half = {
  ...moved,
  migration: { ...moved.migration, phase: 'during' },
  servers: moved.servers.filter(({ name }: { name: string }) => !name.startsWith('NWCB02')),
  deployment: {
    ...moved.deployment,
    highAvailability: { ...moved.deployment.highAvailability, connectionBrokers: ['NWCB01.northwind.example'] },
  },
}
const names = readdirSync(`${story}/bundle`)
const files = {
  '/move/bundle': undefined,
  ...Object.fromEntries(names.map((name) => [`/move/bundle/${name}`, readFileSync(`${story}/bundle/${name}`)])),
  '/move/inventory.json': inventory,
  '/move/half.json': JSON.stringify(half),
  '/move/runbook.yaml': runbook,
  '/move/migration.yaml': stringify(JSON.parse(inventory).migration),
}

async function plan(...args: readonly string[]) {
  const host = aHost({ files, args: ['plan', ...args] })
  return { code: await run(host), out: host.out(), err: host.err() }
}

test('the plan of a bundle with its migration is that of its inventory', async () => {
  const stepsOf = (text: string) => JSON.parse(text).steps.map(({ operation }: { operation: object }) => operation)
  const ofBundle = await plan('bundle', '--migration', 'migration.yaml', '--format', 'json')
  const ofInventory = await plan('inventory.json', '--format', 'json')
  expect(stepsOf(ofBundle.out)).toEqual(stepsOf(ofInventory.out))
  expect([ofBundle.code, ofBundle.err]).toEqual([0, ''])
})

test('a bundle without its migration is asked for a target', async () => {
  const { code, err } = await plan('bundle')
  expect(code).toBe(2)
  expect(err).toMatch(/^bundle: error: no target is named; give --target or write migration\.target/)
})

test('a file that is no migration section is told with its own name', async () => {
  const { code, err } = await plan('bundle', '--migration', 'runbook.yaml')
  expect(code).toBe(2)
  expect(err).toContain(
    'warning: unknown property steps; no rule reads it: remove it\nbundle: error: no target is named',
  )
})

test('a runbook is judged against a bundle as against its inventory', async () => {
  const check = ['--check', 'runbook.yaml']
  const ofBundle = await plan(...check, 'bundle', '--migration', 'migration.yaml', '--format', 'json')
  const ofInventory = await plan(...check, 'inventory.json', '--format', 'json')
  const judged = ({ out }: { readonly out: string }) => {
    const { verdict, steps, left } = JSON.parse(out)
    return { verdict, steps, left }
  }
  expect(judged(ofBundle)).toEqual(judged(ofInventory))
})

test('the bundle from before supplies what a half-moved deployment has forgotten', async () => {
  const addsBroker = async (...args: readonly string[]) => {
    const { out } = await plan('half.json', ...args, '--format', 'json')
    return JSON.parse(out).steps.some((step: { operation: object }) => 'addBroker' in step.operation)
  }
  expect([await addsBroker(), await addsBroker('--before', 'bundle')]).toEqual([false, true])
})

import { rules } from '../../generated/rules.ts'
import { assemble } from '../../src/engine/assemble.ts'
import { functions } from '../../src/functions.ts'
import type { Circumstances } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import { examine } from '../../src/lint-inventory.ts'
import { timestampOf } from '../../src/model/instant.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { simulator } from '../../src/simulate.ts'
import { largeEstate } from '../estates/large-estate.ts'
import { median } from './measure.ts'

// Simulates steps over an inventory, and writes the seconds that it took and those of linting one state as JSON.
const method = process.argv[2] === 'migrate' ? 'migrate' : 'in-place'
const servers = Number(process.argv[3])
const steps = Number(process.argv[4])
const hosts = hostsOf(largeEstate(servers)).slice(0, Math.ceil(steps / 4))
const bytes = new TextEncoder().encode(JSON.stringify(withSuccessors(largeEstate(servers), hosts)))
const inventory = loadInventory(bytes).inventory
const today = timestampOf('2026-11-24')
if (!inventory || !today) throw new Error('the inventory of the benchmark is unusable')
const run: Circumstances = { target: '2012R2', method, phase: 'during', today }
const lints = Array.from({ length: 9 }, () => secondsOf(() => lint(inventory)))
const operations = hosts.flatMap(method === 'migrate' ? replaced : upgraded).slice(0, steps)
const taken = secondsOf(() => simulate(inventory, operations))
process.stdout.write(JSON.stringify({ lint: median(lints), simulation: taken }))

function lint(state: Inventory): void {
  const { estate, checked } = examine({ ...state }, rules, run)
  assemble(estate, { ...checked, failed: [], undecided: [] }, () => new Map(), functions)
}

function simulate(first: Inventory, operations: readonly Operation[]): void {
  const { next } = simulator(rules, run)
  next(first)
  let state = first
  for (const operation of operations) {
    state = apply(state, operation, run.target)
    next(state)
  }
}

interface Host {
  readonly collection: string
  readonly host: string
}

function hostsOf({ deployment }: Inventory): readonly Host[] {
  const collections = deployment?.sessionCollections ?? []
  return collections.flatMap(({ name, sessionHosts = [] }) =>
    sessionHosts.map(({ server }) => ({ collection: name, host: server })),
  )
}

/** The same deployment, of which hosts have successors with the operating system of the broker. */
function withSuccessors(estate: Inventory, hosts: readonly Host[]): Inventory {
  const all = new Map(estate.servers?.map((server) => [server.name, server]))
  const broker = estate.servers?.[0]
  const moves = hosts.map(({ host }) => ({ source: host, destination: successorOf(host) }))
  const successors = hosts.flatMap(({ host }) => {
    const server = all.get(host)
    return server && broker
      ? [{ ...server, name: successorOf(host), roles: [], operatingSystem: broker.operatingSystem }]
      : []
  })
  return {
    ...estate,
    migration: { ...estate.migration, servers: moves },
    servers: [...(estate.servers ?? []), ...successors],
  } as Inventory
}

function successorOf(host: string): string {
  return host.replace('NW', 'NX')
}

function upgraded({ host }: Host): readonly Operation[] {
  return [
    { drain: { host } },
    { signOut: { host } },
    { upgradeServer: { server: host } },
    { allowConnections: { host } },
  ]
}

function replaced({ collection, host }: Host): readonly Operation[] {
  return [
    { drain: { host } },
    { addHost: { collection, host: successorOf(host) } },
    { signOut: { host } },
    { removeHost: { collection, host } },
  ]
}

function secondsOf(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

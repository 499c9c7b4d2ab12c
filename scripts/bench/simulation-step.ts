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
const servers = Number(process.argv[2])
const steps = Number(process.argv[3])
const bytes = new TextEncoder().encode(JSON.stringify(largeEstate(servers)))
const inventory = loadInventory(bytes).inventory
const today = timestampOf('2026-11-24')
if (!inventory || !today) throw new Error('the inventory of the benchmark is unusable')
const run: Circumstances = { target: '2012R2', method: 'in-place', phase: 'during', today }
const lints = Array.from({ length: 9 }, () => secondsOf(() => lint(inventory)))
const taken = secondsOf(() => simulate(inventory, operationsOf(inventory).slice(0, steps)))
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

/** Host after host is drained, signed out, upgraded and given back. */
function operationsOf({ deployment }: Inventory): readonly Operation[] {
  const hosts = (deployment?.sessionCollections ?? []).flatMap(({ sessionHosts = [] }) => sessionHosts)
  return hosts.flatMap(({ server }): readonly Operation[] => [
    { drain: { host: server } },
    { signOut: { host: server } },
    { upgradeServer: { server } },
    { allowConnections: { host: server } },
  ])
}

function secondsOf(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

import type { Inventory } from '../../src/inventory/inventory.ts'
import { collectionOf } from './collection.ts'
import { deploymentOf } from './deployment.ts'
import { forget } from './forget.ts'
import { migrationOf } from './migration.ts'
import { randomOf } from './random.ts'
import { serverOf } from './servers.ts'
import { worldOf } from './world.ts'

/** How an estate is generated. */
interface EstateSize {
  /** About how many session hosts there are; 4 where absent. */
  readonly hosts?: number
}

/**
 * Generates a valid inventory from a seed, always the same: from tidy to messy, from wholly known to hardly known, with or
 * without a deployment, a plan, high availability, and every role.
 */
export function estate(seed: number, { hosts = 4 }: EstateSize = {}): Inventory {
  const world = worldOf(seed, hosts)
  const { random } = world
  const deployment = deploymentOf(world)
  const servers = world.machines.map((machine) => serverOf(world, machine))
  const whole: Inventory = {
    schemaVersion: 1,
    ...(random.chance(0.85) ? { migration: migrationOf(world, deployment) } : {}),
    servers: random.shuffled(servers),
    deployment,
  }
  const ignorance = random.pick([0, 0, 0.01, 0.05, 0.2])
  // What is forgotten depends on the inventory alone, so that it stays when a section of the generator learns more.
  const known = forget(whole, ignorance, randomOf(seed ^ 0x5bd1e995))
  return { ...known, ...collectionOf(world, known, ignorance) }
}

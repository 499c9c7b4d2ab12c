import { expect, test } from 'vitest'
import { estate } from '../scripts/estates/estate.ts'
import { randomRunbook } from '../scripts/estates/random-runbook.ts'
import { readyEstate } from '../scripts/estates/ready-estate.ts'
import { lackingBrokenBy } from '../scripts/laws/lacking.ts'
import { planBrokenBy } from '../scripts/laws/planned.ts'
import { differsFromLinting } from '../scripts/laws/simulation.ts'
import type { Role } from '../src/inventory/inventory.ts'
import { loadInventory } from '../src/inventory/load.ts'
import { timestampOf } from '../src/model/instant.ts'
import { supportedTargets } from '../src/model/targets.ts'

const batch = 100
const batches = [0, 1, 2, 3, 4].map((index) => 1 + index * batch)
const today = timestampOf('2026-11-24') ?? expect.unreachable('the day is one')

test.each(batches)(
  'the documented order adds no error at any step, and ends ready, for the estates from seed %i on',
  (first) => {
    const broken = seeds(first, batch).flatMap((seed) => {
      const reason = planBrokenBy(seed)
      return reason === undefined ? [] : [`seed ${seed}: ${reason}`]
    })
    expect(broken.slice(0, 3)).toEqual([])
  },
  120_000,
)

test.each([1, 101])(
  'a fact that is absent makes no plan ready, no step done and none fall away unsaid, from seed %i on',
  (first) => {
    const broken = seeds(first, batch).flatMap((seed) => {
      const reason = lackingBrokenBy(seed, 4)
      return reason === undefined ? [] : [`seed ${seed}: ${reason}`]
    })
    expect(broken.slice(0, 3)).toEqual([])
  },
  120_000,
)

test('ready estates are of every target and method, and of everything that moves', () => {
  const estates = seeds(1, 200).map(readyEstate)
  const runs = new Set(estates.map(({ target, method }) => `${target} ${method}`))
  expect(runs.size).toBe(2 * supportedTargets.length)
  const count = (of: (deployment: NonNullable<(typeof estates)[0]['inventory']['deployment']>) => number) =>
    new Set(estates.map(({ inventory }) => (inventory.deployment ? of(inventory.deployment) : 0)))
  expect(count(({ highAvailability }) => highAvailability?.connectionBrokers?.length ?? 0)).toEqual(new Set([1, 2, 3]))
  expect(count(({ sessionCollections }) => sessionCollections?.length ?? 0)).toEqual(new Set([1, 2, 3, 4]))
  expect(count(({ virtualDesktopCollections }) => virtualDesktopCollections?.length ?? 0)).toEqual(new Set([0, 1, 2]))
  expect(count(({ licensing }) => licensing?.servers?.length ?? 0)).toEqual(new Set([1, 2]))
  expect(estates.filter(({ inventory }) => inventory.migration?.profileDiskLocations?.length).length).toBeGreaterThan(
    80,
  )
  const held = estates.map(({ inventory: { servers = [] } }) => servers.map(({ roles = [] }) => roles))
  const together = (...roles: readonly Role[]) =>
    held.filter((servers) => servers.some((all) => roles.every((role) => all.includes(role)))).length
  expect(together('RDS-CONNECTION-BROKER', 'RDS-RD-SERVER')).toBeGreaterThan(10)
  expect(together('RDS-CONNECTION-BROKER', 'RDS-VIRTUALIZATION')).toBeGreaterThan(0)
  expect(together('RDS-RD-SERVER', 'RDS-LICENSING')).toBeGreaterThan(5)
  expect(together('RDS-WEB-ACCESS', 'RDS-GATEWAY')).toBeGreaterThan(5)
  const alone = estates.filter(({ inventory: { servers = [] } }) =>
    servers.some(({ roles = [], installedFeatures = [] }) => roles.length === 0 && installedFeatures.length > 0),
  )
  expect(alone.length).toBeGreaterThan(30)
})

test.each([1, 31, 61, 91])(
  'simulating says of every state what linting it anew says, whatever is done, from seed %i on',
  (first) => {
    const different = seeds(first, 30).flatMap((seed) => {
      const bytes = new TextEncoder().encode(JSON.stringify(estate(seed)))
      const inventory = loadInventory(bytes).inventory ?? expect.unreachable('generated inventories are usable')
      const target = supportedTargets[seed % supportedTargets.length] ?? '2025'
      const run = { target, method: seed % 2 === 0 ? 'in-place' : 'migrate', phase: 'during', today } as const
      return differsFromLinting(inventory, randomRunbook(inventory, seed, 12), run) ?? []
    })
    expect(different.slice(0, 1)).toEqual([])
  },
  120_000,
)

function seeds(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

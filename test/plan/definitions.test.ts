import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { estate } from '../../scripts/estates/estate.ts'
import { largeEstate } from '../../scripts/estates/large-estate.ts'
import { apply } from '../../src/plan/apply.ts'
import { definitions } from '../../src/plan/definitions.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { impossible } from '../../src/plan/preconditions/precondition.ts'
import { violations } from '../../src/plan/violations.ts'
import { anEstate } from '../support/estate.ts'
import { everyOperation } from '../support/every-operation.ts'
import { movingFarm } from '../support/moving-farm.ts'
import { having } from '../support/operations.ts'

test('the operations are those of the contract', () => {
  expect(Object.keys(definitions).sort()).toEqual([
    'addBroker',
    'addHost',
    'addLicenseServer',
    'addVirtualizationHost',
    'allowConnections',
    'createCollection',
    'drain',
    'installLicenses',
    'moveDesktops',
    'moveLicenses',
    'moveProfileDisks',
    'publishApps',
    'removeBrokers',
    'removeCollection',
    'removeHost',
    'removeLicenseServer',
    'removeLicenses',
    'removeVirtualizationHost',
    'replaceServer',
    'setActiveBroker',
    'setCertificate',
    'setProfileDiskLocation',
    'shutDownDesktops',
    'shutDownMachines',
    'signOut',
    'startDesktops',
    'startMachines',
    'upgradeServer',
  ])
})

test('a precondition names a rule that there is, or that no rule stands for it', () => {
  const files = readdirSync('rules', { recursive: true, encoding: 'utf8' })
  const rules = new Set(files.map((file) => file.replace(/^.*[\\/]/, '').replace(/\.yaml$/, '')))
  const named = new Set<string>()
  for (let seed = 0; seed < 60; seed++) {
    const inventory = estate(seed)
    for (const operation of everyOperation(inventory, seed)) {
      for (const { rule, message } of violations(anEstate(inventory), operation)) {
        named.add(rule)
        expect(message).toMatch(/^\S.*\.$/s)
        expect(message).not.toMatch(/undefined|\[object/)
      }
    }
  }
  expect([...named].filter((rule) => rule !== impossible && !rules.has(rule))).toEqual([])
  expect(named.size).toBeGreaterThan(12)
})

describe('a step over many servers', () => {
  const inventory = largeEstate(10_000)
  const home = inventory.deployment?.sessionCollections?.findLast(({ sessionHosts }) => sessionHosts?.length)
  const collection = home?.name ?? ''
  const last = home?.sessionHosts?.at(-1)?.server ?? ''

  test.each<readonly [string, Operation, number]>([
    ['drains a host', { drain: { host: last } }, 0],
    ['signs users out', { signOut: { host: last } }, 1],
    ['removes a host', { removeHost: { collection, host: last } }, 1],
    ['upgrades a server', { upgradeServer: { server: last } }, 1],
    ['moves licences', { installLicenses: { server: last } }, 1],
    ['sets a location', { setProfileDiskLocation: { collection, location: '\\\\FS11\\Disks' } }, 0],
  ])('%s and keeps what it does not touch', (_, operation, touched) => {
    const now = apply(inventory, operation)
    expect(now).not.toBe(inventory)
    const servers = (now.servers ?? []).filter((server, position) => server !== inventory.servers?.[position])
    expect(servers).toHaveLength(touched)
    if (touched === 0) expect(now.servers).toBe(inventory.servers)
    const collections = (now.deployment?.sessionCollections ?? []).filter(
      (one, position) => one !== inventory.deployment?.sessionCollections?.[position],
    )
    expect(collections.length).toBeLessThan(2)
    expect(now.migration).toBe(inventory.migration)
    expect(now.deployment?.certificates).toBe(inventory.deployment?.certificates)
  })
})

test('no operation changes the inventory that it is given', () => {
  const frozen = deepFrozen(movingFarm)
  for (const operation of everyOperation(frozen, 1)) {
    expect(() => apply(frozen, operation)).not.toThrow()
  }
})

test('an operation on what is so already gives the same inventory', () => {
  const drained = having(
    movingFarm,
    'No',
    'deployment',
    'sessionCollections',
    0,
    'sessionHosts',
    0,
    'newConnectionAllowed',
  )
  expect(apply(drained, { drain: { host: 'RDSH01' } })).toBe(drained)
  expect(apply(movingFarm, { shutDownMachines: { host: 'RDVH01' } })).toBe(movingFarm)
  expect(apply(movingFarm, { moveDesktops: { collection: 'Developers', from: 'RDVH11', to: 'RDVH01' } })).toBe(
    movingFarm,
  )
  expect(apply(movingFarm, { removeBrokers: { brokers: ['RDSH01'] } })).toBe(movingFarm)
})

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) deepFrozen(child)
    Object.freeze(value)
  }
  return value
}

import { licences } from '../../../generated/tables.ts'
import { licencesOf } from '../../inventory/facts/key-packs.ts'
import type { Inventory, KeyPack, Server } from '../../inventory/inventory.ts'
import type { Release } from '../../model/report.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { goesElsewhere } from '../preconditions/elsewhere.ts'
import { areOnListed, canHoldAll, canHoldTarget } from '../preconditions/licences.ts'
import { judge } from '../preconditions/precondition.ts'
import { licencesIn, withoutLicences, withPacks } from '../state/key-packs.ts'
import { denotes } from '../state/names.ts'
import { entryOf, withEntry } from '../state/servers.ts'

/** Migrates the licences of one licence server to another, where they are then too. */
export const moveLicenses: Definition<Arguments['moveLicenses']> = {
  parameters: { from: { kind: 'server' }, to: { kind: 'server' } },
  apply: (inventory, { from, to }) => {
    const source = entryOf(inventory, from)
    if (!source || source === entryOf(inventory, to)) return inventory
    const { sure, unclear, rest } = licencesOf(source)
    // The new server numbers its packs itself. What only may be a licence only may be there then.
    const packs = sure.map(({ id: _, ...pack }) => pack)
    return withPacks(withEntry(inventory, to), to, packs, unclear.length === 0 && rest.length === 0)
  },
  violations: (estate, { from, to }) =>
    judge(goesElsewhere(denotes(estate.inventory, from)(to), from, to), canHoldAll(estate, from, to)),
}

/** Removes the licences from a licence server. */
export const removeLicenses: Definition<Arguments['removeLicenses']> = {
  parameters: { server: { kind: 'server' } },
  apply: (inventory, { server }) => withoutLicences(inventory, server),
  violations: (estate, { server }) => judge(areOnListed(estate, server)),
}

/** Installs licences that admit to the target release on a licence server. */
export const installLicenses: Definition<Arguments['installLicenses']> = {
  parameters: { server: { kind: 'server' } },
  apply: (inventory, { server }, target) => {
    const there = withEntry(inventory, server)
    const entry = entryOf(there, server)
    const pack = entry && packFor(there, entry, target)
    return pack ? withPacks(there, server, [pack]) : inventory
  },
  violations: (estate, { server }) => judge(canHoldTarget(estate, server)),
}

/** Type 2 of Win32_TSLicenseKeyPack: volume. */
const volume = 2

/** As many licences as the server holds today, of the oldest version that admits to the target; their type is that of the mode. */
function packFor({ deployment }: Inventory, server: Server, target: Release | undefined): KeyPack | undefined {
  const row = licences.find(({ admitsTo }) => admitsTo.some((host) => host === target))
  if (!row) return undefined
  const held = licencesIn(server).reduce((sum, { total = 0 }) => sum + total, 0)
  const licenseType = types[deployment?.licensing?.mode ?? 'NotConfigured']
  return {
    productVersionId: row.productVersionId,
    productVersion: row.name,
    ...(licenseType && { licenseType }),
    keyPackType: volume,
    total: Math.max(held, 1),
    issued: 0,
  }
}

const types = { PerUser: 'perUser', PerDevice: 'perDevice', NotConfigured: undefined } as const

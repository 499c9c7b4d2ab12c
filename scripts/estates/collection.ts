import type { CollectionSource, Inventory } from '../../src/inventory/inventory.ts'
import type { World } from './world.ts'

/** What the collector says of itself: where it ran, what failed, which lists it knows only in part. */
export function collectionOf(world: World, inventory: Inventory, ignorance: number): Pick<Inventory, 'collection'> {
  const { random, refer, machines, isAmiss } = world
  if (random.chance(0.1)) return {}
  return {
    collection: {
      ...(random.chance(0.9) ? { collectedAt: isAmiss() ? '2026-10-01T08:00:00Z' : '2026-11-22T08:00:00Z' } : {}),
      collector: { name: 'Export-RdsInventory', version: '1.0.0' },
      ...(machines[0] && random.chance(0.9)
        ? { collectedOn: refer(isAmiss() ? random.pick(machines) : machines[0]) }
        : {}),
      elevated: true,
      incomplete: lists(inventory, '').filter((pointer) =>
        random.chance(pointer.endsWith('Files') && ignorance > 0 ? 0.2 : ignorance / 2),
      ),
      sources: sourcesOf(world, inventory),
    },
  }
}

function sourcesOf({ random }: World, { servers = [] }: Inventory): readonly CollectionSource[] {
  const failed = servers.flatMap(({ name, operatingSystem }): readonly CollectionSource[] =>
    operatingSystem && random.chance(0.9)
      ? []
      : [{ name: 'Win32_OperatingSystem', server: name, status: 'failed', message: 'The RPC server is unavailable.' }],
  )
  return [{ name: 'Get-RDServer', status: 'ok' }, ...failed]
}

/** The pointers of all lists that are known. */
function lists(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, child]) => lists(child, `${pointer}/${key}`))
  return Array.isArray(value) ? [pointer, ...inside] : inside
}

import type { ProfileDisks } from '../../src/inventory/inventory.ts'
import type { World } from './world.ts'

/** User Profile Disks of a collection; null where there are none. */
export function profileDisksOf({ random, isAmiss }: World, collection: string): ProfileDisks | null {
  if (random.chance(0.3)) return null
  const enabled = random.chance(0.8)
  if (!enabled && random.chance(0.5)) return { enabled, location: null }
  const server = random.pick(['FS01', 'FS02', 'sh01'])
  return {
    enabled,
    location:
      isAmiss() || random.chance(0.03)
        ? random.pick(['D:\\upd', '\\\\FS01\\upd\\shared', '//fs01/upd/shared/'])
        : `\\\\${server}\\upd\\${collection}`,
    maxSizeGB: 20,
    templatePresent: true,
    diskCount: random.below(100),
  }
}

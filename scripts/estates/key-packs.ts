import type { KeyPack } from '../../src/inventory/inventory.ts'
import type { Random } from './random.ts'

/** The key packs of a licence server: bought ones mostly, and of every other kind where something is amiss. */
export function keyPacksOf(random: Random, isAmiss: () => boolean): readonly KeyPack[] {
  return Array.from({ length: random.below(4) }, () => keyPack(random, isAmiss))
}

// Id and text of a version belong together: two sources of one fact that contradict each other are no realistic estate.
const versions = [
  { productVersionId: 3, productVersion: 'Windows Server 2008 R2' },
  { productVersionId: 5, productVersion: 'Windows Server 2016' },
  { productVersionId: 8, productVersion: 'Windows Server 2025' },
  { productVersionId: 4, productVersion: 'Windows Server 2012 R2' },
]
const usualVersion = { productVersionId: 4, productVersion: 'Windows Server 2012' }

function keyPack(random: Random, isAmiss: () => boolean): KeyPack {
  const total = isAmiss() ? 0 : 10 * (1 + random.below(20))
  return {
    id: 2 + random.below(30),
    ...(isAmiss() ? random.pick(versions) : usualVersion),
    licenseType: isAmiss() ? random.pick(['perDevice', 'other']) : 'perUser',
    keyPackType: isAmiss() ? random.pick([0, 3, 4, 5, 6, 7]) : random.pick([1, 2]),
    total,
    issued: isAmiss() ? total + random.below(20) : random.below(total + 1),
  }
}

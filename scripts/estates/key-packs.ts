import { licences } from '../../generated/tables.ts'
import type { KeyPack } from '../../src/inventory/inventory.ts'
import type { Release } from '../../src/model/report.ts'
import { heldBy } from './from-tables.ts'
import type { Random } from './random.ts'

/** The key packs of a licence server of a release: bought ones that it can hold mostly, and of every other kind where something is amiss. */
export function keyPacksOf(random: Random, isAmiss: () => boolean, release: Release): readonly KeyPack[] {
  const usual = heldBy(release).slice(-2)
  return Array.from({ length: random.below(4) }, () => keyPack(random, isAmiss, usual))
}

function keyPack(random: Random, isAmiss: () => boolean, usual: typeof licences): KeyPack {
  const total = isAmiss() ? 0 : 10 * (1 + random.below(20))
  // Id and text of a version belong together: two sources of one fact that contradict each other are no realistic estate.
  const { productVersionId, strings } = random.pick(isAmiss() ? licences : usual)
  return {
    id: 2 + random.below(30),
    productVersionId,
    productVersion: random.pick(strings),
    licenseType: isAmiss() ? random.pick(['perDevice', 'other']) : 'perUser',
    keyPackType: isAmiss() ? random.pick([0, 3, 4, 5, 6, 7]) : random.pick([1, 2]),
    total,
    issued: isAmiss() ? total + random.below(20) : random.below(total + 1),
  }
}

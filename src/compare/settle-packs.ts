import type { KeyPack } from '../inventory/inventory.ts'
import type { ComparedItem } from '../model/comparison.ts'
import { byName } from './by-name.ts'
import type { LaterEntries } from './inventories.ts'
import { isBought, isNoLicence, sameKind, samePack } from './key-pack.ts'
import { goneItem, keptItem, type Paired } from './pair.ts'
import type { Identity, Part } from './part.ts'

/** A key pack as a part. */
export interface Pack extends Part {
  readonly pack: KeyPack
}

/** An earlier pack, its server, and what the later inventory holds of that. */
export interface Sought {
  readonly own: Pack
  readonly server: Identity
  readonly near: LaterEntries
  /** Whether a pack that is on none of these servers is known to be gone from them. */
  readonly isGone: boolean
  readonly lookedFor: string
}

/** A way to find earlier packs: among which later ones, and whether they must be the same or may be. */
interface Pass {
  readonly among: (sought: Sought) => readonly Pack[]
  readonly answer: true | undefined
}

/**
 * Finds a later pack for each earlier one, by one way after the other; each later pack stands for one earlier one. One that
 * was found elsewhere may also stand where it was, on its own server, with less told of it: that is no news.
 */
export function settle(all: readonly Sought[], passes: readonly Pass[], onOwn: Pass['among']): Paired {
  // By name, so that neither the order of lists nor their spelling decides which of two equal packs is missing.
  const open = new Set(all.toSorted((one, other) => byName(one.own.name, other.own.name)))
  const claims = new Map<Pack, Identity[]>()
  const elsewhere: Sought[] = []
  const items: ComparedItem[] = []
  for (const { among, answer } of passes) {
    for (const one of open) {
      const isFree = (pack: Pack) => (claims.get(pack) ?? []).every((server) => isSuccession(server, one.server))
      const found = among(one).find((pack) => isFree(pack) && samePack(one.own.pack, pack.pack) === answer)
      if (!found) continue
      claims.set(found, [...(claims.get(found) ?? []), one.server])
      open.delete(one)
      if (!onOwn(one).includes(found)) elsewhere.push(one)
      const item = keptItem(one.own, [found])
      if (isNoLicence(one.own.pack)) continue
      // One that may be another says nothing of what is the same, nor of a change while the pack itself may be unseen.
      const isTold =
        answer === true || (item.status !== 'kept' && one.isGone && isStillLicence(one.own.pack, found.pack))
      items.push(isTold ? item : { ...item, status: 'notObserved' })
    }
  }
  for (const one of elsewhere) {
    const mayBe = ({ pack }: Pack) => samePack(one.own.pack, pack) === undefined
    const remains = onOwn(one).find((pack) => !claims.has(pack) && mayBe(pack))
    if (remains) claims.set(remains, [one.server])
  }
  for (const { own, isGone, lookedFor } of open) {
    if (!isNoLicence(own.pack)) items.push(goneItem(own, isGone, lookedFor))
  }
  return { items, claimed: [...claims.keys()] }
}

/** Whether a pack is known to be a licence later, or no less than it was before. */
function isStillLicence(before: KeyPack, after: KeyPack): boolean {
  return isBought(after.keyPackType) === true || sameKind(before.keyPackType, after.keyPackType) === true
}

/** Whether one of two servers takes the place of the other: for a while both hold the same licences. */
function isSuccession(one: Identity, other: Identity): boolean {
  const [own, others] = [one.keys.at(-1), other.keys.at(-1)]
  return own !== others && (one.keys.some((key) => key === others) || other.keys.some((key) => key === own))
}

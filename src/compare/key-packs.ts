import type { KeyPack, Server } from '../inventory/inventory.ts'
import type { Compared, Inventories, LaterEntries } from './inventories.ts'
import { isBought, isNoLicence, packName, packVersion, sameKind } from './key-pack.ts'
import { named } from './part.ts'
import { type Pack, type Sought, settle } from './settle-packs.ts'
import { inside, type Placed, type Told, told } from './told.ts'
import { type Trait, trait } from './traits.ts'

/**
 * Compares the licences of all servers. A pack is the same by version, type and total, since ids differ by server.
 * Temporary, built-in and empty packs are no licences.
 */
export function compareKeyPacks({ serversBefore, serversAfter, laterEntries, names }: Inventories): Compared {
  const byServer = new Map(serversAfter.entries.map((entry) => [entry, packsOf(entry)]))
  const later = [...byServer.values()].flat()
  const sought = serversBefore.entries.flatMap((entry): readonly Sought[] => {
    const { name } = entry.value
    const [server, near] = [names.before(name), laterEntries(name)]
    // Of servers that nobody told one may hold it by now.
    const more = { server, near, isGone: serversAfter.isWhole && isGone(near), lookedFor: lookedFor(near) }
    return packsOf(entry).map((own) => ({ own, ...more }))
  })
  const on = (entries: readonly Placed<Server>[]) => entries.flatMap((entry) => byServer.get(entry) ?? [])
  const isOwn = ({ keys }: Sought['server'], { value }: Placed<Server>) =>
    names.after(value.name).keys.some((key) => key === keys.at(-1))
  const onOwn = ({ server, near }: Sought) => on(near.entries.filter((entry) => isOwn(server, entry)))
  const passes = [
    { among: onOwn, answer: true },
    { among: ({ near }: Sought) => on(near.entries), answer: true },
    { among: onOwn, answer: undefined },
    { among: ({ near }: Sought) => on(near.entries), answer: undefined },
    // Licences may move to a server that no plan names, as long as they are known to be gone from where they were.
    { among: ({ isGone }: Sought) => (isGone ? later : []), answer: true },
  ] as const
  const paired = settle(sought, passes, onOwn)
  return { ...paired, later: later.filter(({ pack }) => !isNoLicence(pack)) }
}

function isGone({ entries, isSeen }: LaterEntries): boolean {
  return isSeen && entries.every((entry) => listOf(entry).isWhole)
}

function lookedFor({ entries: [entry] }: LaterEntries): string {
  return entry ? `${entry.pointer}/licenseServer/keyPacks` : '/servers'
}

function listOf({ value, pointer }: Placed<Server>): Told<KeyPack> {
  const packs = inside(value.licenseServer, ({ keyPacks }) => keyPacks)
  return told(packs, `${pointer}/licenseServer/keyPacks`)
}

function packsOf(entry: Placed<Server>): readonly Pack[] {
  return listOf(entry).entries.map(({ value: pack, pointer }) => {
    const name = `${entry.value.name}/${packName(pack)}`
    const { licenseType, keyPackType, total } = pack
    const traits = {
      version: trait(packVersion(pack)),
      licenseType: trait(licenseType),
      keyPackType: kindTrait(keyPackType),
      total: trait(total),
    }
    return { kind: 'keyPack', name, pointer, ...named(name), traits, pack }
  })
}

/** Kinds of licences are told apart no further than rules do. */
function kindTrait(keyPackType: number | undefined): Trait {
  const known = isBought(keyPackType) === undefined ? undefined : keyPackType
  return trait(known, (later) => sameKind(known, typeof later === 'number' ? later : undefined))
}

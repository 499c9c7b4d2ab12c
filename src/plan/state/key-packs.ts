import { licencesOf } from '../../inventory/facts/key-packs.ts'
import type { Inventory, KeyPack, Server } from '../../inventory/inventory.ts'
import { givenFor, inSectionOf } from './given-sections.ts'
import { inPlaceOf, knownInPart } from './lists.ts'
import { changeServer } from './servers.ts'

/** The key packs of a server that are licences, or may be: neither temporary nor built in nor empty. */
export function licencesIn(server: Server): readonly KeyPack[] {
  const { sure, unclear } = licencesOf(server)
  const those = new Set([...sure, ...unclear.map(({ pack }) => pack)])
  return (server.licenseServer?.keyPacks ?? []).filter((pack) => those.has(pack))
}

/**
 * An inventory in which a licence server holds these key packs too, beside those that it has. Where they are not all of those
 * that come, its packs are known only in part, and whether it has any is not told where nothing of them is.
 */
export function withPacks(inventory: Inventory, name: string, packs: readonly KeyPack[], areAll = true): Inventory {
  return changeServer(inventory, name, (server) => {
    const { licenseServer } = server
    // Without the section a server is known to hold no pack; a section that is not told may hold any.
    const there = licenseServer === null ? [] : licenseServer?.keyPacks
    const added = packs.filter((pack) => !there?.some((one) => isSame(one, pack)))
    // One that may be the same as one that is there already need not be another one.
    const isWhole = areAll && !added.some((pack) => there?.some((one) => mayBeSame(one, pack)))
    if (added.length === 0 && (isWhole || !there)) return server
    if (added.length === 0 && licenseServer === null) return untold(server)
    const all = [...(there ?? []), ...added]
    const keyPacks = there && isWhole ? inPlaceOf(there, all) : knownInPart(all)
    return { ...server, licenseServer: inSectionOf(licenseServer, { ...licenseServer, keyPacks }) }
  })
}

/** An inventory in which a licence server holds no licence; temporary and built-in packs stay. */
export function withoutLicences(inventory: Inventory, name: string): Inventory {
  return changeServer(inventory, name, (server) => {
    const { licenseServer } = server
    if (licenseServer === null) return server
    const gone = new Set(licencesIn(server))
    const keyPacks = (licenseServer?.keyPacks ?? []).filter((pack) => !gone.has(pack))
    // A server that was none before licences came to it is none again.
    const isNone = keyPacks.length === 0 && licenseServer && givenFor(licenseServer)?.was === null
    if (isNone) return { ...server, licenseServer: null }
    return { ...server, licenseServer: { ...licenseServer, keyPacks } }
  })
}

function untold({ licenseServer: _, ...server }: Server): Server {
  return server
}

// One pack is the same by version, type and total, since ids differ by server (docs/decisions/readings.md).
const traits = ['productVersion', 'productVersionId', 'licenseType', 'total'] as const

function isSame(one: KeyPack, other: KeyPack): boolean {
  return traits.every((key) => one[key] === other[key])
}

function mayBeSame(one: KeyPack, other: KeyPack): boolean {
  return traits.every((key) => one[key] === undefined || other[key] === undefined || one[key] === other[key])
}

import { versionName } from '../inventory/facts/license-versions.ts'
import type { KeyPack } from '../inventory/inventory.ts'
import { all } from './answers.ts'

/**
 * Whether two key packs are the same by version, type and total; undefined where one of these is known of one pack only, or
 * where only one of them is known to be a licence, or to be none.
 */
export function samePack(before: KeyPack, after: KeyPack): boolean | undefined {
  return all([
    sameKind(before.keyPackType, after.keyPackType),
    sameVersion(before, after),
    same(before.licenseType, after.licenseType),
    same(before.total, after.total),
  ])
}

/** Whether a pack is known to be no licence: temporary, built-in, or empty (docs/decisions/readings.md, "key packs"). */
export function isNoLicence({ keyPackType, total }: KeyPack): boolean {
  return total === 0 || keyPackType === 4 || keyPackType === 6
}

/** Whether two values of KeyPackType both say that a pack is a licence, or that it is none. */
export function sameKind(before: number | undefined, after: number | undefined): boolean | undefined {
  const [own, other] = [isBought(before), isBought(after)]
  if (own === undefined || other === undefined) return own === other ? true : undefined
  return own === other
}

/** Whether a value of KeyPackType says that a pack is a licence; undefined where it is "unknown" (0), or a number of which the class says nothing. */
export function isBought(keyPackType: number | undefined): boolean | undefined {
  if (keyPackType === 4 || keyPackType === 6) return false
  return keyPackType !== undefined && [1, 2, 3, 5].includes(keyPackType) ? true : undefined
}

/** Names a pack by what it is the same by: "100 per-user licences for Windows Server 2012". */
export function packName(pack: KeyPack): string {
  const { licenseType, total } = pack
  const version = packVersion(pack)
  const words = [
    ...(total === undefined ? [] : [String(total)]),
    ...(licenseType === undefined ? [] : [typeNames[licenseType]]),
    total === 1 ? 'licence' : 'licences',
    ...(version === undefined ? [] : [`for ${version}`]),
  ]
  return words.join(' ')
}

/** The version of the licences in a pack as a name, else as it is told. */
export function packVersion(pack: KeyPack): string | undefined {
  const { productVersion, productVersionId } = pack
  return (
    versionName(pack) ?? productVersion ?? (productVersionId === undefined ? undefined : `version ${productVersionId}`)
  )
}

const typeNames = { perUser: 'per-user', perDevice: 'per-device', other: 'other' } as const

function sameVersion(before: KeyPack, after: KeyPack): boolean | undefined {
  const [one, other] = [versionName(before), versionName(after)]
  if (one !== undefined && other !== undefined) return one === other
  return all([
    same(before.productVersion?.toLowerCase(), after.productVersion?.toLowerCase()),
    same(before.productVersionId, after.productVersionId),
  ])
}

function same<T>(before: T | undefined, after: T | undefined): boolean | undefined {
  if (before === undefined || after === undefined) return before === after ? true : undefined
  return before === after
}

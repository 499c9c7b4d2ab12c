import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Gives the fingerprint of a finding from its rule and the logical identity of its part: 32 hexadecimal digits. */
export function fingerprint(rule: string, identity: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${rule}\u0000${identity}`))).slice(0, 32)
}

/** Tells apart equal fingerprints, of parts that bear one name, by how many came before. */
export function distinct(fingerprints: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return fingerprints.map((print) => {
    const count = (counts.get(print) ?? 0) + 1
    counts.set(print, count)
    return count === 1 ? print : `${print}:${count}`
  })
}

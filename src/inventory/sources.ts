import { inventorySources } from '../../generated/inventory-sources.ts'
import { type Estate, once } from './estate.ts'
import { identityOf } from './facts/servers.ts'
import type { CollectionSource } from './inventory.ts'

/** Where a fact would come from, and why it did not. */
interface Supply {
  /** The cmdlet or class that supplies it; absent where only the planner knows. */
  readonly source?: string
  /** What became of the source for this part, where the collector said: it failed or was skipped. */
  readonly row?: CollectionSource
}

/**
 * The collector source of the fact at a pointer, and the row of `collection.sources` that says why it is missing.
 * `entries` are the names of servers and collections on the way to it.
 */
export function supplyOf(estate: Estate, tokens: readonly string[], entries: readonly string[]): Supply {
  const names = sourcesAt(tokens) ?? []
  const rows = troubledRows(estate)
  const places = [...entries.map((entry) => identityOf(estate, entry)), '']
  const row = names
    .flatMap((name) => places.map((place) => rows.get(keyOf(name, place))))
    .find((found) => found !== undefined)
  const source = row?.name ?? names[0]
  return { ...(source === undefined ? {} : { source }), ...(row ? { row } : {}) }
}

/** The rows of sources that failed or were skipped, by source and by the server or collection that was asked. */
const troubledRows = once((estate): ReadonlyMap<string, CollectionSource> => {
  // Of several rows about one place the same counts, however they are ordered.
  const rows = (estate.inventory.collection?.sources ?? [])
    .filter(({ status }) => status === 'failed' || status === 'skipped')
    .sort((one, other) => (reasonOf(one) < reasonOf(other) ? 1 : -1))
  return new Map(rows.map((row) => [keyOf(row.name, identityOf(estate, row.server ?? row.collection ?? '')), row]))
})

function keyOf(source: string, place: string): string {
  return `${source}\u0000${place}`
}

/** A failed source in words: "Win32_OperatingSystem on RDSH04: The RPC server is unavailable." */
export function reasonOf({ name, server, collection, status, message }: CollectionSource): string {
  const where = server !== undefined ? ` on ${server}` : collection !== undefined ? ` of ${collection}` : ''
  return `${name}${where}: ${message ?? (status === 'skipped' ? 'It was not asked.' : 'It failed.')}`
}

function sourcesAt(tokens: readonly string[]): readonly string[] | undefined {
  const pattern = tokens.map((token) => (/^\d+$/.test(token) ? '*' : token))
  for (let length = pattern.length; length > 0; length--) {
    const found =
      inventorySources[
        pattern
          .slice(0, length)
          .map((token) => `/${token}`)
          .join('')
      ]
    if (found) return found
  }
  return undefined
}

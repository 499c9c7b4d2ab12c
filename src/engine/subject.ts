import type { Estate } from '../inventory/estate.ts'
import { identityOf } from '../inventory/facts/servers.ts'
import { fold } from '../inventory/names.ts'
import type { Part } from './parts.ts'

/**
 * The logical name of a part, as people call it: the names of the list entries on the way to it (`Sales/RDSH01`), or, where
 * there are none, the property that it stands under; `inventory` at the root.
 */
export function subjectOf(part: Part): string {
  const names = wayTo(part).flatMap((step) => ofEntry(step)?.name ?? [])
  return names.length > 0 ? names.join('/') : part.up ? String(part.key) : 'inventory'
}

/** The logical identity of a part: its subject in the form that compares, servers by the name of their entry. */
export function identity(estate: Estate, part: Part): string {
  const names = wayTo(part).flatMap((step) => {
    const entry = ofEntry(step)
    return entry
      ? [entry.isServer ? identityOf(estate, entry.name) : fold(entry.name)]
      : Array.isArray(step.up?.value)
        ? []
        : [String(step.key)]
  })
  return names.join('\u0000')
}

function wayTo(part: Part): readonly Part[] {
  return part.up ? [...wayTo(part.up), part] : []
}

interface Entry {
  readonly name: string
  /** The name is that of a server, so that short and full name are one. */
  readonly isServer: boolean
}

function ofEntry({ value, up }: Part): Entry | undefined {
  if (!Array.isArray(up?.value)) return undefined
  if (typeof value === 'string') return { name: value, isServer: true }
  const entry = value as Readonly<Record<string, unknown>>
  const key = nameKeys.find((candidate) => typeof entry[candidate] === 'string')
  return key === undefined ? undefined : { name: String(entry[key]), isServer: serverKeys.has(key) }
}

const nameKeys = ['name', 'server', 'role', 'thumbprint', 'source', 'alias']
const serverKeys: ReadonlySet<string> = new Set(['server', 'source'])

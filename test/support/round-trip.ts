import { expect } from 'vitest'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { collected, filesOf, sha256 } from './a-bundle.ts'
import type { CollectorRun } from './powershell.ts'

/** Collects the bundle that a run of the script wrote. */
export function read(run: CollectorRun | undefined) {
  expect([0, 3], run?.output).toContain(run?.exit)
  return collected(filesOf(run?.bundle?.folder ?? ''))
}

/** What became of each question. */
export function rowsOf({ collection }: Inventory) {
  return collection?.sources ?? []
}

/** Whether a question was not asked; a disk of each host is never listed. */
export function isSkipped({ status, name }: { readonly status: string; readonly name: string }): boolean {
  return status === 'skipped' && name !== 'Share'
}

/**
 * An estate as it comes back. This is the one place for what the host cannot turn back (its README, "What it cannot do"):
 * it makes keys from the hash of machine keys, and a hash of those is another one, the same for the same. The other things
 * it cannot tell do not occur in these estates: Web Access that says nothing, groups that a gateway manages.
 */
export function asTold({ servers = [], ...others }: Inventory): Inventory {
  return {
    ...others,
    servers: servers.map((server) => {
      const seed = server.webAccess?.machineKeyHash
      if (seed === undefined) return server
      const keys = `SECRET-MARKER-V-${seed}\nSECRET-MARKER-D-${seed}`.toUpperCase()
      return { ...server, webAccess: { ...server.webAccess, machineKeyHash: sha256(new TextEncoder().encode(keys)) } }
    }),
  }
}

/** The sections that a deployment fills, with the lists in the order of their names. */
export function sectionsOf({
  servers,
  deployment,
}: {
  readonly servers?: unknown
  readonly deployment?: unknown
}): Record<string, unknown> {
  return ordered({ servers, deployment }) as Record<string, unknown>
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ordered(inner)]))
}

function keyOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const named = entry as Readonly<Record<string, unknown>>
  return (
    String(named.kind ?? '') +
    String(named.name ?? named.server ?? named.role ?? named.thumbprint ?? named.alias ?? named.id)
  )
}

/** What is told and is not so, by its path. */
export function contradictions(told: unknown, held: unknown, path = ''): readonly string[] {
  if (Array.isArray(told) && Array.isArray(held))
    return told.flatMap((one) => {
      const other = held.find((candidate) => keyOf(candidate) === keyOf(one))
      return other === undefined ? [`${path} ${keyOf(one)}`] : contradictions(one, other, `${path} ${keyOf(one)}`)
    })
  if (typeof told === 'object' && told !== null && typeof held === 'object' && held !== null)
    return Object.entries(told).flatMap(([name, value]) =>
      contradictions(value, (held as Readonly<Record<string, unknown>>)[name], `${path}/${name}`),
    )
  return told === held ? [] : [`${path}: ${told}, not ${held}`]
}

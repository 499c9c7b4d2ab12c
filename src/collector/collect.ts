import type { Inventory } from '../inventory/inventory.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { show } from '../model/show.ts'
import type { Answer } from './answer.ts'
import { isThing } from './clixml/value.ts'
import { listingStatements } from './listings.ts'
import { merge, type Told } from './merge.ts'
import { objectsOf } from './read/rows.ts'
import { sourceNamed } from './recognise.ts'
import { render } from './render.ts'
import { settleRoles } from './roles.ts'
import { sessionStatements } from './sessions.ts'
import { sources } from './sources/index.ts'
import { fault, is, type Listing } from './statement.ts'
import type { Origin } from './tree.ts'

/** What was asked, and what is known of the asking. */
export interface Questions {
  readonly answers: readonly Answer[]
  /** The part of `collection` that a manifest tells. */
  readonly collection?: Omit<NonNullable<Inventory['collection']>, 'sources' | 'incomplete'>
  /** Whether it is known that there is no deployment. */
  readonly standalone?: boolean
}

/** An inventory made from answers. */
export interface Collected {
  readonly inventory: Inventory
  /** What told of the part at a JSON pointer, or of the nearest part above it. */
  readonly origins: ReadonlyMap<string, Origin>
  readonly diagnostics: readonly Diagnostic[]
  /** Files of locations of profile disks, for the planner's section. */
  readonly listings: readonly Listing[]
}

/** Makes an inventory from answers: pure, and the same for the same answers. What failed, was skipped or makes no sense stays absent. */
export function collect({ answers, collection = {}, standalone = false }: Questions): Collected {
  const readings = answers.map(reading)
  const told = inOrder(readings, standalone)
  const first = merge(told)
  const late = [...sessionStatements(first.tree, told), ...listingStatements(first.tree, told)]
  const { tree, conflicts } = late.length === 0 ? first : merge([...told, ...late])
  settleRoles(tree)
  const { sections, incomplete, origins } = render(tree)
  return {
    inventory: {
      schemaVersion: 1,
      collection: {
        ...collection,
        ...(incomplete.length > 0 ? { incomplete } : {}),
        sources: readings.map(({ row }) => row),
      },
      ...sections,
    },
    origins,
    diagnostics: [
      ...readings.flatMap(({ remarks }) => remarks),
      ...conflicts.map(({ message }) => warning('conflict', message)),
    ],
    listings: told.flatMap(({ statement }) => (statement.kind === 'listing' ? [statement] : [])),
  }
}

interface Reading {
  readonly row: NonNullable<NonNullable<Inventory['collection']>['sources']>[number]
  readonly told: readonly Told[]
  /** Place of its source in the table of sources. */
  readonly rank: number
  readonly remarks: readonly Diagnostic[]
}

function reading(answer: Answer): Reading {
  const { name, server, collection, status, message, file } = answer
  const asked = {
    name,
    ...(server === undefined ? {} : { server }),
    ...(collection === undefined ? {} : { collection }),
  }
  const row = { ...asked, status, ...(message === undefined ? {} : { message }) }
  const source = sourceNamed(name, objectsOf(answer.values).find(isThing) ?? answer.values[0])
  const rank = source ? sources.indexOf(source) : sources.length
  // Servers that were asked are in the inventory, whatever came of it.
  const origin: Origin = { source: source?.name ?? name, ...(file === undefined ? {} : { file }) }
  const asksServer = source?.about === 'server' && server !== undefined
  const exists: readonly Told[] = asksServer
    ? is([{ list: 'servers', name: server }], {}).map((statement) => ({ statement, origin }))
    : []
  if (!source || status === 'failed' || status === 'skipped') return { row, told: exists, rank, remarks: [] }
  const isNothing = objectsOf(answer.values).length === 0
  const said =
    isNothing && source.neverEmpty !== undefined
      ? fault(`${source.neverEmpty}, but the answer holds nothing`)
      : source.read(answer)
  const wrong = said.find(({ kind }) => kind === 'fault')
  if (wrong?.kind === 'fault') {
    const reason = file === undefined ? wrong.message : `${file}: ${wrong.message}`
    return {
      row: { ...asked, status: 'failed', message: reason },
      told: exists,
      rank,
      remarks: [warning('source', `${where(answer)}: ${reason}`)],
    }
  }
  const remarks = said.flatMap((one) =>
    one.kind === 'remark' ? [warning('source', `${where(answer)}: ${one.message}`)] : [],
  )
  return { row, told: [...exists, ...said.map((statement) => ({ statement, origin }))], rank, remarks }
}

// Of two spellings of a name the one of the source that stands first in the table counts.
function inOrder(readings: readonly Reading[], standalone: boolean): readonly Told[] {
  const sorted = [...readings].sort((one, other) => one.rank - other.rank).flatMap(({ told }) => told)
  const origin: Origin = { source: 'manifest.json', file: 'manifest.json' }
  return standalone ? [...sorted, ...is(['deployment'], null).map((statement) => ({ statement, origin }))] : sorted
}

function where({ name, server, collection }: Answer): string {
  if (server !== undefined) return `${name} on ${show(server)}`
  return collection === undefined ? name : `${name} of ${show(collection)}`
}

function warning(code: 'source' | 'conflict', message: string): Diagnostic {
  return { code, severity: 'warning', message }
}

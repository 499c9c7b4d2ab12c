import type { Migration } from '../inventory/inventory.ts'
import type { Problem } from '../inventory/problem.ts'
import { schemaProblems } from '../inventory/schema-problems.ts'
import { walk } from '../inventory/walk.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { decode } from '../source/decode.ts'
import { parseYaml } from '../source/yaml.ts'
import { isSamePlace } from './listings.ts'
import type { Listing } from './statement.ts'

/** The planner's section as a file holds it; absent where one of the diagnostics is an error. */
export interface ReadMigration {
  readonly migration?: Migration
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the planner's section from YAML or JSON, with or without the key `migration` around it. */
export function readMigration(bytes: Uint8Array): ReadMigration {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { diagnostics: [decoded.problem] }
  const { value, diagnostics, locate } = parseYaml(decoded.text)
  if (diagnostics.length > 0) return { diagnostics }
  const isWrapped = isKeyed(value) && 'migration' in value
  const inventory = { schemaVersion: 1, migration: isWrapped ? value.migration : value }
  const problems = [
    ...schemaProblems(inventory, false),
    ...walk(inventory).problems,
    ...(isWrapped ? besides(value) : []),
  ]
  const found = problems.map(({ pointer, code, severity, message }): Diagnostic => {
    const region = locate(isWrapped ? pointer : pointer.replace(/^\/migration/, ''))
    return { code, severity, message, ...(region ? { region } : {}) }
  })
  if (found.some(({ severity }) => severity === 'error')) return { diagnostics: found }
  // The schema has just said that it is one.
  return { migration: inventory.migration as Migration, diagnostics: found }
}

/** Adds the files that were listed below the locations of a plan; what the planner wrote stands. */
export function withListings(migration: Migration, listings: readonly Listing[]): Migration {
  const { profileDiskLocations } = migration
  if (profileDiskLocations === undefined || listings.length === 0) return migration
  const filesAt = (place: string) => listings.find(({ location }) => isSamePlace(location, place))?.files
  return {
    ...migration,
    profileDiskLocations: profileDiskLocations.map((move) => {
      const sourceFiles = move.sourceFiles ?? filesAt(move.source)
      const destinationFiles = move.destinationFiles ?? filesAt(move.destination)
      return { ...move, ...(sourceFiles ? { sourceFiles } : {}), ...(destinationFiles ? { destinationFiles } : {}) }
    }),
  }
}

function besides(value: Readonly<Record<string, unknown>>): readonly Problem[] {
  const others = Object.keys(value).filter((key) => key !== 'migration')
  return others.map((key) => ({
    code: 'unknown-property',
    severity: 'warning',
    message: `nothing beside migration is read from this file: remove ${JSON.stringify(key)}`,
    pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  }))
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

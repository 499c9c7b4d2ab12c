import type { Value } from './clixml/value.ts'
import { field, typesOf } from './read/fields.ts'
import { sources } from './sources/index.ts'
import type { Source } from './sources/source.ts'

/** Tells which source an object came from: by its type, else by properties that only objects of one source have; undefined where that is unclear. */
export function recognise(object: Value): Source | undefined {
  const types = typesOf(object)
  const byType = sources.filter((source) => source.types.some((type) => types.some((own) => isType(own, type))))
  if (byType.length > 0) return fitting(byType, object) ?? byType[0]
  const byProperties = sources.filter(({ properties }) => properties.length > 0 && hasAll(object, properties))
  return byProperties.length === 1 ? byProperties[0] : undefined
}

/** The source of a name that an object fits best: two questions go by the name of Get-RDSessionCollectionConfiguration. */
export function sourceNamed(name: string, object: Value | undefined): Source | undefined {
  const named = sources.filter((source) => source.name.toLowerCase() === name.toLowerCase())
  return (object === undefined ? undefined : fitting(named, object)) ?? named.at(-1)
}

function fitting(candidates: readonly Source[], object: Value): Source | undefined {
  return candidates.find(({ properties }) => properties.length > 0 && hasAll(object, properties))
}

function hasAll(object: Value, properties: readonly string[]): boolean {
  return properties.every((property) => field(object, property) !== undefined)
}

// A class of WMI stands behind a namespace: …CimInstance#root/cimv2/Win32_OperatingSystem.
function isType(own: string, type: string): boolean {
  return own === type || (!type.includes('.') && /[#\\/]/.test(own) && own.split(/[#\\/]/).at(-1) === type)
}

import type { Diagnostic } from '../model/diagnostic.ts'
import { groupBy } from '../model/group-by.ts'
import type { Answer } from './answer.ts'
import type { Value } from './clixml/value.ts'
import { isThing } from './clixml/value.ts'
import { field, textOf } from './read/fields.ts'
import { readExport } from './read-export.ts'
import { recognise } from './recognise.ts'
import { sources } from './sources/index.ts'

/** A file that somebody exported, and what it is, where that was said. */
export interface LooseFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly as?: LooseName
}

/** What a file holds: the output of a source, for a collection or from a server. */
export interface LooseName {
  readonly source: string
  readonly argument?: string
}

/** Reads exported files: what each holds is told by the types of its objects, else by their properties, else it must be said. */
export function readLoose(files: readonly LooseFile[]): {
  readonly answers: readonly Answer[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const results = files.map(readOne)
  return {
    answers: results.flatMap(({ answers }) => answers).sort(byPlace),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Takes `NAME:ARG=FILE` or `NAME=FILE` apart; undefined where no source has the name. */
export function parseAs(text: string): { readonly name: LooseName; readonly file: string } | undefined {
  const folded = text.toLowerCase()
  for (const { name } of sources) {
    const rest = folded.startsWith(name.toLowerCase()) ? text.slice(name.length) : ''
    const end = rest.indexOf('=')
    const file = rest.slice(end + 1)
    if (end < 0 || file === '' || !/^[:=]/.test(rest)) continue
    const argument = rest.slice(1, end)
    return { name: { source: name, ...(argument === '' || end === 0 ? {} : { argument }) }, file }
  }
  return undefined
}

interface Result {
  readonly answers: readonly Answer[]
  readonly diagnostics: readonly Diagnostic[]
}

function readOne({ file, bytes, as }: LooseFile): Result {
  const read = readExport(bytes)
  const named = as && answerNamed(as, file)
  if ('reason' in read) return failed(read.reason)
  const objects = read.values
  if (objects.length === 0)
    return failed(
      'it holds nothing, and a command that failed leaves the same file; nobody can tell whether there is none',
    )
  if (named) return { answers: [{ ...named, status: 'ok', values: objects, isLoose: true }], diagnostics: [] }
  return sorted(file, objects)

  function failed(reason: string): Result {
    const answer: Answer = { ...(named ?? { name: file, file }), status: 'failed', message: reason, values: [] }
    return { answers: [answer], diagnostics: [{ code: 'source', severity: 'warning', message: `${file}: ${reason}` }] }
  }
}

function answerNamed(
  { source, argument }: LooseName,
  file: string,
): Pick<Answer, 'name' | 'server' | 'collection' | 'file'> {
  if (argument === undefined) return { name: source, file }
  return source.startsWith('Get-RD')
    ? { name: source, collection: argument, file }
    : { name: source, server: argument, file }
}

function sorted(file: string, objects: readonly Value[]): Result {
  const kinds = objects.map((object) => recognise(object))
  const known = objects.flatMap((object, index) => (kinds[index] ? [{ object, source: kinds[index] }] : []))
  const answers: Answer[] = groupBy(known, ({ source }) => String(sources.indexOf(source))).flatMap((group) => {
    const [first] = group
    return first
      ? [
          {
            name: first.source.name,
            file,
            status: 'ok',
            values: group.map(({ object }) => object),
            isLoose: true,
          } as const,
        ]
      : []
  })
  const strange = objects.find((_, index) => kinds[index] === undefined)
  if (strange === undefined) return { answers, diagnostics: [] }
  const reason = `it holds ${wordsOf(strange)}, which nobody can tell the source of; name it as in --as Get-RDSessionHost:Sales=${file}`
  return {
    answers: [...answers, { name: file, file, status: 'failed', message: reason, values: [] }],
    diagnostics: [{ code: 'source', severity: 'warning', message: `${file}: ${reason}` }],
  }
}

function wordsOf(object: Value): string {
  if (!isThing(object)) return 'plain values'
  const type = object.types.find((name) => !/PSCustomObject$|System\.Object$/.test(name))
  if (type !== undefined) return `objects of the type ${type.slice(0, 80)}`
  const isEnvelope = textOf(field(object, 'SchemaVersion')) !== undefined
  return isEnvelope
    ? 'an object of some other tool'
    : `objects with the properties ${[...object.properties.keys()].slice(0, 4).join(', ').slice(0, 80)}`
}

// The same files in another order give the same inventory.
function byPlace(one: Answer, other: Answer): number {
  const [first, second] = [keyOf(one), keyOf(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

function keyOf({ name, server = '', collection = '', file = '' }: Answer): string {
  const rank = sources.findIndex((source) => source.name === name)
  return [String(rank < 0 ? sources.length : rank).padStart(3, '0'), name, server, collection, file].join('\u0000')
}

import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Answer } from '../answer.ts'
import type { Value } from '../clixml/value.ts'
import type { Questions } from '../collect.ts'
import { readExport } from '../read-export.ts'
import { scrubbed } from '../scrub.ts'
import { doubts, ofFile } from './doubts.ts'
import { type BundleFiles, isPlainName, manifestName } from './files.ts'
import { type Manifest, type ManifestSource, readManifest } from './manifest.ts'

/** A bundle that was read, or why it cannot be used at all. */
export type ReadBundle =
  | { readonly questions: Questions; readonly diagnostics: readonly Diagnostic[] }
  | { readonly problem: Diagnostic }

/** Reads a bundle. A file that is missing, cut off or changed makes its own source a failed one, and nothing else. */
export function readBundle(files: BundleFiles, sha256: (bytes: Uint8Array) => string): ReadBundle {
  const found = files.read(manifestName)
  if ('reason' in found)
    return { problem: { code: 'bundle', severity: 'error', message: `${manifestName}: ${found.reason}` } }
  const read = readManifest(found.bytes)
  if ('problem' in read) return { problem: { ...read.problem, message: `${manifestName}: ${read.problem.message}` } }
  const isDoubted = doubts(read.manifest.sources)
  const results = read.manifest.sources.map((source) => {
    const doubt = isDoubted(source)
    return doubt === undefined ? answerOf(source, files, sha256) : takenAsFailed(source, doubt)
  })
  return {
    questions: { answers: results.map(({ answer }) => answer), ...circumstances(read.manifest) },
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  }
}

function circumstances({
  collector,
  collectedAt,
  collectedOn,
  elevated,
  standalone,
}: Manifest): Omit<Questions, 'answers'> {
  return {
    collection: {
      ...(collectedAt === undefined ? {} : { collectedAt }),
      ...(collector === undefined ? {} : { collector }),
      ...(collectedOn === undefined ? {} : { collectedOn }),
      ...(elevated === undefined ? {} : { elevated }),
    },
    standalone,
  }
}

interface Result {
  readonly answer: Answer
  readonly diagnostics: readonly Diagnostic[]
}

function answerOf(source: ManifestSource, files: BundleFiles, sha256: (bytes: Uint8Array) => string): Result {
  const { status, message, file } = source
  // The script writes no secret into a message; a manifest made by hand may hold some.
  const said = {
    ...askedOf(source),
    status,
    ...(message === undefined ? {} : { message: scrubbed(message) }),
    values: [],
  }
  if (status !== 'ok') return { answer: said, diagnostics: [] }
  const content = contentOf(source, files, sha256)
  if ('values' in content)
    return { answer: { ...said, values: content.values, ...(file === undefined ? {} : { file }) }, diagnostics: [] }
  return takenAsFailed(source, ofFile(file, content.reason))
}

function takenAsFailed(source: ManifestSource, reason: string): Result {
  return {
    answer: { ...askedOf(source), status: 'failed', message: reason, values: [] },
    diagnostics: [
      { code: 'source', severity: 'warning', message: `${source.name} is taken as failed, because of ${reason}` },
    ],
  }
}

/** What was asked: the source, and the server or collection that it was asked about. */
function askedOf({ name, server, collection }: ManifestSource): Pick<Answer, 'name' | 'server' | 'collection'> {
  return {
    name,
    ...(server === undefined ? {} : { server }),
    ...(collection === undefined ? {} : { collection }),
  }
}

function contentOf(
  { file, sha256: expected }: ManifestSource,
  files: BundleFiles,
  sha256: (bytes: Uint8Array) => string,
): { readonly values: readonly Value[] } | { readonly reason: string } {
  if (file === undefined) return { reason: 'the manifest names no file for it' }
  if (!isPlainName(file)) return { reason: 'this is no name of a file in the bundle; collect the bundle again' }
  const found = files.read(file)
  if ('reason' in found) return found
  if (expected === undefined) return { reason: 'the manifest has no SHA-256 for it; collect the bundle again' }
  if (sha256(found.bytes) !== expected.toLowerCase())
    return { reason: 'the file is not as it was collected: it was changed or cut off; copy the bundle again' }
  const read = readExport(found.bytes)
  return 'values' in read && read.values.length === 0
    ? { reason: 'the file holds nothing, although the manifest says that there is something' }
    : read
}

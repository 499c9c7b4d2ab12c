import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleFiles } from '../../src/collector/bundle/files.ts'
import { readBundle } from '../../src/collector/bundle/read-bundle.ts'
import { type Collected, collect } from '../../src/collector/collect.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'

/** The files of a bundle in memory, by their names. */
export type Files = Readonly<Record<string, Uint8Array | string>>

/** Gives the SHA-256 of bytes in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads a folder of a bundle into memory. */
export function filesOf(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
}

/** A bundle of texts as the reader sees it. */
export function bundleOf(files: Files): BundleFiles {
  return {
    read: (name) => {
      const content = Object.hasOwn(files, name) ? files[name] : undefined
      if (content === undefined) return { reason: 'there is no such file; check the path' }
      return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
    },
  }
}

/** A bundle of one file for each source, with right hashes; a source without a text has the status that it names. */
export function aBundle(
  sources: readonly {
    name: string
    server?: string
    collection?: string
    status?: string
    message?: string
    text?: string
  }[],
  manifest: object = {},
): Record<string, string> {
  const files: Record<string, string> = {}
  const rows = sources.map(({ text, ...row }, index) => {
    if (text === undefined) return { status: 'empty', ...row }
    const file = `${String(index + 1).padStart(3, '0')}-source.clixml`
    files[file] = text
    return { status: 'ok', ...row, file, sha256: sha256(new TextEncoder().encode(text)) }
  })
  return { 'manifest.json': JSON.stringify({ bundleVersion: 1, sources: rows, ...manifest }), ...files }
}

/** Collects a bundle in memory; throws where it cannot be used at all. */
export function collected(files: Files): Collected & { readonly diagnostics: readonly Diagnostic[] } {
  const read = readBundle(bundleOf(files), sha256)
  if ('problem' in read) throw new Error(read.problem.message)
  const made = collect(read.questions)
  return { ...made, diagnostics: [...read.diagnostics, ...made.diagnostics] }
}

/** CLIXML of these elements. */
export function clixml(...elements: readonly string[]): string {
  return `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${elements.join('')}</Objs>`
}

/** CLIXML of custom objects with these properties: texts, numbers, booleans, null and lists of texts. */
export function objects(...rows: readonly Readonly<Record<string, unknown>>[]): string {
  return clixml(
    ...rows.map(
      (row) =>
        `<Obj><MS>${Object.entries(row)
          .map(([name, value]) => element(value, ` N="${name}"`))
          .join('')}</MS></Obj>`,
    ),
  )
}

function element(value: unknown, name = ''): string {
  if (value === null) return `<Nil${name} />`
  if (typeof value === 'boolean') return `<B${name}>${value}</B>`
  if (typeof value === 'number') return `<U32${name}>${value}</U32>`
  if (Array.isArray(value)) return `<Obj${name}><LST>${value.map((one) => element(one)).join('')}</LST></Obj>`
  return `<S${name}>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</S>`
}

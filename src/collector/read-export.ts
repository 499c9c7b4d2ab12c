import { readClixml } from './clixml/read-clixml.ts'
import type { Value } from './clixml/value.ts'
import { objectsOf } from './read/rows.ts'
import { scrubbed } from './scrub.ts'

/** Gives the objects of a file of `Export-Clixml`, of which there may be none, or a sentence without secrets that says why the file cannot be used. */
export function readExport(bytes: Uint8Array): { readonly values: readonly Value[] } | { readonly reason: string } {
  const read = readClixml(bytes)
  if ('problem' in read) {
    const { message, region } = read.problem
    return { reason: region === undefined ? message : `line ${region.line}, column ${region.column}: ${message}` }
  }
  // Objects beside an error are no answer: the command stopped somewhere among them.
  const [error] = read.errors
  return error === undefined
    ? { values: objectsOf(read.values) }
    : { reason: `the command wrote an error: ${scrubbed(error)}` }
}

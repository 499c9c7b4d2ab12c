import type { Diagnostic } from '../model/diagnostic.ts'
import { decode } from '../source/decode.ts'
import type { PackFiles } from './pack.ts'

/** The most bytes of a file in a pack: no rule that a person wrote comes near, and parsing takes time in proportion. */
export const largestFile = 1_000_000

/** What is said of a larger file. */
export const tooLarge = 'the file is larger than 1 MB; split it, or take out what does not belong here'

/** Gives the text of a file of a pack, or why there is none. */
export function readText(
  files: PackFiles,
  path: string,
): { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] } {
  const content = files.read(path)
  if ('reason' in content) return refused('unreadable', content.reason)
  if (content.bytes.length > largestFile) return refused('too-large', tooLarge)
  const decoded = decode(content.bytes)
  if ('text' in decoded) return decoded
  return decoded.problem.code === 'empty'
    ? refused('empty', 'the file is empty; write it, or remove it')
    : { diagnostics: [decoded.problem] }
}

function refused(code: Diagnostic['code'], message: string): { readonly diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [{ code, severity: 'error', message }] }
}

import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { ProfileDiskMove } from '../inventory.ts'
import { foldRelative } from '../paths.ts'

/** The files of the source listing that the destination listing does not hold at the same relative path, in order. */
export function missingFiles(_: Estate, move: ProfileDiskMove): readonly string[] | Unknown {
  const { sourceFiles, destinationFiles } = move
  if (!sourceFiles) return unknown(move, 'sourceFiles')
  if (!destinationFiles) return unknown(move, 'destinationFiles')
  const copied = new Set(destinationFiles.map(foldRelative))
  const missing = sourceFiles.filter((file) => !copied.has(foldRelative(file))).sort()
  const restOfCopied = restOf(destinationFiles)
  if (restOfCopied && missing.length > 0) return new Unknown(restOfCopied)
  return incomplete(missing, restOf(sourceFiles) ?? [])
}

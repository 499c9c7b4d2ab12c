import { show } from '../../model/show.ts'
import type { ManifestSource } from './manifest.ts'

/** Gives for each row why it cannot be believed, where the manifest contradicts itself about it. */
export function doubts(sources: readonly ManifestSource[]): (source: ManifestSource) => string | undefined {
  const troubled = new Set(sources.filter(({ status }) => status === 'failed').map(questionOf))
  const named = new Set<string>()
  const twice = new Set<string>()
  for (const { file } of sources) {
    const folded = file?.toLowerCase() ?? ''
    if (named.has(folded)) twice.add(folded)
    named.add(folded)
  }
  return (source) => {
    const { status, file } = source
    if (status === 'ok' && file !== undefined && twice.has(file.toLowerCase()))
      return ofFile(file, 'the manifest names this file twice, and nobody knows whose it is; collect the bundle again')
    if (status !== 'empty') return undefined
    if (file !== undefined) return 'a file, although the manifest says that there is nothing'
    return troubled.has(questionOf(source)) ? 'another row of the manifest, which says that it failed' : undefined
  }
}

/** A reason with the name of the file that it is about, where there is one. */
export function ofFile(file: string | undefined, reason: string): string {
  return file === undefined ? reason : `${show(file)}: ${reason}`
}

function questionOf({ name, server, collection }: ManifestSource): string {
  return [name, server ?? '', collection ?? ''].join('\u0000').toLowerCase()
}

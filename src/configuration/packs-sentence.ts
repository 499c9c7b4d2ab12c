import { show } from '../model/show.ts'

/** Says what `rulePacks` must be, of a value of it or in it that the schema refuses. */
export function packsSentence(tokens: readonly string[], value: unknown): string {
  if (Array.isArray(value)) return 'rulePacks is empty; name a folder, or remove it'
  return tokens.length === 1
    ? `rulePacks must be a list of folders, not ${show(value)}; write it like [./our-rules]`
    : `a pack is named by its folder, not ${show(value)}; write it like ./our-rules`
}

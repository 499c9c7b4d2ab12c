import { shortened, visible } from './visible.ts'

const longest = 80

/** Shows a value in a sentence: short, on one line, text in double quotes; of lists and objects only what they are. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${visible(shortened(value, longest))}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** Shows a value as `show` does, but a plain word without quotes. */
export function showWord(value: unknown): string {
  return typeof value === 'string' && plainWord.test(value) ? value : show(value)
}

const plainWord = /^[$\w-]{1,80}$/

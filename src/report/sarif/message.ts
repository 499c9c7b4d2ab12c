import { legible, shortened } from '../../model/visible.ts'

/** GitHub cuts texts beyond this many characters. */
const limit = 1024

/** Gives a text as SARIF wants it in a message: visible, bounded, and neither a placeholder (`{0}`) nor a link (`[text](address)`). */
export function messageText(text: string): string {
  return shortened(plain(legible(text, 255, limit)), limit)
}

/** Gives a name as a message shows it. */
export function messageName(text: string): string {
  return plain(legible(text, 255, 255))
}

/** Gives sentences as one text that ends with a full stop. */
export function sentences(...parts: readonly string[]): string {
  return parts.map((part) => (/[.!?]$/.test(part.trim()) ? part.trim() : `${part.trim()}.`)).join(' ')
}

// SARIF 2.1.0 §3.11.5 doubles literal braces, §3.11.6 puts a backslash before literal brackets. Only what would be
// read as a placeholder or a link is touched: few viewers undo either.
function plain(text: string): string {
  if (!text.includes('{') && !text.includes('](')) return text
  return text.replace(/\{(\d+)\}/g, '{{$1}}').replace(/\[(?=[^\]]*\]\()/g, '\\[')
}

import { XMLValidator } from 'fast-xml-parser'
import { again, refuse } from './problem.ts'

/** Refuses a text that is no well-formed XML from `start` on, at the place where it goes wrong. */
export function demandWellFormed(text: string, start: number): void {
  const result = XMLValidator.validate(start === 0 ? text : text.slice(start))
  if (result === true) return
  const { line, col, msg } = result.err
  refuse(offsetOf(text, start, line, col), `this is no well-formed XML (${msg.replace(/\.$/, '')}); ${again}`)
}

function offsetOf(text: string, start: number, line: number, column: number | undefined): number {
  let at = start
  for (let left = line; left > 1; left--) {
    const end = text.indexOf('\n', at)
    if (end < 0) break
    at = end + 1
  }
  return Math.min(at + Math.max((column ?? 1) - 1, 0), text.length)
}

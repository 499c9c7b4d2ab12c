import { show } from '../../model/show.ts'
import { deepestTag, largeElement, mostElements } from './limits.ts'
import { again, refuse } from './problem.ts'

/** Where the elements of a text lie, as far as that is needed to parse it in pieces. */
export interface Outline {
  /** Offset of the root's start tag. */
  readonly root: number
  /** Ends (exclusive) of the elements too large to be parsed at once, by their starts. */
  readonly large: ReadonlyMap<number, number>
}

/**
 * Walks over the tags of a text once and finds its large elements. Refuses what no CLIXML holds: document types, entities,
 * processing instructions, a second root, tags that nest too deep or do not close, too many elements.
 */
export function outline(text: string, start: number): Outline {
  const large = new Map<number, number>()
  const open: Open[] = []
  let root = -1
  let elements = 0
  for (let at = text.indexOf('<', start); at >= 0; ) {
    const end = tagEnd(text, at)
    const kind = text.charCodeAt(at + 1)
    if (kind === slash) close(at, end)
    else if (kind !== exclamation && kind !== question) begin(at, end)
    at = text.indexOf('<', end)
  }
  const unclosed = open.at(-1)
  if (unclosed) refuse(unclosed.at, `the file ends before <${word(unclosed.name)}> is closed: it was cut off; ${again}`)
  if (root < 0) refuse(start, `this is no CLIXML: it has no <Objs>; give a file that Export-Clixml wrote`)
  return { root, large }

  function begin(at: number, end: number): void {
    if (open.length === 0) {
      if (root >= 0) refuse(at, `a second root follows the first; CLIXML has one <Objs>: ${again}`)
      root = at
    }
    if (++elements > mostElements)
      refuse(at, `the file has more than ${mostElements} elements; export less at once`, 'too-large')
    if (text.charCodeAt(end - 2) === slash) return
    if (open.length >= deepestTag)
      refuse(at, `elements nest deeper than ${deepestTag} levels here; no export does: ${again}`, 'too-deep')
    open.push({ at, name: nameAt(text, at + 1) })
  }

  function close(at: number, end: number): void {
    const name = nameAt(text, at + 2)
    const last = open.pop()
    if (last?.name !== name)
      refuse(at, `</${word(name)}> closes nothing that is open here: the file is damaged; ${again}`)
    if (end - last.at > largeElement) large.set(last.at, end)
  }
}

interface Open {
  readonly at: number
  readonly name: string
}

/** The offset behind a tag, a comment or a CDATA section that starts at an offset. */
export function tagEnd(text: string, at: number): number {
  const kind = text.charCodeAt(at + 1)
  if (kind === exclamation) {
    if (text.startsWith('<!--', at)) return endOf(text, at, '-->', at + 4)
    if (text.startsWith('<![CDATA[', at)) return endOf(text, at, ']]>', at + 9)
    refuse(at, 'a document type or entity stands here; CLIXML has none, and none is read: remove it')
  }
  if (kind === question) {
    if (!/^<\?xml\s/.test(text.slice(at, at + 6)))
      refuse(at, `a processing instruction stands here; CLIXML has none: ${again}`)
    return endOf(text, at, '?>', at)
  }
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next)
    if (code === greater) return next + 1
    if (code === less) break
    if (code === doubleQuote || code === singleQuote) {
      next = text.indexOf(text.charAt(next), next + 1)
      if (next < 0) break
    }
  }
  return refuse(at, `a tag is not closed here: the file was cut off or damaged; ${again}`)
}

function endOf(text: string, at: number, closing: string, from: number): number {
  const end = text.indexOf(closing, from)
  return end < 0 ? refuse(at, `the file ends inside what begins here: it was cut off; ${again}`) : end + closing.length
}

function nameAt(text: string, start: number): string {
  let end = start
  while (end < text.length && !' \t\r\n/>'.includes(text.charAt(end))) end++
  return text.slice(start, end)
}

function word(name: string): string {
  return /^[\w.:-]{1,40}$/.test(name) ? name : show(name)
}

const exclamation = 33
const doubleQuote = 34
const singleQuote = 39
const slash = 47
const less = 60
const greater = 62
const question = 63

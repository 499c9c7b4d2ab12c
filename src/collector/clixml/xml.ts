import { XMLParser } from 'fast-xml-parser'
import { decoded } from './entities.ts'
import { deepestTag, largeElement } from './limits.ts'
import { type Outline, outline, tagEnd } from './outline.ts'
import { again, refuse } from './problem.ts'
import { demandWellFormed } from './well-formed.ts'

/** An element of an XML text. Children of a large element are parsed while they are walked over, and only once. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text directly inside, with entities decoded. */
  readonly text: string
  readonly children: Iterable<XmlElement>
  /** Offset of its start tag in the text. */
  readonly at: number
}

/** Gives the root element of a text that begins at `start`; throws `Unreadable` where the text is no well-formed XML. */
export function parseXml(text: string, start: number): XmlElement {
  const found = outline(text, start)
  demandWellFormed(text, start)
  return elementAt(text, found.root, found)
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities are decoded strictly afterwards: the package drops those that it does not know.
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  captureMetaData: true,
  maxNestedTags: deepestTag,
  jPath: false,
})

const metadata = XMLParser.getMetaDataSymbol() as unknown as symbol

type Node = Readonly<Record<string | symbol, unknown>>

function elementAt(text: string, at: number, { large }: Outline): XmlElement {
  const end = large.get(at)
  if (end === undefined)
    return parsePiece(text, at, smallEnd(text, at))[0] ?? refuse(at, `this is no element; ${again}`)
  const inside = tagEnd(text, at)
  const [shell] = parsePiece(`${text.slice(at, inside - 1)}/>`, 0, inside - at + 1)
  if (!shell) return refuse(at, `this is no element; ${again}`)
  return { ...shell, at, text: '', children: piecewise(text, inside, end, { root: at, large }) }
}

/** The children of a large element, parsed in pieces of moderate size. */
function* piecewise(text: string, inside: number, end: number, found: Outline): Generator<XmlElement> {
  let pieceStart = inside
  for (let next = text.indexOf('<', inside); next >= 0 && next < end; next = text.indexOf('<', next)) {
    const largeEnd = found.large.get(next)
    const isClosing = text.charAt(next + 1) === '/'
    if (largeEnd !== undefined || isClosing || next - pieceStart > largeElement) {
      yield* parsePiece(text, pieceStart, next)
      pieceStart = next
    }
    if (isClosing) return
    if (largeEnd === undefined) {
      next = smallEnd(text, next)
    } else {
      yield elementAt(text, next, found)
      next = largeEnd
      pieceStart = next
    }
  }
}

/** The offset behind a small element, or behind a comment. The outline has found that all tags close. */
function smallEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; ; at = text.indexOf('<', at)) {
    if (at < 0) return text.length
    const end = tagEnd(text, at)
    const kind = text.charAt(at + 1)
    if (kind === '/') depth--
    else if (kind !== '!' && kind !== '?' && text.charAt(end - 2) !== '/') depth++
    at = end
    if (depth <= 0) return at
  }
}

// The package drops text that stands outside of all elements; inside a wrapper it does not.
const wrapper = '<piece>'

function parsePiece(text: string, start: number, end: number): readonly XmlElement[] {
  const nodes = parser.parse(`${wrapper}${text.slice(start, end)}</piece>`) as readonly Node[]
  const piece = (nodes[0]?.piece ?? []) as readonly Node[]
  if (/\S/.test(textOf(piece, start))) refuse(start, `text stands between elements here: the file is damaged; ${again}`)
  return childrenOf(piece, start - wrapper.length)
}

function childrenOf(nodes: readonly Node[], offset: number): readonly XmlElement[] {
  const elements: XmlElement[] = []
  for (const node of nodes) {
    const name = nameOf(node)
    if (name === '#text' || name === '#cdata') continue
    elements.push(elementOf(node, name, offset))
  }
  return elements
}

function elementOf(node: Node, name: string, offset: number): XmlElement {
  const inner = node[name] as readonly Node[]
  const at = offset + ((node[metadata] as { readonly startIndex: number } | undefined)?.startIndex ?? 0)
  return {
    name,
    attributes: attributesOf(node[':@'] as Readonly<Record<string, string>> | undefined, at),
    text: textOf(inner, at),
    children: { [Symbol.iterator]: () => childrenOf(inner, offset)[Symbol.iterator]() },
    at,
  }
}

function nameOf(node: Node): string {
  for (const key in node) if (key !== ':@') return key
  return '#text'
}

const noAttributes: Readonly<Record<string, string>> = {}

function attributesOf(
  written: Readonly<Record<string, string>> | undefined,
  at: number,
): Readonly<Record<string, string>> {
  if (!written) return noAttributes
  const attributes: Record<string, string> = Object.create(null)
  for (const key in written) attributes[key] = decoded(written[key] ?? '', at)
  return attributes
}

function textOf(nodes: readonly Node[], at: number): string {
  let text = ''
  for (const node of nodes) {
    if ('#text' in node) text += decoded(String(node['#text']), at)
    else if ('#cdata' in node)
      text += (node['#cdata'] as readonly Node[]).map((inner) => String(inner['#text'] ?? '')).join('')
  }
  return text
}

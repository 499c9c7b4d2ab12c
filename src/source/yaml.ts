import { Composer, type Document, isMap, isScalar, isSeq, type Node, Parser } from 'yaml'
import type { Diagnostic } from '../model/diagnostic.ts'
import { parsePointer } from '../model/pointer.ts'
import type { Region } from '../model/region.ts'
import { regionOf } from './regions.ts'
import { tooDeep } from './too-deep.ts'
import { tooDeepAt } from './yaml-depth.ts'
import { yamlProblems } from './yaml-problems.ts'

/** A YAML document as plain data. */
interface ParsedYaml {
  /** Absent where there are diagnostics; all of them are errors. */
  readonly value?: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** Gives the place of the value at a JSON pointer; undefined where it leads nowhere. */
  readonly locate: (pointer: string) => Region | undefined
  /** Gives the place of the property's name; undefined where the pointer leads to none. */
  readonly locateKey: (pointer: string) => Region | undefined
}

/** Parses YAML 1.2, core schema, one document; aliases, merge keys, tags and whatever yaml warns of are errors. */
export function parseYaml(text: string): ParsedYaml {
  const tokens = [...new Parser().parse(text)]
  const deep = tooDeepAt(tokens)
  if (deep !== undefined) {
    const nowhere = () => undefined
    return { diagnostics: [tooDeep(text, deep)], locate: nowhere, locateKey: nowhere }
  }
  // Keys are compared by yaml-problems.ts: the library's own check takes quadratic time.
  const options = {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
  } as const
  const documents = [...new Composer(options).compose(tokens, true, text.length)]
  const [document] = documents
  const contents = document?.contents ?? null
  const locate = (pointer: string) => regionOfNode(text, nodeAt(contents, parsePointer(pointer)))
  const locateKey = (pointer: string) => regionOfNode(text, keyAt(contents, parsePointer(pointer)))
  const problems = yamlProblems(documents)
  if (problems.length > 0) {
    const diagnostics = problems.map(({ code, message, ...span }) => {
      return { code, severity: 'error', message, region: regionOf(text, span) } as const
    })
    return { diagnostics, locate, locateKey }
  }
  if (!document || isEmpty(document)) {
    const message = 'the file is empty; write the document, or give another file'
    return { diagnostics: [{ code: 'empty', severity: 'error', message }], locate, locateKey }
  }
  return { value: document.toJS({ maxAliasCount: 0 }), diagnostics: [], locate, locateKey }
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '')
}

function nodeAt(contents: Node | null, tokens: readonly string[] = ['']): unknown {
  let node: unknown = contents
  for (const token of tokens) {
    if (isSeq(node)) node = /^(?:0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined
    else if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && String(key.value) === token)?.value
    else return undefined
  }
  return node
}

function keyAt(contents: Node | null, tokens: readonly string[] = ['']): unknown {
  const holder = nodeAt(contents, tokens.slice(0, -1))
  if (!isMap(holder)) return undefined
  return holder.items.find(({ key }) => isScalar(key) && String(key.value) === tokens.at(-1))?.key
}

function regionOfNode(text: string, node: unknown): Region | undefined {
  const [start, end] = (node as Node | null | undefined)?.range ?? []
  if (start === undefined || end === undefined) return undefined
  // The library counts the line end behind a block as part of it.
  return regionOf(text, { start, end: start + text.slice(start, end).trimEnd().length })
}

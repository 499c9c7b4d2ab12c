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
  /** Gives the place of the name of the property that a JSON pointer ends with; undefined where it ends with none. */
  readonly locateName: (pointer: string) => Region | undefined
}

/** Parses YAML 1.2, core schema, one document; aliases, merge keys, custom tags and whatever yaml warns of are errors. */
export function parseYaml(text: string): ParsedYaml {
  const tokens = [...new Parser().parse(text)]
  const deep = tooDeepAt(tokens)
  if (deep !== undefined)
    return { diagnostics: [tooDeep(text, deep)], locate: () => undefined, locateName: () => undefined }
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
  const locate = (pointer: string) => regionAt(text, document?.contents ?? null, pointer)
  const locateName = (pointer: string) => regionAt(text, document?.contents ?? null, pointer, true)
  const problems = yamlProblems(documents)
  if (problems.length > 0) {
    const diagnostics = problems.map(({ code, message, ...span }) => {
      return { code, severity: 'error', message, region: regionOf(text, span) } as const
    })
    return { diagnostics, locate, locateName }
  }
  if (!document || isEmpty(document)) {
    const message = 'the file is empty; write the document, or give another file'
    return { diagnostics: [{ code: 'empty', severity: 'error', message }], locate, locateName }
  }
  return { value: document.toJS({ maxAliasCount: 0 }), diagnostics: [], locate, locateName }
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '')
}

function regionAt(text: string, contents: Node | null, pointer: string, isName = false): Region | undefined {
  let node: unknown = contents
  const tokens = parsePointer(pointer) ?? ['']
  for (const [index, token] of tokens.entries()) {
    if (isSeq(node)) node = /^(?:0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token)
      node = isName && index === tokens.length - 1 ? pair?.key : pair?.value
    } else return undefined
  }
  const [start, end] = (node as Node | null | undefined)?.range ?? []
  if (start === undefined || end === undefined) return undefined
  // The library counts the line end behind a block as part of it.
  return regionOf(text, { start, end: start + text.slice(start, end).trimEnd().length })
}

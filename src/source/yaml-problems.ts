import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { DiagnosticCode } from '../model/diagnostic.ts'
import { show, showWord } from '../model/show.ts'
import type { Span } from './regions.ts'

/** What is wrong at one place of a YAML text. */
interface YamlProblem extends Span {
  readonly code: DiagnosticCode
  readonly message: string
}

/** Finds everything in the documents of one text that this tool refuses, in the order of the text. */
export function yamlProblems(documents: readonly Document[]): readonly YamlProblem[] {
  const [document, second] = documents
  if (!document) return []
  const problems = [
    ...[...document.errors, ...document.warnings].map(fromLibrary),
    ...(document.contents ? nodeProblems(document.contents) : []),
  ]
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    problems.push(problem({ start: 0, end: 1 }, 'a %YAML directive asks for another version than 1.2; remove it'))
  }
  if (second?.range) {
    const [start] = second.range
    problems.push(problem({ start, end: start + 1 }, 'a second document begins here; put it into a file of its own'))
  }
  return problems.toSorted((one, other) => one.start - other.start)
}

function problem(span: Span, message: string, code: DiagnosticCode = 'yaml'): YamlProblem {
  return { ...span, message, code }
}

const noTags = 'tags are not read here; put text that begins with ! in quotes'

function fromLibrary({ code, message, pos: [start, end] }: YAMLError): YamlProblem {
  if (code === 'TAG_RESOLVE_FAILED') return problem({ start, end }, noTags)
  return problem({ start, end }, `${message.replace(/[.:]?$/, '')}; correct the YAML here`)
}

function nodeProblems(node: unknown): readonly YamlProblem[] {
  if (isAlias(node))
    return [problem(spanOf(node), `the alias *${show(node.source).slice(1, -1)} is not read here; write its value out`)]
  if (isTagged(node)) return [problem(spanOf(node), noTags)]
  if (!isCollection(node)) return []
  const inside = node.items.flatMap((item) => nodeProblems(isPair(item) ? item.value : item))
  return isMap(node) ? [...keyProblems(node), ...inside] : inside
}

// The library reads these without a warning; of all others it tells itself.
const readByLibrary =
  /^(?:!|tag:yaml\.org,2002:(?:binary|bool|float|int|map|merge|null|omap|pairs|seq|set|str|timestamp))$/

function isTagged(node: unknown): boolean {
  return (isScalar(node) || isCollection(node)) && node.tag !== undefined && readByLibrary.test(node.tag)
}

function keyProblems({ items }: YAMLMap): readonly YamlProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    const span = spanOf(key)
    if (isTagged(key)) return [problem(span, noTags)]
    if (!isScalar(key) || key.value === null)
      return [problem(span, 'a property name is plain text; write one, in quotes where it begins with a sign')]
    const name = String(key.value)
    if (name === '<<' && key.type === 'PLAIN')
      return [problem(span, 'merge keys (<<) are not read here; write the properties out')]
    if (seen.has(name))
      return [problem(span, `the property ${showWord(name)} stands twice here; remove one of them`, 'duplicate-key')]
    seen.add(name)
    return []
  })
}

function spanOf(node: unknown): Span {
  const [start = 0, end = start + 1] = (node as Node | null)?.range ?? []
  return { start, end }
}

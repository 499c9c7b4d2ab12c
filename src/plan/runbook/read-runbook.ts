import type { Diagnostic } from '../../model/diagnostic.ts'
import { nearest } from '../../model/nearest.ts'
import { formatPointer } from '../../model/pointer.ts'
import type { Region } from '../../model/region.ts'
import { show, showWord } from '../../model/show.ts'
import { decode } from '../../source/decode.ts'
import { parseYaml } from '../../source/yaml.ts'
import { fromText } from '../from-text.ts'
import type { Operation } from '../operation.ts'

/** A step of a runbook, with its places in the text: the whole step, and each value by its JSON pointer within the step. */
export interface RunbookStep {
  readonly operation: Operation
  readonly region: Region
  readonly placeOf: (pointer: string) => Region
}

/** A runbook as a file holds it. */
export interface Runbook {
  readonly text: string
  readonly steps: readonly RunbookStep[]
  /** The place of the list of steps. */
  readonly region: Region
}

/** Reads a runbook from YAML or JSON; gives everything that is wrong with it where it is none. Never throws. */
export function readRunbook(bytes: Uint8Array): Runbook | { readonly diagnostics: readonly Diagnostic[] } {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { diagnostics: [forRunbooks(decoded.problem)] }
  const { text } = decoded
  const { value, diagnostics, locate, locateKey } = parseYaml(text)
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map(forRunbooks) }
  const placeOf = (pointer: string) => locate(pointer) ?? locateKey(pointer) ?? locate('') ?? start
  const wrong = (message: string, region: Region) => ({ diagnostics: [schemaError(message, region)] })
  if (!isObject(value)) return wrong(`a runbook holds ${example}, not ${show(value)}`, placeOf(''))
  const [surplus] = Object.keys(value).filter((key) => key !== 'steps')
  if (surplus !== undefined) return wrong(unknownKey(surplus), locateKey(formatPointer([surplus])) ?? start)
  const { steps } = value
  if (!Array.isArray(steps)) {
    const sentence = steps === undefined ? 'the runbook has no steps' : `steps must be a list, not ${show(steps)}`
    return wrong(`${sentence}; write ${example}, or \`steps: []\` where there are none`, placeOf('/steps'))
  }
  const read = steps.map((step: unknown, index) => {
    const found = fromText(step)
    const at = `/steps/${index}`
    if ('operation' in found)
      return { operation: found.operation, region: placeOf(at), placeOf: (way: string) => placeOf(at + way) }
    return found.problems.map(({ message, pointer, atName }) =>
      schemaError(message, (atName ? locateKey(at + pointer) : undefined) ?? placeOf(at + pointer)),
    )
  })
  const problems = read.flatMap((one) => ('operation' in one ? [] : one))
  if (problems.length > 0) return { diagnostics: problems }
  return { text, steps: read.flatMap((one) => ('operation' in one ? [one] : [])), region: placeOf('/steps') }
}

const example = '`steps:` with one operation a line, such as `- drain: { host: RDSH01 }`'
const start: Region = { line: 1, column: 1, endLine: 1, endColumn: 2 }

function unknownKey(key: string): string {
  const advice = nearest(key, ['steps']) === undefined ? 'a runbook holds steps only; remove it' : 'did you mean steps?'
  return `a runbook has no ${showWord(key)}; ${advice}`
}

function schemaError(message: string, region: Region): Diagnostic {
  return { code: 'schema', severity: 'error', message, region }
}

function forRunbooks(problem: Diagnostic): Diagnostic {
  return problem.code === 'empty'
    ? { ...problem, message: `the file is empty; write ${example}, or \`steps: []\` where there are none` }
    : problem
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

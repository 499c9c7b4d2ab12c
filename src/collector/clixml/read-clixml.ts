import type { Diagnostic } from '../../model/diagnostic.ts'
import { decode } from '../../source/decode.ts'
import { regionOf } from '../../source/regions.ts'
import { objectReader } from './objects.ts'
import { again, refuse, Unreadable } from './problem.ts'
import { isThing, type Value } from './value.ts'
import { parseXml } from './xml.ts'

/** What a CLIXML file holds, or why it cannot be read. */
export type Clixml =
  | {
      /** The objects that were exported, in their order: none where nothing was. */
      readonly values: readonly Value[]
      /** What the command wrote to its error stream, where the file holds streams. */
      readonly errors: readonly string[]
    }
  | { readonly problem: Diagnostic }

/** Reads a file of `Export-Clixml`, UTF-16 or UTF-8. Never throws and never gives a part: a damaged file is a problem with its place. */
export function readClixml(bytes: Uint8Array): Clixml {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { problem: worded(decoded.problem) }
  const { text } = decoded
  try {
    return readText(text)
  } catch (error) {
    const problem = problemOf(error)
    if (problem === undefined) throw error
    const { code, message, at } = problem
    return { problem: { code, severity: 'error', message, region: regionOf(text, { start: at, end: at + 1 }) } }
  }
}

const namespace = 'http://schemas.microsoft.com/powershell/2004/04'
// What PowerShell puts before CLIXML on its output streams.
const streamMark = /^\uFEFF?#< CLIXML\r?\n/

function readText(text: string): Clixml {
  const root = parseXml(text, streamMark.exec(text)?.[0].length ?? 0)
  if (root.name !== 'Objs' || root.attributes.xmlns !== namespace)
    refuse(
      root.at,
      'this is XML, but no CLIXML: its root is not the <Objs> of PowerShell; give a file that Export-Clixml wrote',
    )
  if (/\S/.test(root.text)) refuse(root.at, `text stands between elements here: the file is damaged; ${again}`)
  const values: Value[] = []
  const errors: string[] = []
  const reader = objectReader()
  for (const element of root.children) {
    const value = reader.read(element)
    const stream = element.attributes.S?.toLowerCase() ?? 'output'
    if (stream === 'output') values.push(value)
    else if (stream === 'error') errors.push(errorText(value))
  }
  return { values, errors }
}

function errorText(value: Value): string {
  if (typeof value === 'string') return value
  return (isThing(value) ? value.text : undefined) ?? 'it does not say which'
}

function worded(problem: Diagnostic): Diagnostic {
  return problem.code === 'empty' ? { ...problem, message: `the file is empty; ${again}` } : problem
}

function problemOf(error: unknown) {
  if (error instanceof Unreadable) return error.problem
  // The package throws plain errors on what its validator lets through.
  if (error instanceof Error && error.constructor === Error)
    return { code: 'clixml', message: `this is no well-formed XML; ${again}`, at: 0 } as const
  return undefined
}

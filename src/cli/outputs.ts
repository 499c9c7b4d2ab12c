import { nearest } from '../model/nearest.ts'
import { type FormatName, formats } from '../report/index.ts'
import type { Host } from './host.ts'
import { isSameFile, outputProblem } from './output-problem.ts'
import { shown } from './parse-arguments.ts'

/** A report that is to be written: into a file, or where none is named to standard output. */
export interface Output {
  readonly format: FormatName
  readonly file?: string
}

/** The reports of a run, or what is wrong with those that were asked for. */
type Outputs = { readonly outputs: readonly Output[] } | { readonly misuse: string }

/** The formats by their names. */
// The table names its own keys.
export const formatNames = Object.keys(formats) as readonly FormatName[]

/** Says what is wrong with a value of `--format`: `FORMAT`, or `FORMAT=FILE`; undefined where nothing is. */
export function formatProblem(value: string): string | undefined {
  const { name, file } = parts(value)
  if (formatOf(name) !== undefined)
    return file === '' ? 'names no file; write one behind the =, or leave out the =' : undefined
  const near = nearest(name, formatNames)
  return near === undefined
    ? `is no format; choose one of ${formatNames.join(', ')}`
    : `is no format; did you mean ${near}?`
}

/** The formats that `--format`, checked before, asks for, as often as it does; `pretty` where it names none. */
export function askedFormats(asked: readonly string[] = ['pretty']): readonly FormatName[] {
  return asked.map((value) => formatOf(parts(value).name) ?? 'pretty')
}

/** Gives the reports that `--format`, checked before, and `--output` ask for; `pretty` where no format is named. */
export function outputsOf(
  asked: readonly string[] | undefined,
  output: string | undefined,
  host: Host,
  inputs: readonly string[],
): Outputs {
  const wanted = (asked ?? ['pretty']).map((value): Output => {
    const { name, file } = parts(value)
    return { format: formatOf(name) ?? 'pretty', ...(file === undefined ? {} : { file }) }
  })
  const [first, second] = wanted.filter(({ file }) => file === undefined)
  if (first && second) {
    const where = output === undefined ? 'standard output' : '--output'
    return { misuse: `only one report can go to ${where}; name a file for the others: --format ${second.format}=FILE` }
  }
  if (output !== undefined && first === undefined)
    return {
      misuse: `every format names its file, so that nothing is left for --output ${shown(output)}; leave it out`,
    }
  const files = wanted.flatMap(({ format, file = output }) => {
    if (file === undefined) return []
    return [{ file, option: file === output ? '--output' : `--format ${format}=` }]
  })
  const misuse = filesProblem(files, host, inputs)
  if (misuse !== undefined) return { misuse }
  return { outputs: wanted.map((one) => (one === first && output !== undefined ? { ...one, file: output } : one)) }
}

function filesProblem(
  files: readonly { readonly file: string; readonly option: string }[],
  host: Host,
  inputs: readonly string[],
): string | undefined {
  for (const [index, { file, option }] of files.entries()) {
    const problem = outputProblem(host, file, inputs, option)
    if (problem !== undefined) return problem
    if (files.slice(0, index).some((earlier) => isSameFile(host, earlier.file, file)))
      return `two reports would be written to ${shown(file)}; choose another name for one`
  }
  return undefined
}

function parts(value: string): { readonly name: string; readonly file?: string } {
  const at = value.indexOf('=')
  return at < 0 ? { name: value } : { name: value.slice(0, at), file: value.slice(at + 1) }
}

function formatOf(name: string): FormatName | undefined {
  return formatNames.find((one) => one === name.toLowerCase())
}

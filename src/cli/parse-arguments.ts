import { parseArgs } from 'node:util'
import { nearest } from '../model/nearest.ts'
import { legible } from '../model/visible.ts'
import type { Option, OptionTable, OptionValues, ValueOption } from './option.ts'

/** The arguments of a command, taken apart and checked. */
export interface Arguments<Table extends OptionTable> {
  readonly values: OptionValues<Table>
  readonly operands: readonly string[]
}

/** What is wrong with a command line, and what to do. */
interface Misuse {
  readonly misuse: string
}

/** Gives the options and operands of a command line, or the first thing that is wrong with it. */
export function parseArguments<const Table extends OptionTable>(
  table: Table,
  args: readonly string[],
): Arguments<Table> | Misuse {
  const { tokens } = parseArgs({ args: [...args], options: forNode(table), strict: false, tokens: true })
  const values = new Map<string, true | string | readonly string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      operands.push(token.value)
      continue
    }
    const written = args[token.index] ?? token.rawName
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (option === undefined || isRunTogether(written)) return { misuse: unknownOption(written, table) }
    if (option.kind === 'flag') {
      if (token.value !== undefined)
        return { misuse: `${token.rawName} takes no value; leave out ${shown(token.value)}` }
      values.set(token.name, true)
      continue
    }
    const value = token.value
    if (value === undefined || value === '' || (!token.inlineValue && /^-./.test(value))) {
      return { misuse: `${token.rawName} needs a value; write --${token.name} ${option.placeholder}` }
    }
    const checked = checkedValue(token.name, option, value)
    if (typeof checked === 'object') return checked
    const earlier = values.get(token.name)
    if (option.kind === 'single' && earlier !== undefined)
      return { misuse: oneTooMany(token.name, String(earlier), checked) }
    values.set(token.name, option.kind === 'list' ? [...asList(values.get(token.name)), checked] : checked)
  }
  // Each value was stored under the kind and the choices that the table gives it.
  return { values: Object.fromEntries(values) as OptionValues<Table>, operands }
}

/** Names what a word should have been: `; did you mean …?`, or the advice where nothing is near. */
export function suggestion(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates)
  return near === undefined ? `; ${otherwise}` : `; did you mean ${near}?`
}

/** A word of the command line, fit to be shown. */
export function shown(word: string): string {
  return legible(word, 80, 80)
}

// `-format` would be read as `-f ormat`: a slip, never meant.
function isRunTogether(written: string): boolean {
  return /^-[^-]./.test(written)
}

function checkedValue(name: string, option: ValueOption, value: string): string | Misuse {
  if (option.choices !== undefined) {
    const choice = option.choices.find((one) => one.toLowerCase() === value.toLowerCase())
    if (choice !== undefined) return choice
    const problem = option.check?.(value)
    if (problem !== undefined) return { misuse: `--${name} ${shown(value)} ${problem}` }
    const advice = suggestion(value, option.choices, 'choose one of them')
    return { misuse: `--${name} must be one of ${option.choices.join(', ')}, not ${shown(value)}${advice}` }
  }
  const problem = option.check?.(value)
  return problem === undefined ? value : { misuse: `--${name} ${shown(value)} ${problem}` }
}

// A file that is named and never read would pass for one that was.
function oneTooMany(name: string, one: string, other: string): string {
  return `--${name} takes one file, not ${shown(one)} and ${shown(other)}; leave one out`
}

function unknownOption(written: string, table: OptionTable): string {
  const word = written.replace(/=.*$/s, '')
  const names = Object.keys(table).map((name) => `--${name}`)
  const initial = word.length === 2 ? names.filter((name) => name[2] === word[1]?.toLowerCase()) : []
  const advice =
    initial.length > 0
      ? `; did you mean ${initial.join(' or ')}?`
      : suggestion(`--${word.replace(/^-+/, '').toLowerCase()}`, names, 'rds-lint --help lists the options')
  return `unknown option ${shown(word)}${advice}`
}

function asList(value: true | string | readonly string[] | undefined): readonly string[] {
  return Array.isArray(value) ? value : []
}

function forNode(table: OptionTable) {
  return Object.fromEntries(Object.entries(table).map(([name, option]) => [name, forNodeOne(option)]))
}

function forNodeOne(option: Option) {
  const type = option.kind === 'flag' ? ('boolean' as const) : ('string' as const)
  return option.short === undefined ? { type } : { type, short: option.short }
}

import { ruleIds } from '../../lint.ts'
import { formats } from '../../report/index.ts'
import { collectOptions } from '../commands/collect.ts'
import { explainOptions } from '../commands/explain.ts'
import { initOptions } from '../commands/init.ts'
import { newOptions } from '../commands/new.ts'
import { pathsOptions } from '../commands/paths.ts'
import { rulesOptions } from '../commands/rules.ts'
import { schemaNames } from '../commands/schema.ts'
import { testOptions } from '../commands/test.ts'
import type { CommandName } from '../commands.ts'
import { compareOptions } from '../compare-options.ts'
import { lintOptions } from '../lint-options.ts'
import { commonOptions, type Option, type OptionTable } from '../option.ts'
import { planOptions } from '../plan-options.ts'

/** What may stand at a place of a command line: some words, a file, a folder, or whatever the user thinks of. */
export type Candidates = readonly string[] | 'files' | 'folders' | 'anything'

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: CommandName
  readonly operands: Candidates
  readonly options: readonly CompletedOption[]
}

/** An option as a shell completes it. */
export interface CompletedOption {
  readonly name: string
  readonly short?: string
  readonly help: string
  /** What its value may be; absent where it takes none. */
  readonly value?: Candidates
}

/** The shells that complete. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

/** Every command with its options, from the tables that the commands are parsed by; `lint`, which needs no name, comes first. */
export function completionTable(): readonly [CompletedCommand, ...CompletedCommand[]] {
  const [lint, ...others] = Object.entries(operands).map(([name, operand]) => ({
    // The table names every command.
    name: name as CommandName,
    operands: operand,
    options: Object.entries(tables[name as CommandName]).map(([option, told]) => completed(option, told)),
  }))
  if (lint === undefined) throw new Error('there is no command')
  return [lint, ...others]
}

const tables: Readonly<Record<CommandName, OptionTable>> = {
  lint: lintOptions,
  collect: collectOptions,
  init: initOptions,
  plan: planOptions,
  compare: compareOptions,
  rules: rulesOptions,
  explain: explainOptions,
  paths: pathsOptions,
  schema: commonOptions,
  test: testOptions,
  new: newOptions,
  completion: commonOptions,
}

const operands: Readonly<Record<CommandName, Candidates>> = {
  lint: 'files',
  collect: 'files',
  init: 'files',
  plan: 'files',
  compare: 'files',
  rules: 'anything',
  explain: ruleIds,
  paths: 'anything',
  schema: schemaNames,
  test: 'folders',
  new: ['rule'],
  completion: shells,
}

function completed(name: string, option: Option): CompletedOption {
  return {
    name,
    ...(option.short === undefined ? {} : { short: option.short }),
    help: option.help,
    ...(option.kind === 'flag' ? {} : { value: option.choices ?? ofPlaceholder(option.placeholder) }),
  }
}

function ofPlaceholder(placeholder: string): Candidates {
  if (placeholder === 'FILE') return 'files'
  if (placeholder === 'FOLDER') return 'folders'
  if (placeholder === 'ID') return ruleIds
  return placeholder.startsWith('FORMAT') ? Object.keys(formats) : 'anything'
}

import { type PlanFormatName, planFormats } from '../report/plan/index.ts'
import { lintOptions } from './lint-options.ts'
import { migrationOptions } from './migration-options.ts'
import { commonOptions, type OptionTable } from './option.ts'
import { colourOption } from './terminal.ts'

// The table names its own keys.
const formatNames: readonly (PlanFormatName | 'sarif')[] = [...(Object.keys(planFormats) as PlanFormatName[]), 'sarif']

/** The options of `rds-lint plan`. */
export const planOptions = {
  ...migrationOptions,
  before: {
    kind: 'single',
    placeholder: 'FILE',
    help: 'inventory or bundle from before the move, of a deployment that is half way',
  },
  simulate: { kind: 'flag', help: 'lint the state that each step leaves, and the last one as after the move' },
  check: {
    kind: 'single',
    placeholder: 'RUNBOOK',
    help: 'judge a runbook of your own (YAML) instead of writing the plan',
  },
  migration: lintOptions.migration,
  'as-of': lintOptions['as-of'],
  format: {
    kind: 'value',
    short: 'f',
    placeholder: 'FORMAT',
    choices: formatNames,
    help: `${Object.keys(planFormats).join(', ')}; with --check pretty, json, sarif; default pretty`,
  },
  output: {
    kind: 'value',
    short: 'o',
    placeholder: 'FILE',
    help: 'write the plan to a file instead of standard output',
  },
  quiet: { kind: 'flag', short: 'q', help: 'show the steps without commands' },
  verbose: {
    kind: 'flag',
    help: 'show estimates and sources of each step too, and advice on the states of --simulate',
  },
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable

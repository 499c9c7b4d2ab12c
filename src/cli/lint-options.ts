import { isDay } from '../model/instant.ts'
import { severities } from '../model/severity.ts'
import { supportedTargets } from '../model/targets.ts'
import { migrationOptions } from './migration-options.ts'
import { commonOptions, type OptionTable } from './option.ts'
import { formatNames, formatProblem } from './outputs.ts'
import { settingsOptions } from './settings-options.ts'
import { colourOption } from './terminal.ts'

/** The options of `rds-lint [FILE…]`. */
export const lintOptions = {
  ...migrationOptions,
  target: {
    ...migrationOptions.target,
    choices: [...supportedTargets, 'all'],
    help: "release to migrate to, or all to compare them; default: the inventory's migration.target",
  },
  migration: { kind: 'single', placeholder: 'FILE', help: "the planner's section for bundles, YAML or JSON" },
  'as-of': { kind: 'value', placeholder: 'DATE', check: dayProblem, help: 'day of the run, YYYY-MM-DD; default today' },
  rule: { kind: 'list', placeholder: 'ID', help: 'judge by this rule only; may be repeated' },
  'fail-on': {
    kind: 'value',
    placeholder: 'SEVERITY',
    choices: severities,
    help: 'severity that blocks: error, warning or info; default error',
  },
  'allow-undecided': { kind: 'flag', help: 'exit with 0 where nothing blocks, even if rules could not be decided' },
  ...settingsOptions,
  format: {
    kind: 'list',
    short: 'f',
    placeholder: 'FORMAT[=FILE]',
    check: formatProblem,
    help: `${formatNames.join(', ')}; default pretty; may be repeated, with a file for all but one`,
  },
  output: {
    kind: 'value',
    short: 'o',
    placeholder: 'FILE',
    help: 'write the report that names no file of its own here instead of to standard output',
  },
  quiet: { kind: 'flag', short: 'q', help: 'show the verdict and errors only' },
  verbose: { kind: 'flag', help: 'show reasons, addresses of sources and the outcome of each rule too' },
  ...colourOption,
  watch: { kind: 'flag', help: 'on a terminal: judge again whenever a file that was read changes' },
  'stdin-filename': { kind: 'value', placeholder: 'NAME', help: 'what to call standard input in the report' },
  version: { kind: 'flag', short: 'V', help: 'show the version' },
  ...commonOptions,
} as const satisfies OptionTable

function dayProblem(value: string): string | undefined {
  return isDay(value) ? undefined : 'is no day of the calendar; write it as YYYY-MM-DD'
}

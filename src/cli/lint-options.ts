import { timestampOf } from '../model/instant.ts'
import type { Method, Phase, Release, Severity } from '../model/report.ts'
import { commonOptions, type OptionTable } from './option.ts'
import { colourChoices } from './terminal.ts'

export const formats = ['pretty', 'json', 'sarif'] as const
export type Format = (typeof formats)[number]

const releases = ['2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const satisfies readonly Release[]
const methods = ['migrate', 'in-place'] as const satisfies readonly Method[]
const phases = ['before', 'during', 'after'] as const satisfies readonly Phase[]
const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** The options that say which migration is meant. */
export const migrationOptions = {
  target: {
    kind: 'value',
    placeholder: 'RELEASE',
    choices: releases,
    help: "release to migrate to; default: the inventory's migration.target",
  },
  method: {
    kind: 'value',
    placeholder: 'METHOD',
    choices: methods,
    help: "new servers, or upgrade of those that stand: migrate or in-place; default: the inventory's, else migrate",
  },
  phase: {
    kind: 'value',
    placeholder: 'PHASE',
    choices: phases,
    help: "before, during or after the move; default: the inventory's, else before",
  },
} as const satisfies OptionTable

/** When to write in colour. */
export const colourOption = {
  color: {
    kind: 'value',
    placeholder: 'WHEN',
    choices: colourChoices,
    help: 'auto, always or never; default auto, which heeds NO_COLOR and FORCE_COLOR',
  },
} as const satisfies OptionTable

/** The options of `rds-lint [FILE…]`. */
export const lintOptions = {
  ...migrationOptions,
  'as-of': { kind: 'value', placeholder: 'DATE', check: dayProblem, help: 'day of the run, YYYY-MM-DD; default today' },
  rule: { kind: 'list', placeholder: 'ID', help: 'judge by this rule only; may be repeated' },
  'fail-on': {
    kind: 'value',
    placeholder: 'SEVERITY',
    choices: severities,
    help: 'severity that blocks: error, warning or info; default error',
  },
  'allow-undecided': { kind: 'flag', help: 'exit with 0 where nothing blocks, even if rules could not be decided' },
  format: {
    kind: 'value',
    short: 'f',
    placeholder: 'FORMAT',
    choices: formats,
    help: 'pretty, json or sarif; default pretty',
  },
  output: {
    kind: 'value',
    short: 'o',
    placeholder: 'FILE',
    help: 'write the report to a file instead of standard output',
  },
  quiet: { kind: 'flag', short: 'q', help: 'show the verdict and errors only' },
  verbose: { kind: 'flag', help: 'show reasons, addresses of sources and the outcome of each rule too' },
  ...colourOption,
  'stdin-filename': { kind: 'value', placeholder: 'NAME', help: 'what to call standard input in the report' },
  version: { kind: 'flag', short: 'V', help: 'show the version' },
  ...commonOptions,
} as const satisfies OptionTable

/** What is wrong with a target that exists, as long as not every release can be judged; undefined where nothing is. */
export function targetProblem(target: Release | undefined): string | undefined {
  if (target === undefined || target === '2012R2') return undefined
  return `--target ${target} is not yet supported: this version judges migrations to 2012R2 only`
}

function dayProblem(value: string): string | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && timestampOf(value) !== undefined
  return isDay ? undefined : 'is no day of the calendar; write it as YYYY-MM-DD'
}

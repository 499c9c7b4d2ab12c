import type { Method, Phase, Release } from '../model/report.ts'
import type { OptionTable } from './option.ts'

const releases = ['2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const satisfies readonly Release[]
const methods = ['migrate', 'in-place'] as const satisfies readonly Method[]
const phases = ['before', 'during', 'after'] as const satisfies readonly Phase[]

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

/** What is wrong with a target that exists, as long as not every release can be judged; undefined where nothing is. */
export function targetProblem(target: Release | undefined): string | undefined {
  if (target === undefined || target === '2012R2') return undefined
  return `--target ${target} is not yet supported: this version judges migrations to 2012R2 only`
}

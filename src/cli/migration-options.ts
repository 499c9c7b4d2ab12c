import { methods, phases, type Release, releases } from '../model/report.ts'
import { targetProblem } from '../model/targets.ts'
import type { OptionTable } from './option.ts'

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

/** What is wrong with --target, as long as not every release can be judged; undefined where nothing is. */
export function targetMisuse(target: Release | undefined): string | undefined {
  return target === undefined ? undefined : targetProblem(target, `--target ${target}`)
}

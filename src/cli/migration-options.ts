import { methods, phases, releases } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import type { OptionTable } from './option.ts'

/** The options that say which migration is meant. */
export const migrationOptions = {
  target: {
    kind: 'value',
    placeholder: 'RELEASE',
    choices: supportedTargets,
    check: noDestination,
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

/** Says of a release that is no target why it is none; what is no release at all is a slip. */
function noDestination(word: string): string | undefined {
  if (!releases.some((release) => release.toLowerCase() === word.toLowerCase())) return undefined
  return `is no destination of a migration that Microsoft documents; choose one of ${supportedTargets.join(', ')}`
}

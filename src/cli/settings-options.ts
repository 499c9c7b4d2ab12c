import type { OptionTable } from './option.ts'

/** The options about configuration, suppressions and baselines. */
export const settingsOptions = {
  config: {
    kind: 'value',
    placeholder: 'FILE',
    help: 'the configuration; default: .rds-lint.yaml here or above, up to the root of the repository',
  },
  'no-config': { kind: 'flag', help: 'read no configuration' },
  'print-config': { kind: 'flag', help: 'show what holds and where each value came from, and judge nothing' },
  'no-suppressions': { kind: 'flag', help: 'let no suppression work, for an auditor' },
  'max-suppressions': {
    kind: 'value',
    placeholder: 'N',
    check: numberProblem,
    help: 'block where more findings and undecided rules than this are suppressed',
  },
  baseline: {
    kind: 'value',
    placeholder: 'FILE',
    help: 'let only findings block that this baseline does not know',
  },
  'write-baseline': {
    kind: 'value',
    placeholder: 'FILE',
    help: 'keep the findings of this run as a baseline, and exit with 0',
  },
} as const satisfies OptionTable

function numberProblem(value: string): string | undefined {
  return /^\d{1,9}$/.test(value) ? undefined : 'is no number; write it like 0 or 12'
}

import { helpPage, type Row } from './help-page.ts'
import type { OptionTable } from './option.ts'

const commands: readonly Row[] = [
  ['rds-lint [FILE...]', 'judge inventories and bundles; - or no FILE reads standard input'],
  ['rds-lint collect BUNDLE', 'make an inventory from a bundle or from exported files'],
  ['rds-lint collect --script', 'print the script that makes a bundle on the connection broker'],
  ['rds-lint init BUNDLE', 'write migration.yaml, the plan to be filled in'],
  ['rds-lint rules', 'list the rules by step of the migration'],
  ['rds-lint explain ID', 'tell everything about one rule'],
  ['rds-lint paths', 'show the documented ways between releases, with their sources'],
  ['rds-lint plan FILE', 'write the documented migration of a deployment, step by step'],
  ['rds-lint compare A B', 'say what of a deployment is kept or lost after its move'],
  ['rds-lint schema NAME', 'print a JSON Schema: inventory, rule, report, plan, runbook and more'],
]

/** The exit codes and what they mean. */
export const exitCodes: readonly Row[] = [
  ['0', 'ready: nothing stands in the way'],
  ['1', 'blocked: a finding of the severity of --fail-on or above'],
  ['2', 'unusable: the command line, an inventory or a rule; standard error says why'],
  ['3', 'undecided: facts are missing; --allow-undecided makes this 0'],
]

/** Gives the help of `rds-lint` as a whole, which is that of linting. */
export function lintHelp(options: OptionTable): string {
  return helpPage({
    about:
      'Tells before a Remote Desktop Services migration whether the deployment can be moved the way Microsoft documents it, what stands in the way, and what nobody knows yet.',
    usage: ['rds-lint [options] [FILE...]', 'rds-lint COMMAND --help'],
    parts: { Commands: commands, 'Exit codes': exitCodes },
    options,
    examples: [
      'rds-lint inventory.json --target 2012R2',
      'rds-lint inventory.json --target all',
      'rds-lint inventory.json --phase during --as-of 2026-12-05',
      'rds-lint inventories/*.json --format sarif --output rds.sarif',
      'rds-lint explain broker-ha-not-configured',
    ],
  })
}

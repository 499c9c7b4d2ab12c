import type { ExitCode } from '../../model/exit-code.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { commonOptions } from '../option.ts'
import { parseArguments, shown, suggestion } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'

const schemas: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  inventory: () => import('../../inventory/inventory.schema.json', { with: { type: 'json' } }),
  config: () => import('../../configuration/config.schema.json', { with: { type: 'json' } }),
  rule: () => import('../../rules/rule.schema.json', { with: { type: 'json' } }),
  report: () => import('../../report/report.schema.json', { with: { type: 'json' } }),
  baseline: () => import('../../baseline/baseline.schema.json', { with: { type: 'json' } }),
  plan: () => import('../../report/plan/plan.schema.json', { with: { type: 'json' } }),
  runbook: () => import('../../report/runbook/runbook.schema.json', { with: { type: 'json' } }),
  'runbook-report': () => import('../../report/runbook/runbook-report.schema.json', { with: { type: 'json' } }),
  comparison: () => import('../../report/compare/comparison.schema.json', { with: { type: 'json' } }),
}

/** The names of the schemas that are printed. */
export const schemaNames = Object.keys(schemas)

/** `rds-lint schema NAME`: prints the JSON Schema of a file that rds-lint reads or writes. */
export async function schemaCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(commonOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  if (parsed.values.help) return deliver(host, help(), 0)
  const [name, ...more] = parsed.operands
  if (name === undefined) return refuse(host, `no schema is named; write rds-lint schema ${schemaNames.join('|')}`)
  if (more.length > 0) return refuse(host, 'schema prints one at a time; name one only')
  const load = Object.hasOwn(schemas, name) ? schemas[name] : undefined
  if (load === undefined) {
    return refuse(
      host,
      `there is no schema ${shown(name)}${suggestion(name, schemaNames, `there are ${schemaNames.join(', ')}`)}`,
    )
  }
  const schema = await load()
  return deliver(host, `${JSON.stringify(schema.default, null, 2)}\n`, 0)
}

function help(): string {
  return helpPage({
    about: 'Prints a JSON Schema (draft 2020-12), for editors and for those who write or read these files.',
    usage: [`rds-lint schema ${schemaNames.join('|')}`],
    options: commonOptions,
    examples: ['rds-lint schema inventory > inventory.schema.json'],
  })
}

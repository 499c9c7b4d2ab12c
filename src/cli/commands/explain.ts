import type { ExitCode } from '../../model/exit-code.ts'
import { noSuchRule } from '../../model/no-such-rule.ts'
import { pageOf } from '../../report/pretty/page.ts'
import { loadCatalogue } from '../catalogue.ts'
import { explanation } from '../explanation.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { commonOptions, formatOption, type OptionTable } from '../option.ts'
import { parseArguments } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'
import { colourOption, standardOutput } from '../terminal.ts'

const options = {
  ...formatOption,
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint explain ID`: tells everything about one rule. */
export async function explainCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [id, ...more] = operands
  if (id === undefined) return refuse(host, 'no rule is named; write rds-lint explain ID, rds-lint rules lists the ids')
  if (more.length > 0) return refuse(host, 'explain tells about one rule at a time; name one only')
  const rules = await loadCatalogue()
  const ids = rules.map((one) => one.id)
  const rule = rules.find((one) => one.id === id.toLowerCase())
  if (rule === undefined) return refuse(host, noSuchRule(id, ids))
  if (values.format === 'json') return deliver(host, `${JSON.stringify({ format: 1, rule }, null, 2)}\n`, 0)
  return deliver(host, explanation(rule, pageOf(standardOutput(host, values.color))), 0)
}

function help(): string {
  return helpPage({
    about: 'Tells everything about one rule: what it looks at, when it fails, what to do, and where Microsoft says so.',
    usage: ['rds-lint explain ID [options]'],
    options,
    examples: ['rds-lint explain broker-ha-not-configured', 'rds-lint explain broker-ha-not-configured --format json'],
  })
}

import { categories } from '../../model/report.ts'
import { type CatalogueRule, loadCatalogue, stepName } from '../catalogue.ts'
import type { ExitCode } from '../commands.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { wrap } from '../layout.ts'
import { colourOption, migrationOptions, targetProblem } from '../lint-options.ts'
import { commonOptions, type OptionTable } from '../option.ts'
import { type Paint, painter } from '../paint.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'
import { type Question, severityWords } from '../severities.ts'
import { standardOutput } from '../terminal.ts'

const options = {
  ...migrationOptions,
  target: { ...migrationOptions.target, help: 'only rules for this target release; default: 2012R2' },
  method: { ...migrationOptions.method, help: 'only rules for this method: migrate or in-place' },
  phase: { ...migrationOptions.phase, help: 'only rules for this phase: before, during or after' },
  format: {
    kind: 'value',
    short: 'f',
    placeholder: 'FORMAT',
    choices: ['pretty', 'json'],
    help: 'pretty or json; default pretty',
  },
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint rules`: lists the rules that apply to a migration, by its steps. */
export async function rulesCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [operand] = operands
  if (operand !== undefined) return refuse(host, `rules takes no ${shown(operand)}; did you mean rds-lint explain?`)
  const misuse = targetProblem(values.target)
  if (misuse !== undefined) return refuse(host, misuse)
  const { target = '2012R2', method, phase } = values
  const question = { target, ...(method && { method }), ...(phase && { phase }) }
  const all = await loadCatalogue()
  const rules = all.filter((rule) => severityWords(rule, question) !== undefined)
  if (values.format === 'json') return deliver(host, json(rules), 0)
  const { width, colour } = standardOutput(host, values.color)
  return deliver(host, list(rules, all.length, question, width, painter(colour)), 0)
}

function list(rules: readonly CatalogueRule[], all: number, question: Question, width: number, paint: Paint): string {
  const blocks = categories.flatMap((category) => {
    const some = rules.filter((rule) => rule.category === category)
    const rows = some.map((rule) => row(rule, severityWords(rule, question) ?? '', width, paint))
    return some.length === 0 ? [] : [[paint.bold(stepName(category)), ...rows].join('\n')]
  })
  const left = all === rules.length ? '' : `, ${all - rules.length} more do not`
  const closing = wrap(`${rules.length} rules apply${left}. rds-lint explain ID tells everything about one.`, width, 0)
  return `${[...blocks, closing].join('\n\n')}\n`
}

function row({ id, title }: CatalogueRule, severity: string, width: number, paint: Paint): string {
  const gap = width - 2 - id.length - severity.length
  const painted = paint.severity(severity)
  // Side by side where there is room for both.
  const head = gap >= 2 ? `  ${id}${' '.repeat(gap)}${painted}` : `  ${id}\n${paint.severity(wrap(severity, width, 6))}`
  return `${head}\n${wrap(title, width, 6)}`
}

function json(rules: readonly CatalogueRule[]): string {
  const rows = rules.map(({ id, category, title, severity, suppressible = true, sources }) => ({
    id,
    category,
    title,
    severity: typeof severity === 'string' ? [{ is: severity }] : severity,
    suppressible,
    sources,
  }))
  return `${JSON.stringify({ format: 1, rules: rows }, null, 2)}\n`
}

function help(): string {
  return helpPage({
    about: 'Lists the built-in rules by step of the migration, with the severity that each has.',
    usage: ['rds-lint rules [options]'],
    options,
    examples: ['rds-lint rules --method in-place --phase during', 'rds-lint rules --format json'],
  })
}

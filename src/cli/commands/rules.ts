import type { ExitCode } from '../../model/exit-code.ts'
import { categories } from '../../model/report.ts'
import { type Page, pageOf } from '../../report/pretty/page.ts'
import { count, stepTitles } from '../../report/pretty/words.ts'
import { setIn, wrap } from '../../report/pretty/wrap.ts'
import { type CatalogueRule, loadCatalogue } from '../catalogue.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { migrationOptions } from '../migration-options.ts'
import { commonOptions, formatOption, type OptionTable } from '../option.ts'
import { packOptions, packRules } from '../pack-catalogue.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'
import { paintSeverity, type Question, severityByTarget } from '../severities.ts'
import { colourOption, standardOutput } from '../terminal.ts'

/** The options of `rds-lint rules`. */
export const rulesOptions = {
  ...migrationOptions,
  target: {
    ...migrationOptions.target,
    help: 'only rules for this target release; default: all, with the severity for each',
  },
  method: { ...migrationOptions.method, help: 'only rules for this method: migrate or in-place' },
  phase: { ...migrationOptions.phase, help: 'only rules for this phase: before, during or after' },
  ...packOptions,
  ...formatOption,
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint rules`: lists the rules that apply to a migration, by its steps. */
export async function rulesCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(rulesOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [operand] = operands
  if (operand !== undefined) return refuse(host, `rules takes no ${shown(operand)}; did you mean rds-lint explain?`)
  const { target, method, phase } = values
  const question = { ...(target && { target }), ...(method && { method }), ...(phase && { phase }) }
  const packed = await packRules(host, values)
  if (packed === undefined) return 2
  const all = [...(await loadCatalogue()), ...packed]
  const rules = all.filter((rule) => severityByTarget(rule, question) !== undefined)
  if (values.format === 'json') return deliver(host, json(rules, question), 0)
  const page = pageOf(standardOutput(host, values.color))
  return deliver(host, list(rules, all.length - rules.length, question, page), 0)
}

function list(rules: readonly CatalogueRule[], left: number, question: Question, page: Page): string {
  const blocks = categories.flatMap((category) => {
    const some = rules.filter((rule) => rule.category === category)
    return some.length === 0
      ? []
      : [[page.strong(stepTitles[category]), ...some.flatMap((rule) => row(rule, question, page))], ['']]
  })
  const others = left === 0 ? '' : `, ${left} more do not`
  const closing = `${count(rules.length, 'rule applies', 'rules apply')}${others}. rds-lint explain ID tells everything about one.`
  return `${[...blocks.flat(), ...wrap(closing, page.width)].join('\n')}\n`
}

function row(rule: CatalogueRule, question: Question, page: Page): readonly string[] {
  const severity = severityByTarget(rule, question) ?? ''
  const gap = page.width - 2 - rule.id.length - severity.length
  // Side by side where there is room for both.
  const head =
    gap >= 2
      ? [`  ${rule.id}${' '.repeat(gap)}${paintSeverity(severity, page)}`]
      : [`  ${rule.id}`, ...setIn(wrap(severity, page.width - 6), 6).map((line) => paintSeverity(line, page))]
  return [...head, ...setIn(wrap(page.show(rule.title), page.width - 6), 6)]
}

function json(rules: readonly CatalogueRule[], { target, method, phase }: Question): string {
  const rows = rules.map(({ id, category, title, severity, suppressible = true, sources, applies }) => ({
    id,
    category,
    title,
    severity: typeof severity === 'string' ? [{ is: severity }] : severity,
    suppressible,
    sources: sources.filter((source) => speaks(source.targets, target) && speaks(source.methods, method)),
    applies: applies.filter(
      (row) =>
        row.severities && speaks(row.targets, target) && speaks(row.methods, method) && speaks(row.phases, phase),
    ),
  }))
  return `${JSON.stringify({ format: 1, rules: rows }, null, 2)}\n`
}

function speaks<T>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || value === undefined || list.includes(value)
}

function help(): string {
  return helpPage({
    about:
      'Lists the rules, built in and of packs, by step of the migration, with the severity that each has for each target.',
    usage: ['rds-lint rules [options]'],
    options: rulesOptions,
    examples: ['rds-lint rules', 'rds-lint rules --target 2022 --method in-place', 'rds-lint rules --format json'],
  })
}

import type { PlanOptions } from '../../lint-to-plan.ts'
import { type ExitCode, exitCodes } from '../../model/exit-code.ts'
import type { PlanReport } from '../../model/plan-report.ts'
import { planInventory } from '../../plan-inventory.ts'
import { type PlanFormatName, planFormats } from '../../report/plan/index.ts'
import { reportOnRunbook, runbookProblem } from '../check-runbook.ts'
import { helpPage, type Row } from '../help-page.ts'
import type { Host } from '../host.ts'
import type { OptionValues } from '../option.ts'
import { outputProblem } from '../output-problem.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { readPlanInputs } from '../plan-inputs.ts'
import { planOptions as options } from '../plan-options.ts'
import { deliver, deliverTo, refuse } from '../say.ts'
import { fileOutput, standardOutput } from '../terminal.ts'
import { tellErrors } from '../told-file.ts'

type Values = OptionValues<typeof options>

/** `rds-lint plan INVENTORY`: writes the documented migration step by step; gives 0, 1 or 3 by the verdict, 2 where there is no plan. */
export async function planCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [path, ...more] = operands
  if (path === undefined)
    return refuse(host, 'no inventory is named; write rds-lint plan FILE, or rds-lint plan --help for more')
  const misuse = misuseOf(host, values, path, more)
  if (misuse !== undefined) return refuse(host, misuse)
  const { before, migration, target, method, phase } = values
  const inputs = await readPlanInputs(host, { path, before, migration, phase })
  if (typeof inputs === 'string') return refuse(host, inputs)
  if (inputs === undefined) return 2
  const asked: PlanOptions = {
    asOf: values['as-of'] ?? host.today,
    ...(target === undefined ? {} : { target }),
    ...(method === undefined ? {} : { method }),
    ...(phase === undefined ? {} : { phase }),
    ...(inputs.before === undefined ? {} : { before: inputs.before }),
    layouts: values.format === 'html',
    simulate: values.simulate ?? false,
  }
  if (values.check !== undefined) return reportOnRunbook(host, inputs.input, values.check, asked, values)
  const plan = planInventory(inputs.input, asked)
  if ('unusable' in plan) {
    await tellErrors(host, plan.unusable.file, plan.unusable.diagnostics)
    return 2
  }
  return write(host, plan, values)
}

async function write(host: Host, plan: PlanReport, values: Values): Promise<ExitCode> {
  const { output, color, quiet = false, verbose = false } = values
  const render = await planFormats[(values.format ?? 'pretty') as PlanFormatName]()
  const terminal = output === undefined ? standardOutput(host, color) : fileOutput(color)
  const text = render(plan, { ...terminal, quiet, verbose })
  const code = exitCodes[plan.verdict]
  return output === undefined ? deliver(host, text, code) : deliverTo(host, output, text, code)
}

function misuseOf(host: Host, values: Values, path: string, more: readonly string[]): string | undefined {
  const { before, migration, check, output, quiet, verbose } = values
  if (more.length > 0) return `plan is for one deployment at a time; leave out ${shown(more[0] ?? '')}`
  if (quiet && verbose) return '--quiet and --verbose exclude each other; leave one out'
  const problem = runbookProblem(values)
  if (problem !== undefined) return problem
  if (path === '-' && before === '-')
    return 'standard input can be the inventory or the one from before, not both; name a file for one of them'
  if (output === undefined) return undefined
  return outputProblem(
    host,
    output,
    [path, before, migration, check].filter((one) => one !== undefined),
  )
}

const exitCodeRows: readonly Row[] = [
  ['0', 'ready: nothing stands against the plan'],
  ['1', 'blocked: an error in the inventory, or a step that cannot be taken or leaves one'],
  ['2', 'unusable: the command line or a file; standard error says why'],
  ['3', 'undecided: facts are missing about the inventory, or about a step'],
]

function help(): string {
  return helpPage({
    about:
      'Writes the documented migration of a deployment step by step, in the order of its target, with commands, checks, estimates, and what interrupts service. Steps that the inventory shows as done are marked, so that the plan of a half-moved deployment is what remains. With --check it judges your own runbook instead, by what each step needs and by the states that the steps leave.',
    usage: ['rds-lint plan INVENTORY|BUNDLE [options]', 'rds-lint plan --check RUNBOOK INVENTORY|BUNDLE [options]'],
    options,
    parts: { 'Exit codes': exitCodeRows },
    examples: [
      'rds-lint plan inventory.json --target 2012R2',
      'rds-lint plan inventory.json --phase during --before before.json',
      'rds-lint plan inventory.json --simulate --format json',
      'rds-lint plan --check runbook.yaml inventory.json',
      'rds-lint plan inventory.json --target 2022 --method in-place --format html --output plan.html',
      'rds-lint plan RdsInventory-RDCB01.zip --migration migration.yaml --format csv --output plan.csv',
    ],
  })
}

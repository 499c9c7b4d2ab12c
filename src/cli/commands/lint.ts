import { version } from '../../../generated/version.ts'
import { ruleIds } from '../../lint.ts'
import { type ExitCode, exitCode } from '../../model/exit-code.ts'
import { unknownRule } from '../../rules/no-such-rule.ts'
import type { Host } from '../host.ts'
import { judge } from '../judge.ts'
import { lintOptions } from '../lint-options.ts'
import { targetMisuse } from '../migration-options.ts'
import type { OptionValues } from '../option.ts'
import { type Output, outputsOf } from '../outputs.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { problems } from '../problems.ts'
import { inputPaths, readInputs } from '../read-inputs.ts'
import { render } from '../render.ts'
import { deliver, deliverAll, refuse, tell } from '../say.ts'

type Values = OptionValues<typeof lintOptions>

/** `rds-lint [FILE…]`: judges inventories and writes a report; gives 0, 1, 2 or 3 by its verdict. */
export async function lintCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(lintOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values } = parsed
  if (values.help) return deliver(host, (await import('../lint-help.ts')).lintHelp(lintOptions), 0)
  if (values.version) return deliver(host, `${version}\n`, 0)
  if (parsed.operands.length === 0 && host.stdinIsTerminal) {
    return refuse(host, 'no inventory is named; write rds-lint FILE, or rds-lint --help for more')
  }
  const paths = inputPaths(host, parsed.operands.length === 0 ? ['-'] : parsed.operands)
  const misuse = misuseOf(values)
  if (misuse !== undefined) return refuse(host, misuse)
  const plan = values.migration === undefined ? [] : [values.migration]
  const asked = outputsOf(values.format, values.output, host, [...paths, ...plan])
  return 'misuse' in asked ? refuse(host, asked.misuse) : report(host, values, paths, asked.outputs)
}

async function report(
  host: Host,
  values: Values,
  paths: readonly string[],
  outputs: readonly Output[],
): Promise<ExitCode> {
  const plan =
    values.migration === undefined
      ? undefined
      : await (await import('../read-plan.ts')).readPlan(host, values.migration)
  if (values.migration !== undefined && plan === undefined) return 2
  const inputs = await readInputs(host, paths, values['stdin-filename'] ?? '<stdin>', plan)
  const whole = plan && inputs.find((input) => 'bytes' in input && input.originOf === undefined)
  if (whole)
    return refuse(host, `--migration is for bundles, and ${shown(whole.file)} is an inventory; write the plan into it`)
  const judged = judge(inputs, {
    asOf: values['as-of'] ?? host.today,
    ...(values.target === undefined ? {} : { target: values.target }),
    ...(values.method === undefined ? {} : { method: values.method }),
    ...(values.phase === undefined ? {} : { phase: values.phase }),
    ...(values['fail-on'] === undefined ? {} : { failOn: values['fail-on'] }),
    ...(values.rule === undefined ? {} : { rules: values.rule }),
    allowUndecided: values['allow-undecided'] ?? false,
    topology: outputs.some(({ format }) => format === 'html'),
  })
  for (const line of problems(judged)) await tell(host, line)
  const files: { readonly file: string; readonly text: string }[] = []
  let page: string | undefined
  for (const output of outputs) {
    const text = await render(judged, output, inputs, values, host)
    if (output.file === undefined) page = text
    else files.push({ file: output.file, text })
  }
  const code = await deliverAll(host, files, exitCode(judged))
  return page === undefined ? code : deliver(host, page, code)
}

function misuseOf(values: Values): string | undefined {
  if (values.quiet && values.verbose) return '--quiet and --verbose exclude each other; leave one out'
  return targetMisuse(values.target) ?? unknownRule(values.rule ?? [], ruleIds)
}

import { version } from '../../../generated/version.ts'
import { knownRules, ruleIds } from '../../lint.ts'
import type { LintOptions } from '../../lint-options.ts'
import { type ExitCode, exitCode } from '../../model/exit-code.ts'
import { unknownRule } from '../../model/no-such-rule.ts'
import type { FormatName } from '../../report/index.ts'
import { deliverOutputs } from '../deliver-outputs.ts'
import type { Host } from '../host.ts'
import { judge } from '../judge.ts'
import { lintOptions } from '../lint-options.ts'
import type { OptionValues } from '../option.ts'
import { type Output, outputsOf } from '../outputs.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { problems } from '../problems.ts'
import { inputPaths, readInputs } from '../read-inputs.ts'
import { render } from '../render.ts'
import { deliver, refuse, tell } from '../say.ts'
import { loadSettings, settingsFiles, settingsMisuse } from '../settings.ts'

type Values = OptionValues<typeof lintOptions>

/** `rds-lint [FILE…]`: judges inventories and writes a report; gives 0, 1, 2 or 3 by its verdict. */
export async function lintCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(lintOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values } = parsed
  if (values.help) return deliver(host, (await import('../lint-help.ts')).lintHelp(lintOptions), 0)
  if (values.version) return deliver(host, `${version}\n`, 0)
  const isAsked = parsed.operands.length > 0
  if (!isAsked && !values['print-config'] && host.stdinIsTerminal) {
    return refuse(host, 'no inventory is named; write rds-lint FILE, or rds-lint --help for more')
  }
  // What holds without an inventory can be told without one.
  const paths = inputPaths(host, isAsked || values['print-config'] ? parsed.operands : ['-'])
  const misuse = misuseOf(values, paths, host)
  if (misuse !== undefined) return refuse(host, misuse)
  const plan = values.migration === undefined ? [] : [values.migration]
  const asked = outputsOf(values.format, values.output, host, [...paths, ...plan, ...settingsFiles(host, values)])
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
  const settings = await loadSettings(host, values, paths)
  if (settings === undefined) return 2
  const { configuration, baseline } = settings
  const inputs = await readInputs(host, paths, values['stdin-filename'] ?? '<stdin>', plan)
  const whole = plan && inputs.find((input) => 'bytes' in input && input.originOf === undefined)
  if (whole)
    return refuse(host, `--migration is for bundles, and ${shown(whole.file)} is an inventory; write the plan into it`)
  if (values['print-config'])
    return (await import('../print-config.ts')).printConfig(host, values, outputs, configuration, inputs, knownRules)
  const judged = judge(inputs, {
    ...askedBy(values, outputs, host),
    ...(configuration && { configuration: configuration.configuration }),
    ...(baseline && { baseline }),
  })
  for (const line of problems(judged)) await tell(host, line)
  const code = exitCode(judged)
  const written = await deliverOutputs(host, outputs, (output) => render(judged, output, inputs, values, host), code)
  const known = values['write-baseline']
  return known === undefined || written !== code
    ? written
    : (await import('../write-baseline.ts')).writeBaseline(host, known, judged)
}

function askedBy(values: Values, outputs: readonly Output[], host: Host): LintOptions {
  const most = values['max-suppressions']
  const isAsked = (name: FormatName) => outputs.some(({ format }) => format === name)
  return {
    asOf: values['as-of'] ?? host.today,
    ...(values.target === undefined ? {} : { target: values.target }),
    ...(values.method === undefined ? {} : { method: values.method }),
    ...(values.phase === undefined ? {} : { phase: values.phase }),
    ...(values['fail-on'] === undefined ? {} : { failOn: values['fail-on'] }),
    ...(values.rule === undefined ? {} : { rules: values.rule }),
    ...(most === undefined ? {} : { maxSuppressions: Number(most) }),
    suppressions: !values['no-suppressions'],
    allowUndecided: values['allow-undecided'] ?? false,
    wholeRuns: isAsked('sarif'),
    topology: isAsked('html'),
  }
}

function misuseOf(values: Values, paths: readonly string[], host: Host): string | undefined {
  if (values.quiet && values.verbose) return '--quiet and --verbose exclude each other; leave one out'
  return unknownRule(values.rule ?? [], ruleIds) ?? settingsMisuse(host, values, paths)
}

import { compareInputs, type UnusableFile } from '../../compare-inputs.ts'
import type { Comparison } from '../../model/comparison.ts'
import { comparisonExitCodes, type ExitCode } from '../../model/exit-code.ts'
import { comparisonFormats } from '../../report/compare/index.ts'
import { decode } from '../../source/decode.ts'
import { compareOptions as options } from '../compare-options.ts'
import { helpPage, type Row } from '../help-page.ts'
import type { Host } from '../host.ts'
import type { Readable } from '../input.ts'
import type { OptionValues } from '../option.ts'
import { outputProblem } from '../output-problem.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { readInputs } from '../read-inputs.ts'
import { readPlan } from '../read-plan.ts'
import { deliver, deliverTo, refuse } from '../say.ts'
import { fileOutput, standardOutput } from '../terminal.ts'
import { tellDiagnostics, tellErrors } from '../told-file.ts'

type Values = OptionValues<typeof options>

/** `rds-lint compare BEFORE AFTER`: says what became of each part; gives 0, 1 or 3 by the verdict, 2 where a file is unusable. */
export async function compareCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [before, after, ...more] = operands
  const named = namedProblem(before, after, more)
  if (before === undefined || after === undefined || named !== undefined) return refuse(host, named ?? '')
  const misuse = misuseOf(host, values, [before, after])
  if (misuse !== undefined) return refuse(host, misuse)
  const inputs = await read(host, before, after, values)
  if (typeof inputs === 'string') return refuse(host, inputs)
  if (inputs === undefined) return 2
  const comparison = compareInputs(...inputs)
  if ('unusable' in comparison) return refuseFiles(host, comparison.unusable)
  return write(host, comparison, inputs, values)
}

/** Reads both; gives a sentence where the plan is not to be used, and undefined where a file was found unusable and told so. */
async function read(
  host: Host,
  before: string,
  after: string,
  { migration }: Values,
): Promise<readonly [Readable, Readable] | string | undefined> {
  const plan = migration === undefined ? undefined : await readPlan(host, migration)
  if (migration !== undefined && plan === undefined) return undefined
  const [earlier] = await readInputs(host, [before], '<stdin>', plan)
  const [later] = await readInputs(host, [after], '<stdin>')
  if (!earlier || !later) return undefined
  if ('bytes' in earlier && 'bytes' in later) {
    const isPlanned = plan !== undefined && earlier.originOf === undefined
    return isPlanned
      ? `--migration is for a bundle, and ${shown(before)} is an inventory; write the plan into it`
      : [earlier, later]
  }
  await refuseFiles(
    host,
    [earlier, later].flatMap((one) => ('problem' in one ? [{ file: one.file, diagnostics: [one.problem] }] : [])),
  )
  return undefined
}

async function write(
  host: Host,
  comparison: Comparison,
  [, later]: readonly [Readable, Readable],
  values: Values,
): Promise<ExitCode> {
  const { format = 'pretty', output, color, quiet = false, verbose = false } = values
  const render = await comparisonFormats[format]()
  const decoded = format === 'sarif' ? decode(later.bytes) : undefined
  const text = render(comparison, {
    ...(output === undefined ? standardOutput(host, color) : fileOutput(color)),
    quiet,
    verbose,
    cwd: host.cwd,
    flavour: host.platform === 'win32' ? 'win32' : 'posix',
    text: () => (decoded && 'text' in decoded ? decoded.text : undefined),
  })
  // Neither has a place for what is remarkable in a file, and the wrong order makes losses read as gains.
  if (comparison.isReversed && (format === 'json' || quiet))
    await tellDiagnostics(host, comparison.before.file, comparison.before.diagnostics)
  const code = comparisonExitCodes[comparison.verdict]
  return output === undefined ? deliver(host, text, code) : deliverTo(host, output, text, code)
}

async function refuseFiles(host: Host, files: readonly UnusableFile[]): Promise<ExitCode> {
  for (const { file, diagnostics } of files) await tellErrors(host, file, diagnostics)
  return 2
}

function namedProblem(
  before: string | undefined,
  after: string | undefined,
  more: readonly string[],
): string | undefined {
  if (before === undefined) return 'nothing to compare is named; write rds-lint compare BEFORE AFTER'
  if (after === undefined)
    return `nothing is named to compare ${shown(before)} with; write rds-lint compare BEFORE AFTER, the earlier one first`
  if (more.length > 0)
    return `compare takes two inventories or bundles, the earlier one first; leave out ${shown(more[0] ?? '')}`
  return before === '-' && after === '-'
    ? 'standard input can be one of the two only; name a file for the other'
    : undefined
}

function misuseOf(
  host: Host,
  { quiet, verbose, output, migration }: Values,
  paths: readonly string[],
): string | undefined {
  if (quiet && verbose) return '--quiet and --verbose exclude each other; leave one out'
  if (output === undefined) return undefined
  return outputProblem(host, output, [...paths, ...(migration === undefined ? [] : [migration])])
}

const exitCodeRows: readonly Row[] = [
  ['0', 'kept: nothing that was compared is lost'],
  ['1', 'lost: something that was there before is missing'],
  ['2', 'unusable: the command line or a file; standard error says why'],
  ['3', 'undecided: nothing is missing, but the later inventory could not see everything'],
]

function help(): string {
  return helpPage({
    about:
      'Compares a deployment before and after its move: what is kept, changed, missing, new, or could not be seen. Servers, collections and profile disks that the plan of the earlier inventory moves count as the same.',
    usage: ['rds-lint compare BEFORE AFTER [options]'],
    options,
    parts: { 'Exit codes': exitCodeRows },
    examples: [
      'rds-lint compare before.json after.json',
      'rds-lint compare before.zip after.zip --migration migration.yaml',
      'rds-lint compare before.json after.json --format html --output comparison.html',
    ],
  })
}

import { checkRunbook } from '../check-runbook.ts'
import type { PlanOptions } from '../lint-to-plan.ts'
import { type ExitCode, exitCodes } from '../model/exit-code.ts'
import type { RunbookReport } from '../model/runbook-report.ts'
import { type RunbookFormatName, runbookFormats } from '../report/runbook/index.ts'
import { decode } from '../source/decode.ts'
import type { Host } from './host.ts'
import { errorCode, whyUnreadable } from './host-errors.ts'
import type { Readable } from './input.ts'
import type { OptionValues } from './option.ts'
import type { planOptions } from './plan-options.ts'
import { deliver, deliverTo } from './say.ts'
import { fileOutput, standardOutput } from './terminal.ts'
import { tellErrors } from './told-file.ts'

type Values = OptionValues<typeof planOptions>

/** Says what does not go with a runbook, or only with one: another format, `--simulate`, standard input; undefined where nothing does. */
export function runbookProblem({ format = 'pretty', check, simulate }: Values): string | undefined {
  if (check === undefined)
    return format === 'sarif' ? '--format sarif is for --check RUNBOOK; choose another format for a plan' : undefined
  if (check === '-') return '--check reads a file, and - is standard input; save the runbook and name its file'
  if (simulate) return '--check simulates the runbook in any case; leave out --simulate'
  if (format in runbookFormats) return undefined
  return `--format ${format} is for plans; with --check write ${Object.keys(runbookFormats).join(', ')}`
}

/** Judges a runbook for an inventory and writes the report; gives 0, 1 or 3 by its verdict, 2 where there is none. */
export async function reportOnRunbook(
  host: Host,
  input: Readable,
  file: string,
  options: PlanOptions,
  values: Values,
): Promise<ExitCode> {
  const bytes = readBook(host, file)
  if (typeof bytes === 'string') {
    await tellErrors(host, file, [{ code: 'unreadable', severity: 'error', message: bytes }])
    return 2
  }
  const report = checkRunbook(input, { file, bytes }, options)
  if ('unusable' in report) await tellErrors(host, report.unusable.file, report.unusable.diagnostics)
  else if ('diagnostics' in report) await tellErrors(host, file, report.diagnostics)
  else return write(host, report, bytes, values)
  return 2
}

const lacks: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder; name the runbook in it',
  EDEVICE: 'this is a device, not a file; save the runbook and name its file',
  EFBIG: 'the file is larger than 512 MB; check that it is a runbook',
}

function readBook(host: Host, file: string): Uint8Array | string {
  try {
    return host.readFile(file)
  } catch (error) {
    const reason = lacks[errorCode(error) ?? ''] ?? whyUnreadable(error)
    if (reason === undefined) throw error
    return reason
  }
}

async function write(host: Host, report: RunbookReport, bytes: Uint8Array, values: Values): Promise<ExitCode> {
  const { output, color, quiet = false, verbose = false } = values
  const render = await runbookFormats[(values.format ?? 'pretty') as RunbookFormatName]()
  const decoded = decode(bytes)
  const text = render(report, {
    ...(output === undefined ? standardOutput(host, color) : fileOutput(color)),
    quiet,
    verbose,
    cwd: host.cwd,
    flavour: host.platform === 'win32' ? 'win32' : 'posix',
    text: (file) => (file === report.file && 'text' in decoded ? decoded.text : undefined),
  })
  const code = exitCodes[report.verdict]
  return output === undefined ? deliver(host, text, code) : deliverTo(host, output, text, code)
}

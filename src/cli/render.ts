import type { Report } from '../model/report.ts'
import { formats } from '../report/index.ts'
import { decode } from '../source/decode.ts'
import type { Host } from './host.ts'
import type { Input } from './input.ts'
import type { lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import type { Output } from './outputs.ts'
import { fileOutput, standardOutput } from './terminal.ts'

/** Gives the report as text in the format of an output. */
export async function render(
  report: Report,
  { format, file }: Output,
  inputs: readonly Input[],
  values: OptionValues<typeof lintOptions>,
  host: Host,
): Promise<string> {
  const { color, quiet = false, verbose = false } = values
  const write = await formats[format]()
  return write(report, {
    ...(file === undefined ? standardOutput(host, color) : fileOutput(color)),
    quiet,
    verbose,
    cwd: host.cwd,
    flavour: host.platform === 'win32' ? 'win32' : 'posix',
    text: (inventory) => textOf(inventory, inputs),
  })
}

// Decoded again, because only formats that show stretches of the text ask for it.
function textOf(file: string, inputs: readonly Input[]): string | undefined {
  const input = inputs.find((one) => one.file === file)
  if (input === undefined || !('bytes' in input)) return undefined
  const decoded = decode(input.bytes)
  return 'text' in decoded ? decoded.text : undefined
}

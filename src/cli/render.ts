import type { Report } from '../model/report.ts'
import { decode } from '../source/decode.ts'
import type { Host } from './host.ts'
import type { Format, lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import type { Input } from './read-inputs.ts'
import { fileOutput, standardOutput } from './terminal.ts'

type Values = OptionValues<typeof lintOptions>

/** Gives the report in the format that the options ask for. Each format is loaded only when it is meant. */
export async function render(report: Report, inputs: readonly Input[], values: Values, host: Host): Promise<string> {
  return renderers[values.format ?? 'pretty'](report, inputs, values, host)
}

const renderers: Readonly<Record<Format, typeof render>> = {
  pretty: async (report, _, values, host) => {
    const { pretty } = await import('../report/pretty.ts')
    const { output, color, quiet = false, verbose = false } = values
    const terminal = output === undefined ? standardOutput(host, color) : fileOutput(color)
    return pretty(report, { ...terminal, quiet, verbose })
  },
  json: async (report) => {
    const { json } = await import('../report/json.ts')
    return json(report)
  },
  sarif: async (report, inputs, _, host) => {
    const { sarif } = await import('../report/sarif.ts')
    const flavour = host.platform === 'win32' ? 'win32' : 'posix'
    return sarif(report, { cwd: host.cwd, flavour, text: (file) => textOf(file, inputs) })
  },
}

// Decoded again, because only this format shows stretches of the text.
function textOf(file: string, inputs: readonly Input[]): string | undefined {
  const input = inputs.find((one) => one.file === file)
  if (input === undefined || !('bytes' in input)) return undefined
  const decoded = decode(input.bytes)
  return 'text' in decoded ? decoded.text : undefined
}

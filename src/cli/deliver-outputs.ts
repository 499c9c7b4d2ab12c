import type { ExitCode } from '../model/exit-code.ts'
import type { Host } from './host.ts'
import type { Output } from './outputs.ts'
import { deliver, deliverAll } from './say.ts'

/** Writes a text for each output, those with a file all or none; gives `code`, or 2 where one cannot be written. */
export async function deliverOutputs(
  host: Host,
  outputs: readonly Output[],
  textOf: (output: Output) => string | Promise<string>,
  code: ExitCode,
): Promise<ExitCode> {
  const files: { readonly file: string; readonly text: string }[] = []
  let page: string | undefined
  for (const output of outputs) {
    const text = await textOf(output)
    if (output.file === undefined) page = text
    else files.push({ file: output.file, text })
  }
  const kept = await deliverAll(host, files, code)
  return page === undefined ? kept : deliver(host, page, kept)
}

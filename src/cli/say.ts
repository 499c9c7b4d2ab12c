import type { ExitCode } from '../model/exit-code.ts'
import { visible } from '../model/visible.ts'
import type { Host, StagedFile } from './host.ts'
import { errorCode, whyUnwritten } from './host-errors.ts'

/** Writes one line about the run to standard error; where nobody listens, nothing happens. */
export async function complain(host: Host, sentence: string): Promise<void> {
  await tell(host, `rds-lint: error: ${sentence}`)
}

/** Writes a line to standard error; where nobody listens, nothing happens. */
export async function tell(host: Host, line: string): Promise<void> {
  try {
    await host.writeErr(`${line}\n`)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
  }
}

/** Says what is wrong with the command line; gives the exit code for it. */
export async function refuse(host: Host, misuse: string): Promise<ExitCode> {
  await complain(host, misuse)
  return 2
}

/** Writes the result to standard output; gives `code`, or 2 where it cannot be written. A reader who has gone is no fault. */
export async function deliver(host: Host, text: string, code: ExitCode): Promise<ExitCode> {
  return (await succeeds(host, 'standard output', () => host.writeOut(text))) ? code : 2
}

/** Writes the result to a file; gives `code`, or 2 where it cannot be written. */
export async function deliverTo(host: Host, path: string, text: string, code: ExitCode): Promise<ExitCode> {
  return (await succeeds(host, path, () => host.writeFile(path, text))) ? code : 2
}

/** Writes results to files, all or none; gives `code`, or 2 where one cannot be written. */
export async function deliverAll(
  host: Host,
  files: readonly { readonly file: string; readonly text: string }[],
  code: ExitCode,
): Promise<ExitCode> {
  const staged: { readonly file: string; readonly written: StagedFile }[] = []
  for (const { file, text } of files) {
    const isWritten = await succeeds(host, file, async () => {
      staged.push({ file, written: await host.stageFile(file, text) })
    })
    if (isWritten) continue
    for (const { written } of staged) written.discard()
    return 2
  }
  let result = code
  for (const { file, written } of staged) if (!(await succeeds(host, file, written.keep))) result = 2
  return result
}

async function succeeds(host: Host, place: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    // Windows tells a closed pipe as EOF.
    if (['EPIPE', 'EOF'].includes(errorCode(error) ?? '')) return true
    const reason = whyUnwritten(error)
    if (reason === undefined) throw error
    await refuse(host, `the result could not be written to ${visible(place)}: ${reason}`)
    return false
  }
}

import type { ExitCode } from '../model/exit-code.ts'
import { visible } from '../model/visible.ts'
import type { Host } from './host.ts'
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
  return attempt(host, 'standard output', () => host.writeOut(text), code)
}

/** Writes the result to a file; gives `code`, or 2 where it cannot be written. */
export async function deliverTo(host: Host, path: string, text: string, code: ExitCode): Promise<ExitCode> {
  return attempt(host, path, () => host.writeFile(path, text), code)
}

async function attempt(host: Host, place: string, write: () => Promise<void>, code: ExitCode): Promise<ExitCode> {
  try {
    await write()
    return code
  } catch (error) {
    // Windows tells a closed pipe as EOF.
    if (['EPIPE', 'EOF'].includes(errorCode(error) ?? '')) return code
    const reason = whyUnwritten(error)
    if (reason === undefined) throw error
    return refuse(host, `the result could not be written to ${visible(place)}: ${reason}`)
  }
}

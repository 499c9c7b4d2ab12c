import type { Diagnostic } from '../model/diagnostic.ts'
import { visible } from '../model/visible.ts'
import type { Host } from './host.ts'
import { whyUnreadable } from './host-errors.ts'
import { tell } from './say.ts'

/** Gives the bytes of a file that a run needs beside its inventories; says why there are none, and gives undefined. */
export async function toldBytes(host: Host, file: string): Promise<Uint8Array | undefined> {
  try {
    return host.readFile(file)
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    const message = host.isFolder(file) ? 'this is a folder; name a file in it' : reason
    await tellDiagnostics(host, file, [{ code: 'unreadable', severity: 'error', message }])
    return undefined
  }
}

/** Writes a line for each error in a file. */
export async function tellErrors(host: Host, file: string, diagnostics: readonly Diagnostic[]): Promise<void> {
  await tellDiagnostics(
    host,
    file,
    diagnostics.filter(({ severity }) => severity === 'error'),
  )
}

/** Writes a line for each thing that is wrong with a file. */
export async function tellDiagnostics(host: Host, file: string, diagnostics: readonly Diagnostic[]): Promise<void> {
  for (const { region, severity, message } of diagnostics) {
    const place = region === undefined ? '' : `:${region.line}:${region.column}`
    await tell(host, `${visible(file)}${place}: ${severity}: ${visible(message)}`)
  }
}

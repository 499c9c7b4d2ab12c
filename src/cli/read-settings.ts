import type { Baseline } from '../baseline/baseline.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import { type ReadConfiguration, readConfiguration } from '../configuration/read-configuration.ts'
import { knownRules } from '../lint.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { visible } from '../model/visible.ts'
import type { Host } from './host.ts'
import { whyUnreadable } from './host-errors.ts'
import { tell } from './say.ts'

/** A configuration, and the file that it was read from. */
export interface SettingsFile extends Pick<ReadConfiguration, 'locate'> {
  readonly file: string
  readonly configuration: NonNullable<ReadConfiguration['configuration']>
}

/** Reads a configuration and says what is wrong with it; undefined where it cannot be used. */
export async function readSettings(host: Host, file: string): Promise<SettingsFile | undefined> {
  const bytes = await bytesOf(host, file)
  if (bytes === undefined) return undefined
  const { configuration, diagnostics, locate } = readConfiguration(bytes, file, knownRules)
  await tellAll(host, file, diagnostics)
  return configuration && { file, configuration, locate }
}

/** Reads a baseline for some inventories and says what is wrong with it; undefined where it cannot be used. */
export async function readKnown(host: Host, file: string, inventories: number): Promise<Baseline | undefined> {
  const bytes = await bytesOf(host, file)
  if (bytes === undefined) return undefined
  const { baseline, diagnostics } = readBaseline(bytes)
  await tellAll(host, file, diagnostics)
  if (inventories > 1 && baseline?.inventories.some((one) => one.file === undefined)) {
    const message = 'this is the baseline of one inventory; give that one alone, or write a baseline of all of them'
    await tellAll(host, file, [{ code: 'baseline', severity: 'error', message }])
    return undefined
  }
  return baseline
}

async function bytesOf(host: Host, file: string): Promise<Uint8Array | undefined> {
  try {
    return host.readFile(file)
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    const message = host.isFolder(file) ? 'this is a folder; name a file in it' : reason
    await tellAll(host, file, [{ code: 'unreadable', severity: 'error', message }])
    return undefined
  }
}

async function tellAll(host: Host, file: string, diagnostics: readonly Diagnostic[]): Promise<void> {
  for (const { region, severity, message } of diagnostics) {
    const place = region === undefined ? '' : `:${region.line}:${region.column}`
    await tell(host, `${visible(file)}${place}: ${severity}: ${visible(message)}`)
  }
}

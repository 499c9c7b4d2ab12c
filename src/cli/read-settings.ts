import type { KnownRule } from '../configuration/entry-problems.ts'
import { type ReadConfiguration, readConfiguration } from '../configuration/read-configuration.ts'
import type { Host } from './host.ts'
import { tellDiagnostics, toldBytes } from './told-file.ts'

/** A configuration, and the file that it was read from. */
export interface SettingsFile extends Pick<ReadConfiguration, 'locate'> {
  readonly file: string
  readonly configuration: NonNullable<ReadConfiguration['configuration']>
}

/** Reads a configuration and says what is wrong with it; undefined where it cannot be used. */
export async function readSettings(
  host: Host,
  file: string,
  rules: readonly KnownRule[],
): Promise<SettingsFile | undefined> {
  const bytes = await toldBytes(host, file)
  if (bytes === undefined) return undefined
  const { configuration, diagnostics, locate } = readConfiguration(bytes, file, rules)
  await tellDiagnostics(host, file, diagnostics)
  return configuration && { file, configuration, locate }
}

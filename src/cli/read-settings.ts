import type { KnownRule } from '../configuration/entry-problems.ts'
import { type ReadConfiguration, readConfiguration } from '../configuration/read-configuration.ts'
import { nameProblem } from './configuration-path.ts'
import type { Host } from './host.ts'
import type { ReadPack } from './read-packs.ts'
import { tellDiagnostics, toldBytes } from './told-file.ts'

/** A configuration, and the file that it was read from. */
export interface SettingsFile extends Pick<ReadConfiguration, 'locate'> {
  readonly file: string
  readonly configuration: NonNullable<ReadConfiguration['configuration']>
  /** The packs that it names. */
  readonly packs: readonly ReadPack[]
}

/** Reads a configuration and its packs and says what is wrong with them; undefined where one cannot be used. */
export async function readSettings(
  host: Host,
  file: string,
  rules: readonly KnownRule[],
): Promise<SettingsFile | undefined> {
  const misnamed = nameProblem(file)
  if (misnamed !== undefined) {
    await tellDiagnostics(host, file, [{ code: 'unreadable', severity: 'error', message: misnamed }])
    return undefined
  }
  const bytes = await toldBytes(host, file)
  if (bytes === undefined) return undefined
  let folders: readonly string[] = []
  const noted = readConfiguration(bytes, file, rules, (named) => {
    folders = named
    return named.length === 0 ? [] : undefined
  })
  // What reads packs is loaded only where there are some; then ids can be told right from wrong.
  const { packs, problems } =
    folders.length === 0 ? nothing : (await import('./read-packs.ts')).readPacks(host, file, folders)
  for (const { file: inside, diagnostic } of problems) await tellDiagnostics(host, inside, [diagnostic])
  const known = packs.flatMap((pack) => pack.rules)
  const { configuration, diagnostics, locate } =
    folders.length === 0 || problems.length > 0 ? noted : readConfiguration(bytes, file, rules, () => known)
  await tellDiagnostics(host, file, diagnostics)
  return configuration && problems.length === 0 ? { file, configuration, locate, packs } : undefined
}

const nothing = { packs: [], problems: [] }

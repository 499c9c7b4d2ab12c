import { posix, win32 } from 'node:path'
import { version } from '../../generated/version.ts'
import type { Packed } from '../lint-options.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { loadPack } from '../packs/load-pack.ts'
import { manifestName, type PackRule } from '../packs/pack.ts'
import type { Host } from './host.ts'
import { packFiles } from './pack-files.ts'

/** A pack that was read from a folder. */
export interface ReadPack extends Packed {
  readonly folder: string
  /** Its rules with the files that they come from. */
  readonly sources: readonly PackRule[]
}

/** What is wrong with a file of a pack. */
export interface FileProblem {
  readonly file: string
  readonly diagnostic: Diagnostic
}

/** Reads the pack in a folder, or says what is wrong with its files. */
export function readPack(
  host: Host,
  folder: string,
): { readonly pack: ReadPack } | { readonly problems: readonly FileProblem[] } {
  const path = host.platform === 'win32' ? win32 : posix
  const missing = whyNone(host, folder, path.join(folder, manifestName))
  if (missing !== undefined)
    return { problems: [{ file: folder, diagnostic: { code: 'unreadable', severity: 'error', message: missing } }] }
  const { manifest, rules, problems } = loadPack(packFiles(host, folder), version)
  if (!manifest || problems.length > 0)
    return {
      problems: problems.map(({ path: inside, diagnostic }) => ({ file: path.join(folder, inside), diagnostic })),
    }
  const { name, version: ofPack } = manifest
  return { pack: { folder, name, version: ofPack, rules: rules.map(({ rule }) => rule), sources: rules } }
}

/** Reads the packs that a configuration names by folders relative to its own; a name that two of them bear is wrong. */
export function readPacks(
  host: Host,
  configuration: string,
  folders: readonly string[],
): { readonly packs: readonly ReadPack[]; readonly problems: readonly FileProblem[] } {
  const path = host.platform === 'win32' ? win32 : posix
  const packs: ReadPack[] = []
  const problems: FileProblem[] = []
  for (const folder of folders) {
    const read = readPack(host, path.join(path.dirname(configuration), folder))
    if ('problems' in read) {
      problems.push(...read.problems)
      continue
    }
    const other = packs.find(({ name }) => name === read.pack.name)
    if (other === undefined) packs.push(read.pack)
    else problems.push(doubled(path.join(read.pack.folder, manifestName), other))
  }
  return { packs, problems }
}

function doubled(file: string, { name, folder }: ReadPack): FileProblem {
  const message = `the pack in ${folder} has the name ${name} too, so that ids would mean two rules; rename one`
  return { file, diagnostic: { code: 'schema', severity: 'error', message } }
}

function whyNone(host: Host, folder: string, manifest: string): string | undefined {
  if (!host.isFolder(folder)) return 'there is no such folder; name the folder of a pack, which holds pack.yaml'
  if (host.identity(manifest) !== undefined) return undefined
  return 'there is no pack.yaml in this folder, so that it is no pack; name another folder, or write one with rds-lint new rule'
}

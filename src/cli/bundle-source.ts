import { createHash } from 'node:crypto'
import { posix, win32 } from 'node:path'
import { type BundleFiles, isPlainName, manifestName } from '../collector/bundle/files.ts'
import { type ReadBundle, readBundle } from '../collector/bundle/read-bundle.ts'
import { unzip } from '../collector/bundle/zip.ts'
import { type Collected, collect } from '../collector/collect.ts'
import { withMigration } from '../collector/inventory-text.ts'
import { originFinder } from '../collector/origins.ts'
import { whyNothing } from '../collector/why-nothing.ts'
import type { Inventory, Migration } from '../inventory/inventory.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Origin } from '../model/report.ts'
import type { Host } from './host.ts'
import { errorCode, whyUnreadable } from './host-errors.ts'

/** The planner's section and the file that it was read from. */
export interface Plan {
  readonly file: string
  readonly migration: Migration
}

/** An inventory made from a bundle, or why there is none. */
export type CollectedBundle =
  | {
      readonly inventory: Inventory
      readonly diagnostics: readonly Diagnostic[]
      readonly originOf: (pointer: string) => Origin
    }
  | { readonly problem: Diagnostic }

/** Whether a path leads to a folder that holds a bundle. */
export function isBundleFolder(host: Host, path: string): boolean {
  return host.isFolder(path) && host.identity(inside(host, path, manifestName)) !== undefined
}

/** Makes an inventory of the bundle in a folder, or in a zip file whose bytes are given; there is none where no question of it was answered. */
export function collectBundle(host: Host, path: string, zip: Uint8Array | undefined, plan?: Plan): CollectedBundle {
  const files = zip === undefined ? folderFiles(host, path) : unzip(zip)
  if ('reason' in files) return { problem: { code: 'bundle', severity: 'error', message: files.reason } }
  const read: ReadBundle = readBundle(files, sha256)
  if ('problem' in read) return read
  const collected: Collected = collect(read.questions)
  const unanswered = whyNothing(collected.inventory)
  if (unanswered !== undefined) return { problem: { code: 'bundle', severity: 'error', message: unanswered } }
  return {
    inventory: withMigration(collected, plan?.migration),
    diagnostics: [...read.diagnostics, ...collected.diagnostics],
    originOf: originFinder(collected.origins, (file) => inside(host, path, file), plan?.file),
  }
}

function folderFiles(host: Host, path: string): BundleFiles {
  return {
    read: (name) => {
      if (!isPlainName(name)) return { reason: 'this is no name of a file in the bundle' }
      try {
        return { bytes: host.readPlainFile(inside(host, path, name)) }
      } catch (error) {
        const reason = lacks[errorCode(error) ?? ''] ?? whyUnreadable(error)
        if (reason === undefined) throw error
        return { reason }
      }
    },
  }
}

const noFile = 'this is no ordinary file but a folder, pipe or device; copy the bundle again'

/** What a bundle lacks where one of its files cannot be read; everything else is said of it as of any file. */
const lacks: Readonly<Record<string, string>> = {
  ENOENT: 'the file is not in the bundle; copy the bundle again',
  EISDIR: noFile,
  EDEVICE: noFile,
  ELINK: 'this is a link, and links in a bundle are not followed; put the file itself there',
  EFBIG: 'the file is larger than 512 MB; no export is',
}

function inside(host: Host, folder: string, name: string): string {
  return (host.platform === 'win32' ? win32 : posix).join(folder, name)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

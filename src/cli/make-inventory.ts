import { isZip } from '../collector/bundle/zip.ts'
import { collect } from '../collector/collect.ts'
import { withMigration } from '../collector/inventory-text.ts'
import { type LooseFile, parseAs, readLoose } from '../collector/loose.ts'
import { whyNothing } from '../collector/why-nothing.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { collectBundle, isBundleFolder, type Plan } from './bundle-source.ts'
import type { Host } from './host.ts'
import { whyUnreadable } from './host-errors.ts'

/** An inventory made from what was named, or why there is none. */
export interface Made {
  readonly inventory?: Inventory
  readonly said: readonly Said[]
}

/** What is said of a file on the way. */
export interface Said extends Pick<Diagnostic, 'severity' | 'message'> {
  readonly file: string
}

/** Makes an inventory of one bundle, or of exported files: those of `paths`, and those that `--as` names. */
export function inventoryOf(
  host: Host,
  paths: readonly string[],
  named: readonly string[],
  plan: Plan | undefined,
): Made {
  const [only, ...more] = paths
  if (only !== undefined && more.length === 0 && named.length === 0) {
    const bundle = bundleOf(host, only)
    if (bundle) return fromBundle(host, only, bundle.zip, plan)
  }
  const folder = paths.find((path) => host.isFolder(path))
  if (folder !== undefined) {
    const message = isBundleFolder(host, folder)
      ? 'this is a bundle; collect it by itself, one at a time'
      : 'this folder holds no manifest.json, so that it is no bundle; name the exported files in it'
    return { said: [{ file: folder, severity: 'error', message }] }
  }
  return fromFiles(host, paths, named, plan)
}

function bundleOf(host: Host, path: string): { readonly zip?: Uint8Array } | undefined {
  if (host.isFolder(path)) return isBundleFolder(host, path) ? {} : undefined
  try {
    const bytes = host.readFile(path)
    return isZip(bytes) ? { zip: bytes } : undefined
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error
    return undefined
  }
}

function fromBundle(host: Host, path: string, zip: Uint8Array | undefined, plan: Plan | undefined): Made {
  const collected = collectBundle(host, path, zip, plan)
  if ('problem' in collected) return { said: [{ file: path, ...collected.problem }] }
  return { inventory: collected.inventory, said: collected.diagnostics.map((one) => ({ file: path, ...one })) }
}

function fromFiles(host: Host, paths: readonly string[], named: readonly string[], plan: Plan | undefined): Made {
  const wanted = [
    ...paths.map((file) => ({ file })),
    ...named.flatMap((text) => {
      const one = parseAs(text)
      return one ? [{ file: one.file, as: one.name }] : []
    }),
  ]
  const said: Said[] = []
  const files: LooseFile[] = []
  for (const one of wanted) {
    try {
      files.push({ ...one, bytes: host.readFile(one.file) })
    } catch (error) {
      const message = whyUnreadable(error)
      if (message === undefined) throw error
      said.push({ file: one.file, severity: 'error', message })
    }
  }
  // A file that was named and is not there is a slip, not a fact about the deployment.
  if (said.length > 0) return { said }
  const read = readLoose(files)
  const collected = collect({ answers: read.answers })
  const remarks = [...read.diagnostics, ...collected.diagnostics].map((one) => ({ file: 'rds-lint', ...one }))
  if (whyNothing(collected.inventory) !== undefined)
    return {
      said: [
        ...remarks,
        {
          file: 'rds-lint',
          severity: 'error',
          message: 'none of the files holds anything that an inventory could be made of',
        },
      ],
    }
  return { inventory: withMigration(collected, plan?.migration), said: remarks }
}

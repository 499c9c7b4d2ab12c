import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { FileWatch } from './host.ts'

/** Programs write a file in several steps; what follows within this time, in milliseconds, is one change. */
const pause = 100

/** Watches files and folders with what is in them, also files that are not there yet. Keeps the process alive until it is closed. */
export function watchFiles(paths: readonly string[]): FileWatch {
  let timer: NodeJS.Timeout | undefined
  let hasChanged = false
  let wake: (() => void) | undefined
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      hasChanged = true
      wake?.()
    }, pause)
  }
  const watchers = [...foldersOf(paths)].flatMap(([folder, names]) => watcherOf(folder, names, changed) ?? [])
  return {
    next: async () => {
      // Without a folder that could be watched nothing would ever come.
      if (watchers.length === 0) return false
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve))
      return true
    },
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** Names to heed in each folder; all of them where the set is empty. Files are watched by their folders: editors put a new file in the place of the old one. */
function foldersOf(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>()
  for (const path of paths.filter(isFolder)) folders.set(path, new Set())
  for (const path of paths.filter((one) => !isFolder(one))) {
    const folder = dirname(path)
    const names = folders.get(folder)
    if (names === undefined) folders.set(folder, new Set([basename(path)]))
    else if (names.size > 0) names.add(basename(path))
  }
  return folders
}

function watcherOf(folder: string, names: ReadonlySet<string>, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: names.size === 0 }, (_, name) => {
      // Some systems do not say which file it was.
      if (name === null || names.size === 0 || names.has(name)) changed()
    })
    // A folder that goes away is a change; the next run says what is missing.
    watcher.on('error', changed)
    return watcher
  } catch {
    return undefined
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

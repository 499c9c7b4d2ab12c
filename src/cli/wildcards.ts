import { win32 } from 'node:path'
import type { FolderEntry, Host } from './host.ts'
import { errorCode } from './host-errors.ts'

/**
 * Gives the files that a path with `*` and `?` stands for, ordered by name; the path itself where it holds none.
 * For Windows, whose shells hand such paths on as they are.
 */
export function expandWildcards(path: string, host: Pick<Host, 'listFolder'>): readonly string[] {
  // The root may hold a question mark of its own: `\\?\C:\`.
  const { root } = win32.parse(path)
  const segments = path.slice(root.length).split(/[\\/]+/)
  if (!segments.some(isPattern)) return [path]
  const separator = path.includes('\\') || !path.includes('/') ? '\\' : '/'
  return expand(root, segments, separator, host.listFolder)
}

function expand(
  folder: string,
  segments: readonly string[],
  separator: string,
  list: Host['listFolder'],
): readonly string[] {
  const [segment = '', ...rest] = segments
  const isLast = rest.length === 0
  if (!isPattern(segment)) {
    const path = folder + segment
    return isLast ? existing(path, folder, segment, list) : expand(path + separator, rest, separator, list)
  }
  return entries(folder, list)
    .filter((entry) => entry.isFolder !== isLast && fits(entry.name.toLowerCase(), segment.toLowerCase()))
    .map((entry) => folder + entry.name)
    .sort()
    .flatMap((path) => (isLast ? [path] : expand(path + separator, rest, separator, list)))
}

function existing(path: string, folder: string, name: string, list: Host['listFolder']): readonly string[] {
  const isThere = entries(folder, list).some(
    (entry) => !entry.isFolder && entry.name.toLowerCase() === name.toLowerCase(),
  )
  return isThere ? [path] : []
}

// A folder that cannot be listed holds no file that fits.
function entries(folder: string, list: Host['listFolder']): readonly FolderEntry[] {
  try {
    return list(folder === '' ? '.' : folder)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return []
  }
}

function isPattern(segment: string): boolean {
  return /[*?]/.test(segment)
}

// Takes at most the product of the two lengths, where a regular expression with many stars could take for ever.
function fits(name: string, pattern: string): boolean {
  let at = 0
  let next = 0
  let star = -1
  let resume = 0
  while (at < name.length) {
    if (pattern[next] === '*') {
      star = next++
      resume = at
    } else if (pattern[next] === '?' || pattern[next] === name[at]) {
      next++
      at++
    } else if (star >= 0) {
      // The last star takes one character more.
      next = star + 1
      at = ++resume
    } else return false
  }
  return /^\**$/.test(pattern.slice(next))
}

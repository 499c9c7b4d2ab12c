export type Flavour = 'posix' | 'win32'

/** The working folder that files are named from, and how paths are spelt there; default `posix`. */
export interface Folder {
  readonly cwd?: string
  readonly flavour?: Flavour
}

/**
 * Gives the URI reference of a file: relative to the working folder where both share a root (`..` kept), else absolute
 * (`file:///D:/…`, `file://server/share/…`). Lexical: nothing is opened or resolved.
 */
export function fileUri(path: string, cwd: string | undefined, flavour: Flavour): string {
  const { root, segments } = located(path, cwd, flavour)
  return root === undefined ? reference(segments) : absolute(root, segments)
}

/** Gives the path of a file as `fileUri` finds it, with `/` between its parts and every letter as it is. */
export function filePath(path: string, { cwd, flavour = 'posix' }: Folder): string {
  const { root, segments } = located(path, cwd, flavour)
  const inside = segments.join('/')
  if (root === undefined) return inside === '' ? '.' : inside
  return root === '/' || root === '' ? `/${inside}` : `${root}/${inside}`
}

/** Where a file is: below a root, or below the working folder where there is none. */
function located(path: string, cwd: string | undefined, flavour: Flavour): Path {
  const parse = flavour === 'win32' ? parseWindows : parsePosix
  const file = parse(path)
  const folder = cwd === undefined ? undefined : parse(cwd)
  if (folder?.root === undefined) {
    return { root: file.root, segments: file.root === undefined ? normalized(file.segments) : rooted(file.segments) }
  }
  const segments = rooted(file.root === undefined ? [...folder.segments, ...file.segments] : file.segments)
  const root = file.root || folder.root
  if (!same(folder.root, root, flavour)) return { root, segments }
  return { root: undefined, segments: between(rooted(folder.segments), segments, flavour) }
}

interface Path {
  /** `/`, `C:`, `//server/share`; empty for the root of the drive in use; undefined where the path is relative. */
  readonly root: string | undefined
  readonly segments: readonly string[]
}

function parsePosix(path: string): Path {
  return { root: path.startsWith('/') ? '/' : undefined, segments: path.split('/') }
}

function parseWindows(path: string): Path {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^\/\/[?.]\/(?:UNC\/|(?=[a-z]:))/i, (prefix) => (/unc/i.test(prefix) ? '//' : ''))
  const share = /^\/\/([^/]+)\/+([^/]+)/.exec(plain)
  if (share) return { root: `//${share[1]}/${share[2]}`, segments: plain.slice(share[0].length).split('/') }
  const drive = /^[a-z]:(?=\/)/i.exec(plain)
  if (drive) return { root: drive[0], segments: plain.slice(2).split('/') }
  // `C:inventory.json` lies in the working folder of its drive, and only the one in use is known.
  if (/^[a-z]:/i.test(plain)) return { root: undefined, segments: plain.slice(2).split('/') }
  return { root: plain.startsWith('/') ? '' : undefined, segments: plain.split('/') }
}

function normalized(segments: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else kept.push(segment)
  }
  return kept
}

/** Above the root there is nothing. */
function rooted(segments: readonly string[]): readonly string[] {
  return normalized(segments).filter((segment) => segment !== '..')
}

function between(folder: readonly string[], file: readonly string[], flavour: Flavour): readonly string[] {
  let shared = 0
  while (shared < folder.length && same(folder[shared], file[shared], flavour)) shared++
  return [...folder.slice(shared).map(() => '..'), ...file.slice(shared)]
}

function same(one: string | undefined, other: string | undefined, flavour: Flavour): boolean {
  if (flavour === 'posix' || one === undefined || other === undefined) return one === other
  return one.toLowerCase() === other.toLowerCase()
}

function absolute(root: string, segments: readonly string[]): string {
  const path = segments.map(encoded).join('/')
  if (root.startsWith('//')) return `file:${root.split('/').map(encoded).join('/')}/${path}`
  return root === '' || root === '/' ? `file:///${path}` : `file:///${root.toUpperCase()}/${path}`
}

function reference(segments: readonly string[]): string {
  return segments.length === 0 ? '.' : segments.map(encoded).join('/')
}

function encoded(segment: string): string {
  // encodeURIComponent refuses half a surrogate pair.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))
}

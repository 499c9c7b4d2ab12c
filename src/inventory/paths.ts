import { fold } from './names.ts'

/** A Windows path taken apart, in the form that compares: without case, slashes either way, no slash at the end. */
export type WindowsPath =
  | { readonly kind: 'unc'; readonly server: string; readonly share: string; readonly below: string }
  | { readonly kind: 'local'; readonly path: string }

/** Takes a path apart by its text alone: nothing is opened or resolved. Whatever names no server is local. */
export function parsePath(text: string): WindowsPath {
  const known = parsed.get(text)
  if (known) return known
  const path = parse(text)
  if (parsed.size >= most) parsed.clear()
  parsed.set(text, path)
  return path
}

// Several rules take each location apart; a text of the same words is the same path in every estate.
const parsed = new Map<string, WindowsPath>()
const most = 10_000

function parse(text: string): WindowsPath {
  const plain = text.replaceAll('/', '\\').replace(extendedShare, '\\\\').replace(extended, '')
  const [first, ...rest] = segmentsOf(plain)
  if (!plain.startsWith('\\\\') || first === undefined) return { kind: 'local', path: segmentsOf(plain).join('\\') }
  const [share = '', ...below] = rest
  return { kind: 'unc', server: fold(first), share, below: below.join('\\') }
}

/** The folders above a path, the nearest first, each with what of the path stands below it, as written. */
export function foldersAbove(text: string): readonly { readonly folder: string; readonly below: string }[] {
  const plain = text.replaceAll('/', '\\').replace(/\\+$/, '')
  const ends = [...plain.matchAll(/(?<=[^\\])\\/g)].map(({ index }) => index).reverse()
  return ends.map((end) => ({ folder: plain.slice(0, end), below: plain.slice(end) }))
}

/** A path below some folder, in the form that compares. */
export function foldRelative(path: string): string {
  return segmentsOf(path.replaceAll('/', '\\')).join('\\')
}

const extendedShare = /^\\\\[?.]\\unc\\/i
const extended = /^\\\\[?.]\\/

function segmentsOf(path: string): readonly string[] {
  return path
    .toLowerCase()
    .split('\\')
    .filter((segment) => segment !== '' && segment !== '.')
}

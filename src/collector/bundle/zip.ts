import { type UnzipFileInfo, type Unzipped, unzipSync } from 'fflate'
import { type BundleFiles, isPlainName, manifestName } from './files.ts'

/** Whether bytes begin as those of a zip file do. */
export function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}

/** Gives the files of a zipped bundle, which may lie in one folder inside, or a sentence that says why there are none. */
export function unzip(bytes: Uint8Array): BundleFiles | { readonly reason: string } {
  let size = 0
  let entries = 0
  let tooMuch: string | undefined
  const names = new Set<string>()
  let twice: string | undefined
  // What one entry may grow to is fixed before it is unpacked: the package writes no more than the entry declares.
  const filter = ({ name, size: packed, originalSize, compression }: UnzipFileInfo): boolean => {
    size += originalSize
    entries++
    const inner = innerName(name)
    // The package would keep the last of two, and Windows one of two that differ in case.
    if (inner && names.has(inner.whole.toLowerCase())) twice ??= inner.file
    if (inner) names.add(inner.whole.toLowerCase())
    if (entries > mostEntries) tooMuch ??= `it holds more than ${mostEntries} files`
    if (size > mostBytes) tooMuch ??= `its files are larger than ${mostBytes / 2 ** 20} MB together`
    if (originalSize > 2 ** 20 && originalSize > packed * mostRatio)
      tooMuch ??= 'a file in it grows more than any export does'
    if (inner && compression !== 0 && compression !== 8)
      tooMuch ??= `${inner.file} is packed by method ${compression}, which rds-lint does not read`
    return tooMuch === undefined && inner !== undefined
  }
  let unpacked: Unzipped
  try {
    unpacked = unzipSync(bytes, { filter })
  } catch {
    return {
      reason: 'the zip file is damaged or cut off, or has a password; copy it again, or zip the folder without one',
    }
  }
  if (tooMuch !== undefined) return { reason: `the zip file is no bundle: ${tooMuch}; zip the folder of one bundle` }
  if (twice !== undefined) return { reason: `the zip file holds ${twice} twice; zip the folder again` }
  return filesOf(unpacked)
}

const mostEntries = 20_000
const mostBytes = 2 ** 29
// Deflate shrinks exports 10 to 100 times; a file of one letter shrinks 1,000 times.
const mostRatio = 400

function filesOf(unpacked: Unzipped): BundleFiles | { readonly reason: string } {
  const files = new Map<string, Uint8Array>()
  const folders = new Set<string>()
  for (const [path, content] of Object.entries(unpacked)) {
    const name = innerName(path)
    if (name === undefined) continue
    files.set(name.whole, content)
    if (name.file === manifestName) folders.add(name.folder)
  }
  const [folder, another] = folders
  if (folder === undefined)
    return {
      reason: `the zip file holds no ${manifestName} at its top or in a folder there; zip the folder of one bundle`,
    }
  if (another !== undefined) return { reason: 'the zip file holds several bundles; unpack it and name one' }
  return {
    read: (name) => {
      const content = isPlainName(name) ? files.get(folder + name) : undefined
      return content ? { bytes: content } : { reason: 'the file is not in the bundle' }
    },
  }
}

/** The name of a file at the top of a zip file or one folder below; undefined for everything else, which no bundle holds. */
function innerName(path: string) {
  // Windows before .NET 4.6.1 wrote backslashes, and tar writes a point in front.
  const parts = path.replaceAll('\\', '/').replace(/^\.\//, '').split('/')
  const file = parts.at(-1) ?? ''
  const folder = parts
    .slice(0, -1)
    .map((part) => `${part}/`)
    .join('')
  if (parts.length > 2 || !isPlainName(file) || !/^(?:[^/:]*[^/:.][^/:]*\/)?$/.test(folder)) return undefined
  return { file, folder, whole: folder + file }
}

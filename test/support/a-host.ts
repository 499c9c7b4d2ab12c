import { posix, win32 } from 'node:path'
import { type Host, hostError } from '../../src/cli/host.ts'

/** What a test says of the world; everything else is an empty folder on Linux, with nobody at a terminal. */
export interface World extends Partial<Omit<Host, 'readStdin'>> {
  /** Contents of files by their absolute paths; a missing one is a folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>
  readonly stdin?: string
}

/** A host whose files, streams and errors are in memory. */
interface TestHost extends Host {
  readonly out: () => string
  readonly err: () => string
  readonly written: ReadonlyMap<string, string>
}

/** Gives a host for a test. On win32 paths compare without case, as Windows has it. */
export function aHost({ files = {}, stdin = '', ...rest }: World = {}): TestHost {
  const { platform = 'linux', cwd = platform === 'win32' ? 'C:\\move' : '/move' } = rest
  const path = platform === 'win32' ? win32 : posix
  const name = (one: string) => (platform === 'win32' ? path.resolve(cwd, one).toLowerCase() : path.resolve(cwd, one))
  const contents = new Map(Object.entries(files).map(([file, text]) => [name(file), text]))
  const out: string[] = []
  const err: string[] = []
  const written = new Map<string, string>()
  const writeFile = rest.writeFile ?? (async (file: string, text: string) => void written.set(file, text))
  const readFile = (file: string) => {
    const text = contents.get(name(file))
    if (text === undefined) throw hostError(contents.has(name(file)) ? 'EISDIR' : 'ENOENT')
    return typeof text === 'string' ? new TextEncoder().encode(text) : text
  }
  return {
    args: [],
    env: {},
    platform,
    cwd,
    today: '2026-11-24',
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    readFile,
    readPlainFile: readFile,
    readStdin: async () => new TextEncoder().encode(stdin),
    listFolder: (folder) => {
      const inside = Object.entries(files).filter(([file]) => name(path.dirname(file)) === name(folder))
      if (inside.length === 0) throw hostError('ENOENT')
      return inside.map(([file, text]) => ({ name: path.basename(file), isFolder: text === undefined }))
    },
    identity: (file) => (contents.has(name(file)) ? name(file) : undefined),
    isFolder: (folder) =>
      name(folder) === name(cwd) || (contents.has(name(folder)) && contents.get(name(folder)) === undefined),
    makeFolder: () => {},
    watch: () => ({ next: async () => false, close: () => {} }),
    writeOut: async (text) => void out.push(text),
    writeErr: async (text) => void err.push(text),
    writeFile,
    stageFile: async (file, text) => ({ keep: () => writeFile(file, text), discard: () => undefined }),
    ...rest,
    out: () => out.join(''),
    err: () => err.join(''),
    written,
  }
}

/** The world as a command sees it: the only door to files, streams, clock and terminal, so that tests can bring their own. */
export interface Host {
  /** What follows the program's name. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Node's word for the operating system: `win32`, `linux`, … */
  readonly platform: string
  readonly cwd: string
  /** The day of the run in the local calendar: YYYY-MM-DD. */
  readonly today: string
  readonly stdinIsTerminal: boolean
  readonly stdoutIsTerminal: boolean
  /** Width of the terminal in characters; absent where there is none. */
  readonly columns?: number
  /** The bytes of a file or pipe; throws a `HostError` for anything else. */
  readonly readFile: (path: string) => Uint8Array
  /** The bytes of a file that is no link, pipe or device, and no larger than `most` bytes; throws a `HostError` for anything else. */
  readonly readPlainFile: (path: string, most?: number) => Uint8Array
  readonly readStdin: () => Promise<Uint8Array>
  readonly listFolder: (path: string) => readonly FolderEntry[]
  /** A name that two paths share exactly where both lead to one existing file, whatever links and case they use; undefined where nothing is there. */
  readonly identity: (path: string) => string | undefined
  readonly isFolder: (path: string) => boolean
  /** Makes a folder and those around it, as far as they are not there. */
  readonly makeFolder: (path: string) => void
  readonly writeOut: (text: string) => Promise<void>
  readonly writeErr: (text: string) => Promise<void>
  /** Begins to watch files and folders, be they there or not. */
  readonly watch: (paths: readonly string[]) => FileWatch
  /** Writes a whole file or leaves everything as it was. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** Writes a whole file beside its place, so that several can be put in their places together. */
  readonly stageFile: (path: string, text: string) => Promise<StagedFile>
}

/** A file that is written but not in its place yet. */
export interface StagedFile {
  /** Puts it in its place. */
  readonly keep: () => Promise<void>
  /** Takes it away again. */
  readonly discard: () => void
}

/** Files and folders that are being watched. */
export interface FileWatch {
  /** Gives true when something has changed since the watch began; false where nothing ever will. */
  readonly next: () => Promise<boolean>
  readonly close: () => void
}

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
}

/** What a `Host` throws: Node's error code, or `EDEVICE` for a device, `ELINK` for a link and `EFBIG` for a file too large to read. */
export interface HostError extends Error {
  readonly code: string
}

/** Makes a `HostError`. */
export function hostError(code: string): HostError {
  return Object.assign(new Error(code), { code })
}

/** The files of a bundle by their plain names, wherever they lie: in a folder, in a zip file. */
export interface BundleFiles {
  /** Gives the bytes of a file, or a sentence that says why there are none. Never follows a link, never leaves the bundle. */
  readonly read: (name: string) => FileContent
}

/** What a bundle holds under a name. */
export type FileContent = { readonly bytes: Uint8Array } | { readonly reason: string }

/** The name of the file that tells what a bundle holds. */
export const manifestName = 'manifest.json'

/** Whether a name is that of a file in the bundle's own folder on every system: no path, no drive, no stream, no device. */
export function isPlainName(name: string): boolean {
  return /^[^\\/:*?"<>|\p{Cc}]{1,200}$/u.test(name) && !/^\.+$|[. ]$/.test(name) && !device.test(name)
}

// "Naming Files, Paths, and Namespaces": a device in every folder, with any extension.
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

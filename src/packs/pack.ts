import type { Diagnostic } from '../model/diagnostic.ts'
import type { RulePack } from '../model/rule-pack.ts'
import type { LoadedRule } from '../rules/load-rule.ts'

/** The files of a pack by their paths inside of it, with `/`, wherever they lie. */
export interface PackFiles {
  /** Gives the bytes of a file, or a sentence that says why there are none. Never follows a link, never leaves the pack. */
  readonly read: (path: string) => { readonly bytes: Uint8Array } | { readonly reason: string }
  /** Gives what stands in a folder, by name; none where there is no such folder; or a sentence that says why it cannot be told. */
  readonly list: (folder: string) => readonly PackEntry[] | { readonly reason: string }
}

/** One entry of a folder of a pack; a link is no folder. */
export interface PackEntry {
  readonly name: string
  readonly isFolder: boolean
}

/** What `pack.yaml` says. */
export interface Manifest extends RulePack {
  /** The versions of rds-lint that the pack is for: a range as npm writes it. */
  readonly requires: string
}

/** The file of a pack's own folder that says what it is. */
export const manifestName = 'pack.yaml'

/** A rule of a pack, and the path of its file inside the pack. */
export interface PackRule extends Required<Pick<LoadedRule, 'rule' | 'file' | 'placeOf'>> {
  readonly path: string
}

/** What is wrong with a file of a pack; the path is empty where it is the folder itself. */
export interface PackProblem {
  readonly path: string
  readonly diagnostic: Diagnostic
}

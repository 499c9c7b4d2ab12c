import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** What each sentence of the article and each row of the list of constraints came to. */
export interface Coverage {
  /** Pages of Microsoft's by the key that rows name; without `url` where nobody knows where it stands today. */
  readonly pages: Readonly<Record<string, { readonly title: string; readonly url?: string }>>
  /** In the order of the article. */
  readonly article: readonly Sentence[]
  readonly rows: readonly Row[]
  /** Rules that rest on no row. */
  readonly ours: readonly Reason[]
  /** Ids that the catalogue of rules has and no rule bears. */
  readonly unwritten: readonly Reason[]
}

/** A sentence by its beginning, with the rows that it came to, or the reason why it came to none. */
export interface Sentence {
  readonly begins: string
  readonly rows?: readonly string[]
  readonly because?: string
}

export interface Row {
  readonly row: string
  /** What the page says, in our own words. */
  readonly says: string
  /** A key of `pages`. */
  readonly page: string
  readonly section?: string
  /** Ids of rules, and paths of data or code in this repository. */
  readonly by?: readonly string[]
  /** Why there is no rule, or why the rule goes another way. */
  readonly because?: string
  /** How a plan carries it: by which operations, and the rules that a runbook hears which goes against it. */
  readonly plan?: { readonly operations?: readonly string[]; readonly against?: readonly string[] }
}

export interface Reason {
  readonly rule: string
  readonly because: string
}

/** Reads `scripts/docs/coverage.yaml`. */
export async function readCoverage(): Promise<Coverage> {
  return parse(await readFile(new URL('coverage.yaml', import.meta.url), 'utf8'))
}

/** Whether something that answers a row is a path and no id of a rule. */
export function isPath(answer: string): boolean {
  return answer.includes('/')
}

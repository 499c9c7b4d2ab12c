import { matches } from '../expression/functions/matches.ts'
import { alsoCall } from '../functions.ts'
import type { LintOptions } from '../lint-options.ts'
import type { Report } from '../model/report.ts'
import type { Input } from './input.ts'
import { judge } from './judge.ts'

/** Judges as `judge` does, by rules of packs too, which may call all of the language. */
export function judgePacked(inputs: readonly Input[], options: LintOptions): Report {
  alsoCall(matches)
  return judge(inputs, options)
}

import { exitCodes } from '../../src/cli/lint-help.ts'
import { table } from './table.ts'

/** The exit codes with the verdicts that they stand for, as a Markdown table. */
export function exitCodeTable(): string {
  return table(
    ['exit code', 'verdict', 'meaning'],
    exitCodes.map(([code, explanation]) => {
      const [verdict = '', meaning = ''] = explanation.split(/: (.*)/s)
      return [code, `\`${verdict}\``, meaning]
    }),
  )
}

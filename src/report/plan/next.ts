import type { PlanReport } from '../../model/plan-report.ts'
import { notesAfter } from './last-state.ts'
import { noteWords } from './note.ts'

/** Gives the one thing to do next. */
export function nextOf(plan: PlanReport): string {
  const { verdict, steps, gaps, before, file } = plan
  if (verdict === 'unusable') return 'Report the rule that went wrong; the plan may lack what it would have found'
  const stuck = steps.find(({ status }) => status === 'blocked') ?? steps.find(({ status }) => status === 'undecided')
  const reason = stuck?.because.find(({ missing }) => stuck.status === 'undecided' || missing === undefined)
  if (before.verdict === 'blocked')
    return `Look at what rds-lint ${file} finds; what the next steps do not mend comes before them`
  if (stuck) return `Look at step ${stuck.step}: ${reason?.message ?? stuck.title}`
  if (gaps[0]) return `Find out: ${gaps[0].message}`
  const breaking = steps.find(({ simulation }) => simulation?.added.some(({ severity }) => severity === 'error'))
  const broken = breaking?.simulation?.added.find(({ severity }) => severity === 'error')
  if (breaking && broken) return `Look at step ${breaking.step}: ${broken.message}`
  if (before.verdict === 'undecided') return `Find out what rds-lint ${file} names as not known, then plan again`
  const left = notesAfter(plan).find(({ severity }) => severity === 'error')
  if (left) return `Look at what the last step leaves: ${noteWords(left)}`
  const first = steps.find(({ status }) => status === 'open')
  return first
    ? `Begin with step ${first.step}: ${first.title}`
    : 'Export the inventory again, and lint it with --phase after'
}

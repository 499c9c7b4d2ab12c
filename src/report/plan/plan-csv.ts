import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import { visible } from '../../model/visible.ts'
import { estimateOf, reasonsOf, stageNames } from './words.ts'

const columns = [
  'step',
  'stage',
  'status',
  'title',
  'interrupts',
  'estimate',
  'subjects',
  'commands',
  'verify',
  'because',
] as const

/** Gives the plan as CSV (RFC 4180), one row for each step, for spreadsheets and ticket systems. */
export function planCsv({ steps }: PlanReport): string {
  return `${[columns.map(cell), ...steps.map(rowOf)].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

function rowOf(step: PlanStep): readonly string[] {
  return [
    step.step,
    stageNames[step.category],
    step.status,
    step.title,
    step.interrupts ? 'yes' : 'no',
    estimateOf(step),
    step.subjects.join(' | '),
    step.commands.join('\n'),
    step.verify.join('\n'),
    reasonsOf(step).join('\n'),
  ].map(cell)
}

// What a spreadsheet takes for the start of a formula: in a cell, on each line of it, and behind a semicolon, which separates cells where the comma is a decimal sign.
const formula = /(^|;)(\s*["']?)(?=[=+\-@＝＋－＠])/gm

function cell(text: string): string {
  const lines = text.split('\n').map(visible).join('\n')
  const shown = lines.replace(formula, "$1$2'")
  return /[",\s;]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import { visible } from '../../model/visible.ts'
import { finalVerdict, finalWords, leftBehind } from './left-behind.ts'
import { beforeWords, estimateOf, reasonsOf, stageNames } from './words.ts'

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
  'leaves',
] as const

/**
 * Gives the plan as CSV (RFC 4180) for spreadsheets and ticket systems: one row for each step, and one without a number for
 * whatever else keeps the plan from being ready.
 */
export function planCsv(plan: PlanReport): string {
  const rows = [columns.map(cell), ...inventoryRow(plan), ...plan.steps.map(rowOf), ...openRows(plan)]
  return `${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

function inventoryRow(plan: PlanReport): readonly (readonly string[])[] {
  const { verdict } = plan.before
  return verdict === 'ready' ? [] : [unnumbered('Inventory', verdict, `The inventory itself is ${beforeWords(plan)}.`)]
}

function openRows(plan: PlanReport): readonly (readonly string[])[] {
  const verdict = finalVerdict(plan)
  const isEndFine = verdict === undefined || verdict === 'ready'
  return [
    ...plan.gaps.map(({ category, message }) => unnumbered(stageNames[category], 'undecided', message)),
    ...(isEndFine ? [] : [unnumbered('After the last step', verdict, '', finalWords(plan))]),
  ]
}

function unnumbered(stage: string, status: string, title: string, leaves: readonly string[] = []): readonly string[] {
  return ['', stage, status, title, ...Array(columns.length - 5).fill(''), leaves.join('\n')].map(cell)
}

function rowOf(step: PlanStep): readonly string[] {
  const left = step.simulation ? leftBehind(step.simulation, false) : []
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
    left.map(({ label, words }) => `${label} ${words}`).join('\n'),
  ].map(cell)
}

// What a spreadsheet takes for the start of a formula: in a cell, on each line of it, and behind a semicolon, which separates cells where the comma is a decimal sign.
const formula = /(^|;)(\s*["']?)(?=[=+\-@＝＋－＠])/gm

function cell(text: string): string {
  const lines = text.split('\n').map(visible).join('\n')
  const shown = lines.replace(formula, "$1$2'")
  return /[",\s;]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

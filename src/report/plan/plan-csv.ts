import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import { visible } from '../../model/visible.ts'
import { cellsAfter, cellsBefore, cellsOfSteps, type StateCells } from './simulated-csv.ts'
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
] as const

const stateColumns = ['verdict', 'added', 'cleared', 'undecided', 'findings'] as const

type Row = Readonly<Partial<Record<(typeof columns)[number] | keyof StateCells, string>>>

/** Gives the plan as CSV (RFC 4180), one row for each step and one without a number for what else keeps the plan from being ready, for spreadsheets and ticket systems; simulated, with a row for the state before the first step and one for the last. */
export function planCsv(plan: PlanReport): string {
  const { steps, final } = plan
  const left = final && cellsOfSteps(plan)
  const names = final ? [...columns, ...stateColumns] : columns
  const rows: readonly Row[] = [
    ...(final ? [{ step: 'before', title: 'Before the first step', ...cellsBefore(plan) }] : inventoryRow(plan)),
    ...steps.map((step) => ({ ...rowOf(step), ...left?.(step) })),
    ...plan.gaps.map(({ category, message }) => open(stageNames[category], 'undecided', message)),
    ...(final ? [{ step: 'final', title: 'After the last step', ...cellsAfter(plan) }] : []),
  ]
  const lines = [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name] ?? '')))]
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

function inventoryRow(plan: PlanReport): readonly Row[] {
  const { verdict } = plan.before
  return verdict === 'ready' ? [] : [open('Inventory', verdict, `The inventory itself is ${beforeWords(plan)}.`)]
}

/** A row without a step, for what else keeps the plan from being ready. */
function open(stage: string, status: string, title: string): Row {
  return { stage, status, title }
}

function rowOf(step: PlanStep): Row {
  return {
    // A spreadsheet would read 2.10 as 2.1.
    step: `Step ${step.step}`,
    stage: stageNames[step.category],
    status: step.status,
    title: step.title,
    interrupts: step.interrupts ? 'yes' : 'no',
    estimate: estimateOf(step),
    subjects: step.subjects.join(' | '),
    commands: step.commands.join('\n'),
    verify: step.verify.join('\n'),
    because: reasonsOf(step).join('\n'),
  }
}

// What a spreadsheet takes for the start of a formula: in a cell, on each line of it, and behind a semicolon, which separates cells where the comma is a decimal sign.
const formula = /(^|;)(\s*["']?)(?=[=+\-@＝＋－＠])/gm

function cell(text: string): string {
  const lines = text.split('\n').map(visible).join('\n')
  const shown = lines.replace(formula, "$1$2'")
  return /[",\s;]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

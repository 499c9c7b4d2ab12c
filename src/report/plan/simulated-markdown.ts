import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import type { Verdict } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { markdownText } from '../markdown-text.ts'
import { grouped } from '../pretty/words.ts'
import { type Between, between, judgementWords, untilWords } from './between.ts'
import { finalVerdict, notesAfter } from './last-state.ts'
import { lightWords, type Note, noteWords, stateRemark, weighs, whenWords } from './note.ts'
import { notesBefore } from './notes.ts'

/** Rows and items of one list; a page of more is for other formats. */
const most = 500

/** Gives what is wrong between the steps as a table, and what the inventory itself lacks; nothing of a plan that was not simulated. */
export function statesOf(
  plan: PlanReport,
  notes: ReadonlyMap<string, readonly Note[]>,
  isVerbose: boolean,
): readonly string[] {
  if (!plan.final) return []
  const rows = between(notes)
  const table = ['| from | until | what is wrong |', '| --- | --- | --- |', ...rows.slice(0, most).map(row)]
  return [
    '## Between the steps',
    judgementWords(plan),
    rows.length === 0
      ? 'No step adds or clears an error or a warning, and none leaves anything undecided that would block.'
      : table.join('\n'),
    ...(rows.length > most ? [leftOut(rows.length - most)] : []),
    ...stateBlocks('Before the first step', plan.before.verdict, notesBefore(plan), isVerbose),
  ]
}

/** Gives the last state as after the move; nothing of a plan that was not simulated. */
export function finalOf(plan: PlanReport, isVerbose: boolean): readonly string[] {
  const verdict = finalVerdict(plan)
  return verdict ? stateBlocks('After the last step', verdict, notesAfter(plan), isVerbose) : []
}

/** Gives the verdict on the state after a step, and what it adds, opens and clears; nothing of a step that was not simulated. */
export function afterBlocks({ simulation }: PlanStep, notes: readonly Note[], isVerbose: boolean): readonly string[] {
  return simulation ? [`After it: **${simulation.verdict}**`, ...listBlocks(notes, isVerbose)] : []
}

function stateBlocks(title: string, verdict: Verdict, notes: readonly Note[], isVerbose: boolean): readonly string[] {
  const remark = stateRemark(verdict, notes)
  return [`## ${title}: ${verdict}`, ...(remark === undefined ? [] : [remark]), ...listBlocks(notes, isVerbose)]
}

function listBlocks(notes: readonly Note[], isVerbose: boolean): readonly string[] {
  const telling = notes.filter((note) => isVerbose || weighs(note))
  const lines = telling.slice(0, most).map(item)
  const folded = notes.length - telling.length
  return [
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(telling.length > most ? [leftOut(telling.length - most)] : []),
    ...(folded > 0 ? [`${lightWords(folded, lines.length > 0)}; \`--verbose\` lists them.`] : []),
  ]
}

function item(note: Note): string {
  const { does, severity, message } = note
  const kind = message === undefined ? '**undecided**' : `**${severity}**`
  // Of what would not block it is told how much it counts.
  const weight = message === undefined && severity !== 'error' ? ` (${severity})` : ''
  const when = whenWords(note)
  return `- ${does === undefined ? '' : `${does} `}${kind}${weight}${when === '' ? '' : ` ${when}`}: ${shown(noteWords(note))}`
}

function row(one: Between): string {
  const { kind, from, words } = one
  return `| ${from === undefined ? 'the start' : `step ${from}`} | ${untilWords(one)} | **${kind}**: ${shown(words)} |`
}

function leftOut(number: number): string {
  return `${grouped(number)} more are left out here; the format json has them all.`
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}

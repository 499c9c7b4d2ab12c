import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import { legible } from '../../model/visible.ts'
import { grouped } from '../pretty/words.ts'
import { finalVerdict, notesAfter } from './last-state.ts'
import { type Note, noteWords, whenWords } from './note.ts'
import { notesBefore, notesOf } from './notes.ts'

/** What a row of a simulated plan says of a state, by the names of JSON. */
export interface StateCells {
  readonly verdict: string
  readonly added: string
  readonly cleared: string
  readonly undecided: string
  /** All that was found in the state before the first step, or in the last one. */
  readonly findings: string
}

/** Excel holds 32,767 characters in a cell. */
const most = 30_000

/** Gives what each step leaves, by the number of the step. */
export function cellsOfSteps(plan: PlanReport): (step: PlanStep) => StateCells {
  const notes = notesOf(plan)
  return ({ step, simulation }) => {
    const own = notes.get(step) ?? []
    const of = (does: Note['does']) => lines(own.filter((note) => note.does === does))
    return {
      verdict: simulation?.verdict ?? '',
      added: of('adds'),
      cleared: of('clears'),
      undecided: of('opens'),
      findings: '',
    }
  }
}

/** Gives the inventory itself, linted in its own phase. */
export function cellsBefore(plan: PlanReport): StateCells {
  return stateCells(plan.before.verdict, notesBefore(plan))
}

/** Gives the last state, linted as after the move. */
export function cellsAfter(plan: PlanReport): StateCells {
  return stateCells(finalVerdict(plan) ?? '', notesAfter(plan))
}

function stateCells(verdict: string, notes: readonly Note[]): StateCells {
  const isFound = ({ message }: Note) => message !== undefined
  return {
    ...{ verdict, added: '', cleared: '' },
    undecided: lines(notes.filter((note) => !isFound(note))),
    findings: lines(notes.filter(isFound)),
  }
}

/** One line for each, as many as a cell holds. */
function lines(notes: readonly Note[]): string {
  let text = ''
  for (const [index, note] of notes.entries()) {
    const when = whenWords(note)
    const line = legible(`${note.severity}${when === '' ? '' : ` ${when}`}: ${noteWords(note)}`, 1000, 4000)
    if (text.length + line.length > most)
      return `${text}\n${grouped(notes.length - index)} more; the format json has them all`
    text += index === 0 ? line : `\n${line}`
  }
  return text
}

import type { PlanReport } from '../../model/plan-report.ts'
import type { Verdict } from '../../model/report.ts'
import type { FinalState } from '../../model/simulation.ts'
import { worstOf } from '../../model/worst.ts'
import { found, gravestFirst, type Note, noteWords, open } from './note.ts'

/** Gives what the last state of a simulated plan lacks after the move, and what no step mends as long as it moves. */
export function notesAfter({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): readonly Note[] {
  const after = final ? stateNotes(final) : []
  const told = new Set(after.map(noteWords))
  const during = lasting ? stateNotes(lasting).filter((note) => note.severity === 'error') : []
  const others = during.filter((note) => !told.has(noteWords(note))).map((note) => ({ ...note, isOnTheWay: true }))
  return gravestFirst([...after, ...others])
}

/** Gives the verdict on the last state, as after the move and on the way; undefined where the plan was not simulated. */
export function finalVerdict({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): Verdict | undefined {
  return final && worstOf([final.verdict, lasting?.verdict ?? final.verdict])
}

function stateNotes({ findings, undecided }: FinalState): readonly Note[] {
  return [...findings.map((one) => found(one)), ...undecided.map((one) => open(one))]
}

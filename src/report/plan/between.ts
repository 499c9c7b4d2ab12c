import type { PlanReport } from '../../model/plan-report.ts'
import type { Severity } from '../../model/report.ts'
import { count } from '../pretty/words.ts'
import { type Note, noteWords, weighs } from './note.ts'

/** Something wrong between two steps of a simulated plan, or what a step leaves undecided. */
export interface Between {
  readonly kind: Severity | 'undecided'
  /** The step that brought it; absent where it was there before the first one. */
  readonly from?: string
  /** The step that ends it; absent where it stays to the end, and of what is undecided. */
  readonly until?: string
  readonly words: string
  /** Whether nobody can tell when it ends. */
  readonly isOpen: boolean
}

/** Gives what is wrong between the steps: what was there at the start and a step ends, then what steps bring; questions of a step as one. */
export function between(notes: ReadonlyMap<string, readonly Note[]>): readonly Between[] {
  const rows = [...notes].flatMap(([step, own]) => {
    const telling = own.filter(weighs)
    const open = telling.filter(({ does }) => does === 'opens')
    const question = `${count(open.length, 'undecided rule')}, named at the step`
    return [
      ...telling.filter(({ does }) => does === 'adds').map((note) => stretch(note, step, note.other)),
      ...(open.length > 0
        ? [{ kind: 'undecided', from: step, words: question, isOpen: true } as const satisfies Between]
        : []),
      ...telling.filter((note) => note.does === 'clears' && !note.other).map((note) => stretch(note, undefined, step)),
    ]
  })
  return [...rows.filter(({ from }) => from === undefined), ...rows.filter(({ from }) => from !== undefined)]
}

/** Says how the states of a simulated plan were judged, and what came of it: "ready after steps 1.1 to 2.6" for each run of steps with the same verdict. */
export function judgementWords({ steps }: PlanReport): string {
  const runs: { verdict: string; first: string; last: string }[] = []
  for (const { step, simulation } of steps) {
    if (!simulation) continue
    const run = runs.at(-1)
    if (run?.verdict === simulation.verdict) run.last = step
    else runs.push({ verdict: simulation.verdict, first: step, last: step })
  }
  const told = runs.map(({ verdict, first, last }) => {
    return `${verdict} after ${first === last ? `step ${first}` : `steps ${first} to ${last}`}`
  })
  const how = 'Every state, the inventory as it is first, was linted as during the move'
  return told.length === 0 ? `${how}.` : `${how}: ${told.join('; ')}. What stays throughout is not named here.`
}

/** Gives when it ends, in a word for a cell. */
export function untilWords({ until, isOpen }: Between): string {
  if (until === undefined) return isOpen ? 'not known' : 'to the end'
  return isOpen ? `step ${until}, which leaves it open` : `step ${until}`
}

function stretch(note: Note, from: string | undefined, until: string | undefined): Between {
  return {
    kind: note.severity,
    words: noteWords(note),
    isOpen: note.isOpenThen ?? false,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
}

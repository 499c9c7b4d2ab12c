import type { PlanReport, PlanStage } from '../../model/plan-report.ts'
import { columns } from '../pretty/columns.ts'
import { type Page, type PrettyOptions, pageOf } from '../pretty/page.ts'
import { placeOf } from '../pretty/place.ts'
import { flow, labelled, setIn, wrap } from '../pretty/wrap.ts'
import { finalVerdict, notesAfter } from './last-state.ts'
import { nextOf } from './next.ts'
import { type Note, noteWords, whenWords } from './note.ts'
import { notesOf } from './notes.ts'
import { stepLines } from './step-lines.ts'
import {
  beforeWords,
  numbersOf,
  sourceWords,
  stageNumbers,
  stageTitle,
  stepsOf,
  subjectOf,
  totalOf,
  verdictWords,
} from './words.ts'

/** Gives the plan as a runbook for a terminal: what to do next, then stage by stage what to type and what to look at. */
export function planPretty(plan: PlanReport, options: PrettyOptions = {}): string {
  const page = pageOf(options)
  const notes = notesOf(plan)
  const sections = [
    head(plan, page),
    ...plan.stages.map((stage) => stageLines(stage, plan, notes, page)),
    finalLines(plan, page),
    remarks('Not known', plan.gaps, page),
    ...(page.quiet ? [] : [remarks('Stays as it is', plan.remarks, page), pages(plan, page)]),
  ]
  const lines = sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ['', ...section]))
  return `${lines.join('\n')}\n`
}

function head(plan: PlanReport, page: Page): readonly string[] {
  const file = placeOf(plan.file, undefined, page)
  const [first = '', ...others] = flow([file, ...subjectOf(plan)], page.dot, page.width)
  const total = totalOf(plan)
  const row = (label: string, text: string) => labelled(label, 10, wrap(page.show(text), page.width - 10), page.faint)
  return [
    first.startsWith(file) ? page.strong(file) + first.slice(file.length) : first,
    ...others,
    '',
    page.verdict[plan.verdict](`PLAN ${plan.verdict.toUpperCase()}`),
    ...wrap(
      `${verdictWords(plan)}.`.replace(/^./, (letter) => letter.toUpperCase()),
      page.width,
    ),
    ...row('steps', numbersOf(plan).join(', ')),
    ...row('inventory', beforeWords(plan)),
    ...(total === undefined
      ? []
      : row('estimate', `${total} for all servers, one after the other, as Microsoft estimates each`)),
    ...row('next', nextOf(plan)),
  ]
}

function stageLines(
  stage: PlanStage,
  plan: PlanReport,
  notes: ReadonlyMap<string, readonly Note[]>,
  page: Page,
): readonly string[] {
  const steps = stepsOf(stage, plan)
  const title = stageTitle(stage)
  const numbers = stageNumbers(stage, steps).join(` ${page.dot} `)
  const gap = page.width - columns(title) - columns(numbers)
  const heading =
    gap >= 2
      ? [page.strong(title) + ' '.repeat(gap) + page.faint(numbers)]
      : [page.strong(title), `  ${page.faint(numbers)}`]
  return [...heading, ...steps.flatMap((step) => stepLines(step, notes.get(step.step) ?? [], page))]
}

function finalLines(plan: PlanReport, page: Page): readonly string[] {
  const verdict = finalVerdict(plan)
  if (verdict === undefined) return []
  const blocking = notesAfter(plan).filter(({ severity }) => severity === 'error')
  return [
    page.strong(`After the last step: ${verdict}`),
    ...blocking.flatMap((note) => setIn(wrap(page.show(lastWords(note)), page.width - 2), 2)),
  ]
}

function lastWords(note: Note): string {
  const when = whenWords(note)
  return when === '' ? noteWords(note) : `${when}: ${noteWords(note)}`
}

function remarks(title: string, list: PlanReport['gaps'], page: Page): readonly string[] {
  if (list.length === 0) return []
  return [page.strong(title), ...list.flatMap(({ message }) => setIn(wrap(page.show(message), page.width - 2), 2))]
}

function pages({ order, durations }: PlanReport, page: Page): readonly string[] {
  const cited = (sources: PlanReport['order']) =>
    sources.flatMap((source) =>
      setIn(
        wrap(page.show(sourceWords(source)), page.width - 2).map((line) => page.link(line, source.url)),
        2,
      ),
    )
  return [page.strong('Order of the steps, and estimates'), ...cited(order), ...cited(durations)]
}

import { firstOf } from '../../model/listed.ts'
import type { PlanReport, PlanStage, PlanStep } from '../../model/plan-report.ts'
import type { Simulation } from '../../model/simulation.ts'
import { columns } from '../pretty/columns.ts'
import { type Page, type PrettyOptions, pageOf } from '../pretty/page.ts'
import { placeOf } from '../pretty/place.ts'
import { flow, labelled, setIn, wrap } from '../pretty/wrap.ts'
import {
  beforeWords,
  estimateOf,
  nextOf,
  numbersOf,
  planVerdicts,
  reasonsOf,
  sourceWords,
  stageNumbers,
  stageTitle,
  stepsOf,
  subjectOf,
  totalOf,
} from './words.ts'

const indent = 12
const labelWidth = 7

/** Gives the plan as a runbook for a terminal: what to do next, then stage by stage what to type and what to look at. */
export function planPretty(plan: PlanReport, options: PrettyOptions = {}): string {
  const page = pageOf(options)
  const sections = [
    head(plan, page),
    ...plan.stages.map((stage) => stageLines(stage, plan, page)),
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
      `${planVerdicts[plan.verdict]}.`.replace(/^./, (letter) => letter.toUpperCase()),
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

function stageLines(stage: PlanStage, plan: PlanReport, page: Page): readonly string[] {
  const steps = stepsOf(stage, plan)
  const title = stageTitle(stage)
  const numbers = stageNumbers(stage, steps).join(` ${page.dot} `)
  const gap = page.width - columns(title) - columns(numbers)
  const heading =
    gap >= 2
      ? [page.strong(title) + ' '.repeat(gap) + page.faint(numbers)]
      : [page.strong(title), `  ${page.faint(numbers)}`]
  return [...heading, ...steps.flatMap((step) => stepLines(step, page))]
}

const boxes = { open: '[ ]', done: '[x]', blocked: '[!]', undecided: '[?]' } as const

function stepLines(step: PlanStep, page: Page): readonly string[] {
  const { status, title, interrupts } = step
  const marks = [
    ...(status === 'blocked' || status === 'undecided' ? [status] : []),
    ...(interrupts && status !== 'done' ? ['interrupts'] : []),
  ]
  const lead = `  ${boxes[status]} ${step.step.padEnd(indent - 7)} `
  const [first = '', ...others] = wrap(page.show(title), page.width - indent - 1)
  const tag = marks.join(', ')
  const gap = page.width - indent - columns(first) - columns(tag)
  const painted =
    status === 'blocked'
      ? page.verdict.blocked(tag)
      : status === 'undecided'
        ? page.verdict.undecided(tag)
        : page.faint(tag)
  const text = status === 'done' ? page.faint(first) : first
  const tagged = tag === '' ? [lead + text] : gap >= 2 ? [lead + text + ' '.repeat(gap) + painted] : [lead + text]
  const under = tag !== '' && gap < 2 ? [painted] : []
  return [
    ...tagged,
    ...setIn(
      [...others, ...under, ...(status === 'done' || page.quiet ? reasons(step, page) : body(step, page))],
      indent,
    ),
  ]
}

function reasons(step: PlanStep, page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  return reasonsOf(step).flatMap((reason) => labelled('why', labelWidth, wrap(page.show(reason), room), page.faint))
}

function body(step: PlanStep, page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  const part = (label: string, lines: readonly string[]) => labelled(label, labelWidth, lines, page.faint)
  return [
    ...reasons(step, page),
    ...part('do', step.commands.map(page.showCommand)),
    ...part('check', step.verify.map(page.showCommand)),
    ...(step.simulation ? simulated(step.simulation, page) : []),
    ...(page.verbose
      ? [
          ...part('takes', [`${estimateOf(step)} for the server that it is about`]),
          ...part(
            'source',
            step.sources.flatMap((source) => [
              ...wrap(page.show(sourceWords(source)), room).map((line) => page.link(line, source.url)),
              page.showCommand(source.url),
            ]),
          ),
        ]
      : []),
  ]
}

/** What a step leaves behind: what it adds and clears, advice only where all is asked for. */
function simulated({ added, cleared, undecided }: Simulation, page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  const told = (label: string, entries: Simulation['added']) =>
    entries
      .filter(({ severity }) => severity !== 'info' || page.verbose)
      .flatMap(({ severity, message, rule }) =>
        labelled(
          label,
          labelWidth,
          wrap(page.show(`${severity}: ${message} (${rule})`), room),
          page.severity[severity],
        ),
      )
  return [
    ...told('adds', added),
    ...told('clears', cleared),
    ...undecided
      .filter(({ severity }) => severity === 'error' || page.verbose)
      .flatMap(({ rule, subject, missing }) =>
        labelled(
          'opens',
          labelWidth,
          wrap(page.show(undecidedWords(rule, subject, missing)), room),
          page.verdict.undecided,
        ),
      ),
  ]
}

function finalLines({ final }: PlanReport, page: Page): readonly string[] {
  if (!final) return []
  const blocking = final.findings.filter(({ severity }) => severity === 'error')
  const open = final.undecided.filter(({ severity }) => severity === 'error')
  return [
    page.strong(`After the last step: ${final.verdict}`),
    ...blocking.flatMap(({ message, rule }) => setIn(wrap(page.show(`${message} (${rule})`), page.width - 2), 2)),
    ...open.flatMap(({ rule, subject, missing }) =>
      setIn(wrap(page.show(undecidedWords(rule, subject, missing)), page.width - 2), 2),
    ),
  ]
}

function undecidedWords(rule: string, subject: string, missing: readonly string[]): string {
  return `${subject} cannot be judged (${rule}). Not known: ${firstOf(missing)}.`
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

import type { PlanStep } from '../../model/plan-report.ts'
import type { Simulation } from '../../model/simulation.ts'
import { columns } from '../pretty/columns.ts'
import type { Page } from '../pretty/page.ts'
import { labelled, setIn, wrap } from '../pretty/wrap.ts'
import { leftBehind } from './left-behind.ts'
import { estimateOf, reasonsOf, sourceWords } from './words.ts'

const indent = 12
const labelWidth = 7

const boxes = { open: '[ ]', done: '[x]', blocked: '[!]', undecided: '[?]' } as const

/** Gives a step: its box and title, why it waits, what to type and look at, and what its state adds and clears. */
export function stepLines(step: PlanStep, page: Page): readonly string[] {
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

function simulated(simulation: Simulation, page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  return leftBehind(simulation, page.verbose).flatMap(({ label, severity, words }) =>
    labelled(
      label,
      labelWidth,
      wrap(page.show(words), room),
      label === 'opens' ? page.verdict.undecided : page.severity[severity],
    ),
  )
}

import { groupBy } from '../../model/group-by.ts'
import type { PlanStep } from '../../model/plan-report.ts'
import { columns } from '../pretty/columns.ts'
import type { Page } from '../pretty/page.ts'
import { labelled, setIn, wrap } from '../pretty/wrap.ts'
import { missingWords, type Note, noteWords, weighs, whenWords } from './note.ts'
import { estimateOf, reasonsOf, sourceWords } from './words.ts'

const indent = 12
const labelWidth = 7

const boxes = { open: '[ ]', done: '[x]', blocked: '[!]', undecided: '[?]' } as const

/** Gives a step: its box and title, why it waits, what to type and look at, and what its state adds and clears. */
export function stepLines(step: PlanStep, notes: readonly Note[], page: Page): readonly string[] {
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
      [
        ...others,
        ...under,
        ...(status === 'done' || page.quiet ? [...reasons(step, page), ...left(notes, page)] : body(step, notes, page)),
      ],
      indent,
    ),
  ]
}

function reasons(step: PlanStep, page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  return reasonsOf(step).flatMap((reason) => labelled('why', labelWidth, wrap(page.show(reason), room), page.faint))
}

function body(step: PlanStep, notes: readonly Note[], page: Page): readonly string[] {
  const room = page.width - indent - labelWidth
  const part = (label: string, lines: readonly string[]) => labelled(label, labelWidth, lines, page.faint)
  return [
    ...reasons(step, page),
    ...part('do', step.commands.map(page.showCommand)),
    ...part('check', step.verify.map(page.showCommand)),
    ...left(notes, page),
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

/** What a step leaves behind: what it adds, opens and clears, advice only where all is asked for. */
function left(notes: readonly Note[], page: Page): readonly string[] {
  const shown = notes.filter((note) => page.verbose || weighs(note))
  const line = (does: Note['does'], words: string, paint: (text: string) => string) =>
    labelled(does ?? '', labelWidth, wrap(page.show(words), page.width - indent - labelWidth), paint)
  const lines = (kind: Note['does']) =>
    shown
      .filter(({ does, message }) => does === kind && message !== undefined)
      .flatMap((note) =>
        line(kind, `${note.severity} ${whenWords(note)}: ${noteWords(note)}`, page.severity[note.severity]),
      )
  const open = shown.filter(({ message }) => message === undefined)
  const opens = questionsOf(open).flatMap((words) => line('opens', words, page.verdict.undecided))
  return [...lines('adds'), ...opens, ...lines('clears')]
}

/** What cannot be judged for want of the same facts in one line, since a new host leaves many rules open. */
function questionsOf(open: readonly Note[]): readonly string[] {
  return groupBy(open, ({ missing, was }) => was ?? missing.join('\n')).flatMap((group) => {
    const [first] = group
    if (!first || group.length === 1) return group.map(noteWords)
    const rules = new Set(group.map(({ rule }) => rule))
    return [`${missingWords(first)} Waits: ${[...rules].join(', ')}.`]
  })
}

import type { PlanReport, PlanStage, PlanStep } from '../../model/plan-report.ts'
import type { Source } from '../../model/report.ts'
import { codeBlock, markdownText } from '../markdown-text.ts'
import type { PrettyOptions } from '../pretty.ts'
import { webAddress } from '../web-address.ts'
import { finalVerdict } from './last-state.ts'
import { nextOf } from './next.ts'
import type { Note } from './note.ts'
import { notesOf } from './notes.ts'
import { afterBlocks, finalOf, statesOf } from './simulated-markdown.ts'
import {
  beforeWords,
  numbersOf,
  reasonsOf,
  sourceWords,
  stageNumbers,
  stageTitle,
  statusNames,
  stepsOf,
  subjectOf,
  totalOf,
  verdictWords,
} from './words.ts'

/** Gives the plan as a page of Markdown: a list of tasks for each stage, with what to type and what to look at. */
export function planMarkdown(plan: PlanReport, { verbose = false }: Pick<PrettyOptions, 'verbose'> = {}): string {
  const notes = notesOf(plan)
  const total = totalOf(plan)
  const blocks = [
    `# ${markdownText(plan.file)}: plan ${plan.verdict}`,
    `**${[...subjectOf(plan), ...numbersOf(plan)].map(markdownText).join('; ')}**`,
    `The inventory itself is ${markdownText(beforeWords(plan))}. In all, ${verdictWords(plan)}.${plan.final ? ` After the last step the deployment is ${finalVerdict(plan)}.` : ''}${total === undefined ? '' : ` Microsoft estimates ${total} for all servers, one after the other.`}`,
    `Next: ${markdownText(nextOf(plan))}`,
    ...statesOf(plan, notes, verbose),
    ...plan.stages.flatMap((stage) => stageBlocks(stage, plan, notes, verbose)),
    ...finalOf(plan, verbose),
    ...remarks('Not known', plan.gaps),
    ...remarks('Stays as it is', plan.remarks),
    '## Pages',
    list([...plan.order, ...plan.durations].map(source)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function stageBlocks(
  stage: PlanStage,
  plan: PlanReport,
  notes: ReadonlyMap<string, readonly Note[]>,
  isVerbose: boolean,
): readonly string[] {
  const steps = stepsOf(stage, plan)
  return [
    `## ${stageTitle(stage)}`,
    stageNumbers(stage, steps).join('; '),
    ...steps.map((step) => stepBlock(step, afterBlocks(step, notes.get(step.step) ?? [], isVerbose))),
  ]
}

function stepBlock(step: PlanStep, after: readonly string[]): string {
  const marks = [
    ...(step.status === 'open' || step.status === 'done' ? [] : [statusNames[step.status]]),
    ...(step.interrupts ? ['interrupts service'] : []),
  ]
  const head = `- [${step.status === 'done' ? 'x' : ' '}] **${step.step}** ${markdownText(step.title)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  const body = [
    ...reasonsOf(step).map(markdownText),
    ...(step.status === 'done'
      ? []
      : [codeBlock(step.commands, 'powershell'), 'Check:', codeBlock(step.verify, 'powershell')]),
    ...after,
  ]
  return [head, ...body.map((block) => block.replace(/^/gm, '  '))].join('\n\n')
}

function remarks(title: string, entries: PlanReport['gaps']): readonly string[] {
  return entries.length === 0 ? [] : [`## ${title}`, list(entries.map(({ message }) => markdownText(message)))]
}

function source(one: Source): string {
  const address = webAddress(one.url)
  const words = markdownText(sourceWords(one))
  return address === undefined ? words : `[${words}](<${address.replaceAll('>', '%3E')}>)`
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

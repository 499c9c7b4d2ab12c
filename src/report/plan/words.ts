import type { PlanCategory, PlanReport, PlanStage, PlanStep, StepStatus } from '../../model/plan-report.ts'
import type { Source, Verdict } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { count, dayName, methodNames, phaseNames, stanceNames } from '../pretty/words.ts'

/** Stages as headings call them. */
export const stageNames = {
  'connection-broker': 'Connection broker',
  'session-collections': 'Session collections',
  'virtual-desktop-collections': 'Virtual desktop collections',
  'web-access': 'Web Access',
  gateway: 'Gateway',
  licensing: 'Licensing',
  'standalone-servers': 'Servers that stand alone',
  certificates: 'Certificates',
} as const satisfies Record<PlanCategory, string>

/** What is to do with a step, in words. */
export const statusNames = {
  open: 'to do',
  done: 'done',
  blocked: 'blocked',
  undecided: 'undecided',
} as const satisfies Record<StepStatus, string>

const planVerdicts = {
  ready: 'nothing stands against the plan',
  blocked: 'something stands against the plan; mend it before the next step',
  undecided: 'something about the plan cannot be told; find it out before the next step',
  unusable: 'a rule went wrong in a state of the plan, so that something may be missing here',
} as const satisfies Record<Verdict, string>

/** Gives what the verdict means; what the last state lacks is no matter of a step, and said with it. */
export function verdictWords({ verdict, final }: PlanReport): string {
  if (verdict !== 'ready' || !final || final.verdict === 'ready') return planVerdicts[verdict]
  return `nothing stands against the steps, but what they leave in the end is ${final.verdict}`
}

/** Gives "Step 2, Session collections". */
export function stageTitle({ number, category }: PlanStage): string {
  return `Step ${number}, ${stageNames[category]}`
}

/** Gives what is to do in a stage, and how long Microsoft estimates for it. */
export function stageNumbers(stage: PlanStage, steps: readonly PlanStep[]): readonly string[] {
  const open = steps.filter(({ status }) => status !== 'done').length
  const done = steps.length - open
  return [
    open === 0 ? 'done' : `${count(open, 'step')} to do`,
    ...(done > 0 && open > 0 ? [`${done} done`] : []),
    ...(stage.servers > 0 ? [`${count(stage.servers, 'server')}, ${hoursOf(stage)}`] : []),
    ...(stage.anyTime ? ['at any time'] : []),
  ]
}

/** Gives "3 h", or "3 h or more". */
export function hoursOf({ hours, atLeast }: Pick<PlanStage, 'hours' | 'atLeast'>): string {
  return `${hours} h${atLeast ? ' or more' : ''}`
}

/** Gives an estimate such as PT3H as "3 h". */
export function estimateOf({ estimate, atLeast }: Pick<PlanStep, 'estimate' | 'atLeast'>): string {
  return hoursOf({ hours: Number(/\d+/.exec(estimate)?.[0]), atLeast })
}

/** Gives the steps of a stage, in order. */
export function stepsOf({ category }: PlanStage, { steps }: PlanReport): readonly PlanStep[] {
  return steps.filter((step) => step.category === category)
}

/** Gives what was planned: releases, method, phase and day. */
export function subjectOf({ before, target, method }: PlanReport): readonly string[] {
  const from = before.releases.map(releaseName).join(', ')
  const day = before.plannedFor === undefined ? '' : `, planned for ${dayName(before.plannedFor)}`
  return [
    `${from === '' ? '' : `${from} `}to ${releaseName(target)}`,
    methodNames[method],
    phaseNames[before.phase] + day,
  ]
}

/** Gives how many steps are in which state, and how many of those to come interrupt service. */
export function numbersOf({ steps }: PlanReport): readonly string[] {
  const of = (status: StepStatus) => steps.filter((step) => step.status === status).length
  const left = steps.filter(({ status }) => status !== 'done')
  const interrupting = left.filter(({ interrupts }) => interrupts).length
  return [
    `${count(left.length, 'step')} to do`,
    ...(of('done') > 0 ? [`${of('done')} done`] : []),
    ...(of('blocked') > 0 ? [`${of('blocked')} blocked`] : []),
    ...(of('undecided') > 0 ? [`${of('undecided')} undecided`] : []),
    ...(interrupting > 0 ? [`${interrupting} ${interrupting === 1 ? 'interrupts' : 'interrupt'} service`] : []),
  ]
}

/** Gives Microsoft's estimate for all servers that are still to be migrated, one after the other; undefined where there are none. */
export function totalOf({ stages }: PlanReport): string | undefined {
  const hours = stages.reduce((sum, stage) => sum + stage.hours, 0)
  const atLeast = stages.some((stage) => stage.hours > 0 && stage.atLeast)
  return hours === 0 ? undefined : hoursOf({ hours, atLeast })
}

/** Gives what linting the inventory itself said: "blocked: 2 errors, 1 warning; 3 undecided". */
export function beforeWords({ before }: PlanReport): string {
  const of = (severity: string) => before.findings.filter((finding) => finding.severity === severity).length
  const parts = [
    ...(of('error') > 0 ? [count(of('error'), 'error')] : []),
    ...(of('warning') > 0 ? [count(of('warning'), 'warning')] : []),
    ...(before.undecided.length > 0 ? [`${before.undecided.length} undecided`] : []),
  ]
  return `${before.verdict}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

/** Gives why a step is blocked or undecided, one line for each reason. */
export function reasonsOf({ because }: PlanStep): readonly string[] {
  return because.map(
    ({ rule, message, missing = [] }) =>
      `${message} (${rule})${missing.length > 0 ? ` Not known: ${firstLabels(missing)}.` : ''}`,
  )
}

function firstLabels(labels: readonly string[]): string {
  const most = 5
  const shown = labels.slice(0, most).join(', ')
  return labels.length > most ? `${shown} and ${labels.length - most} more` : shown
}

/** Gives where Microsoft says so, as text. */
export function sourceWords({ document, section, revised, stance }: Source): string {
  const day = revised === undefined ? '' : `, revised ${revised}`
  return `${document}, "${section}" (${stanceNames[stance]}${day})`
}

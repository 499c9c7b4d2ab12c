import type { Severity } from '../../model/report.ts'
import type { CheckedStep, RunbookReport } from '../../model/runbook-report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { type Page, type PrettyOptions, pageOf } from '../pretty/page.ts'
import { placeOf } from '../pretty/place.ts'
import { count, grouped, methodNames } from '../pretty/words.ts'
import { flow, labelled, setIn, wrap } from '../pretty/wrap.ts'
import { endOf, numbersOf, operationWords, questionWords, runbookVerdicts, stateWords } from './words.ts'

const labelWidth = 11
/** Questions about the whole runbook that are shown, unless all are asked for. */
const mostQuestions = 10

/** Gives the report on a runbook for a terminal: step by step what is wrong with it, and what it leaves out. */
export function runbookPretty(report: RunbookReport, options: PrettyOptions = {}): string {
  const page = pageOf(options)
  const telling = report.steps.map((step) => ({ step, lines: stepLines(step, report, page) }))
  const sections = [
    head(report, page),
    ...telling.flatMap(({ lines }) => (lines.length > 0 ? [lines] : [])),
    finalLines(report, page),
    questions(report, page),
    left(report, page),
  ]
  const lines = sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ['', ...section]))
  return `${lines.join('\n')}\n`
}

function head(report: RunbookReport, page: Page): readonly string[] {
  const { verdict, target, method } = report
  const parts = [`for ${page.show(report.inventory)}`, `to ${releaseName(target)}`, methodNames[method]]
  return [
    ...flow([placeOf(report.file, undefined, page), ...parts], page.dot, page.width),
    '',
    page.verdict[verdict](`RUNBOOK ${verdict.toUpperCase()}`),
    ...wrap(`${runbookVerdicts[verdict].replace(/^./, (letter) => letter.toUpperCase())}.`, page.width),
    ...wrap(`${numbersOf(report).join(', ')}.`, page.width),
  ]
}

function stepLines(step: CheckedStep, { file }: RunbookReport, page: Page): readonly string[] {
  const added = step.added.filter(({ severity }) => severity !== 'info' || page.verbose)
  const open = step.undecided.filter(({ severity }) => severity === 'error' || page.verbose)
  const said = [
    ...step.violations.map(({ severity, rule, message }) => entry(severity, message, rule, page)),
    ...added
      .filter(({ severity }) => severity === 'error' || !page.quiet)
      .map((finding) => entry(finding.severity, stateWords(step, finding), finding.rule, page)),
    ...open.map((question) => entry('undecided', questionWords(question), question.rule, page)),
  ].flat()
  if (said.length === 0 && !page.verbose) return []
  const title = wrap(page.show(`Step ${step.index}, ${operationWords(step.operation)}`), page.width)
  return [
    ...title.map(page.strong),
    ...setIn([page.faint(placeOf(file, step.region, page, page.width - 2)), ...said], 2),
  ]
}

function entry(label: Severity | 'undecided', message: string, rule: string, page: Page): readonly string[] {
  const paint = label === 'undecided' ? page.verdict.undecided : page.severity[label]
  return labelled(label, labelWidth, wrap(page.show(`${message} (${rule})`), page.width - 2 - labelWidth), paint)
}

function finalLines(report: RunbookReport, page: Page): readonly string[] {
  if (!report.final) return []
  const entries = endOf(report).flatMap(({ kind, message, rule }) => {
    return entry(kind === 'open' ? 'undecided' : 'error', message, rule, page)
  })
  return [page.strong(`After the last step: ${report.final.verdict}`), ...setIn(entries, 2)]
}

function questions(report: RunbookReport, page: Page): readonly string[] {
  if (report.questions.length === 0) return []
  const shown = page.verbose ? report.questions : report.questions.slice(0, mostQuestions)
  const more = report.questions.length - shown.length
  return [
    page.strong('Not known'),
    ...shown.flatMap((text) => setIn(wrap(page.show(text), page.width - 2), 2)),
    ...(more === 0 ? [] : [`  and ${grouped(more)} more (--verbose names all)`]),
  ]
}

function left({ left: operations }: RunbookReport, page: Page): readonly string[] {
  if (operations.length === 0) return []
  const shown = page.quiet
    ? []
    : operations.flatMap((one) =>
        setIn(labelled('-', 2, wrap(page.show(operationWords(one)), page.width - 4), page.faint), 2),
      )
  return [
    page.strong(`The documented plan holds ${count(operations.length, 'operation')} that the runbook lacks`),
    ...shown,
  ]
}

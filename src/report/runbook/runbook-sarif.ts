import { exitCodes } from '../../model/exit-code.ts'
import type { Region } from '../../model/region.ts'
import type { Severity } from '../../model/report.ts'
import type { CheckedStep, RunbookReport } from '../../model/runbook-report.ts'
import { jsonText } from '../json-text.ts'
import { descriptorOf, levels } from '../sarif/descriptor.ts'
import { messageText, sentences } from '../sarif/message.ts'
import { runNotification } from '../sarif/notification.ts'
import { placeOf } from '../sarif/place.ts'
import { excerpts } from '../sarif/snippet.ts'
import { informationUri, mostResults, type SarifOptions } from '../sarif.ts'
import { fileUri } from '../uri.ts'
import { endOf, operationWords, questionWords, stateWords } from './words.ts'

/** Gives the report on a runbook as SARIF 2.1.0, with places in the runbook. */
export function runbookSarif(report: RunbookReport, options: SarifOptions = {}): string {
  const { tool, verdict, target, rules } = report
  const all = resultsOf(report, options)
  const results = all.slice(0, mostResults)
  const notifications = [
    ...report.questions.map((question) => runNotification('plan-undecided', 'warning', question)),
    ...(all.length > results.length
      ? [runNotification('results-left-out', 'warning', `Results left out: ${all.length - results.length}`)]
      : []),
  ]
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri,
        language: 'en-US',
        rules: [...rules.map((rule) => descriptorOf(rule, [target])), ...(report.left.length > 0 ? [leftOut] : [])],
      },
    },
    automationDetails: { id: options.category === undefined ? 'runbook/' : `${options.category}/runbook/` },
    invocations: [
      {
        executionSuccessful: verdict !== 'unusable',
        exitCode: exitCodes[verdict],
        toolExecutionNotifications: notifications,
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  }
  return `${jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 1)}\n`
}

function resultsOf(report: RunbookReport, options: SarifOptions): readonly object[] {
  const file = {
    uri: fileUri(report.file, options.cwd, options.flavour ?? 'posix'),
    excerpt: excerpts(options.text?.(report.file)),
  }
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]))
  const at = (region: Region, where: string) => {
    return (rule: string, kind: 'fail' | 'open', severity: Severity, text: string) => ({
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      kind,
      level: kind === 'open' ? 'none' : levels[severity],
      message: { text: messageText(sentences(text)), id: kind, arguments: [where, messageText(text)] },
      locations: [placeOf(file, region, where)],
    })
  }
  const result = ({ region, index }: CheckedStep, ...told: Parameters<ReturnType<typeof at>>) =>
    at(region, `step ${index}`)(...told)
  const last = report.steps.at(-1)
  const atTheEnd = at(last?.region ?? report.region, last ? `step ${last.index}` : 'steps')
  return [
    ...report.steps.flatMap((step) => [
      ...step.violations.map(({ rule, severity, message }) => result(step, rule, 'fail', severity, message)),
      ...step.added.map((finding) => result(step, finding.rule, 'fail', finding.severity, stateWords(step, finding))),
      ...step.undecided.map((one) => result(step, one.rule, 'open', one.severity, questionWords(one))),
    ]),
    ...endOf(report).map(({ rule, kind, message }) => atTheEnd(rule, kind, 'error', `After the last step: ${message}`)),
    ...report.left.map((operation) => ({
      ruleId: leftOut.id,
      ruleIndex: report.rules.length,
      kind: 'informational',
      level: 'none',
      message: {
        text: messageText(sentences(`The documented plan holds ${operationWords(operation)}; the runbook does not`)),
        id: 'default',
        arguments: [messageText(operationWords(operation))],
      },
      locations: [placeOf(file, report.region, 'steps')],
    })),
  ]
}

const leftOut = {
  id: 'runbook-leaves-out',
  name: 'RunbookLeavesOut',
  shortDescription: { text: 'The runbook holds each operation of the documented plan.' },
  fullDescription: { text: 'The runbook holds each operation of the documented plan.' },
  help: { text: 'Add the operation, or know why the deployment can do without it.' },
  messageStrings: { default: { text: "The documented plan holds '{0}'; the runbook does not." } },
  defaultConfiguration: { level: 'note' },
  properties: { tags: ['rds', 'migration', 'runbook'] },
} as const

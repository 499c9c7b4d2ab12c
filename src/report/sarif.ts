import { type ExitCode, exitCode } from '../model/exit-code.ts'
import type { InventoryReport, Origin, Report } from '../model/report.ts'
import { jsonText } from './json-text.ts'
import { components, namedRule } from './sarif/components.ts'
import { descriptorOf } from './sarif/descriptor.ts'
import { notificationsOf, runNotification } from './sarif/notification.ts'
import type { FilePlace } from './sarif/place.ts'
import { failed, open, type ResultMarks } from './sarif/result.ts'
import { excerpts } from './sarif/snippet.ts'
import { type Folder, fileUri } from './uri.ts'

/** What SARIF needs beside the report. */
export interface SarifOptions extends Folder {
  /** Text of an inventory as it was read, for snippets. */
  readonly text?: (file: string) => string | undefined
  /** Names the run, so that several can stand side by side on one commit. */
  readonly category?: string
}

/** The project has no address of its own: Microsoft's documentation of the role stands in. */
export const informationUri = 'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/'
/** GitHub refuses a run with more results. */
export const mostResults = 25_000

/**
 * Gives the report as SARIF 2.1.0, one result a line: one for each finding, and open ones for what could not be decided.
 * Where every target was asked about, each with each method is a run of its own, named by both.
 */
export function sarif(report: Report, options: SarifOptions = {}): string {
  const code = exitCode(report)
  const { runs = [] } = report
  const texts = [
    ...(report.inventories.length > 0 || runs.length === 0 ? [runText(report, code, options)] : []),
    ...runs.map((run) => runText(run, code, { ...options, category: nameOf(run, options) })),
  ]
  const log = jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [] }, 0)
  return `${log.slice(0, -2)}${texts.join(',\n')}]}\n`
}

function nameOf({ inventories }: Report, { category }: SarifOptions): string {
  const name = `${inventories[0]?.target}-${inventories[0]?.method}`
  return category === undefined ? name : `${category}/${name}`
}

function runText(report: Report, code: ExitCode, options: SarifOptions): string {
  const targets = [...new Set(report.inventories.flatMap(({ target }) => target ?? []))]
  const { referenceTo, ...described } = components(report, (rule) => descriptorOf(rule, targets))
  const marks = marksOf(report)
  const parts = report.inventories.map((inventory) => partOf(inventory, report, referenceTo, marks, options))
  const results = parts.flatMap((part) => part.failed)
  const undecided = parts.flatMap((part) => part.open)
  const shown = undecided.slice(0, Math.max(mostResults - results.length, 0))
  const notifications = [
    ...parts.flatMap((part) => part.notifications),
    ...(shown.length < undecided.length ? [leftOut(undecided.length - shown.length)] : []),
  ]
  // The results are text already, and come last of all.
  const run = jsonText({ ...runOf(report, described, code, notifications, options), results: [] }, 0)
  return `${run.slice(0, -2)}\n${[...results, ...shown].join(',\n')}\n]}`
}

type Components = ReturnType<typeof components>

function runOf(
  report: Report,
  { rules, extensions }: Omit<Components, 'referenceTo'>,
  code: ExitCode,
  toolExecutionNotifications: readonly object[],
  { category }: SarifOptions,
) {
  const { tool } = report
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri,
        language: 'en-US',
        rules,
      },
      ...(extensions ? { extensions } : {}),
    },
    ...(category === undefined ? {} : { automationDetails: { id: `${category}/` } }),
    invocations: [{ executionSuccessful: exitCode(report) !== 2, exitCode: code, toolExecutionNotifications }],
    columnKind: 'utf16CodeUnits',
  }
}

function marksOf({ inventories }: Report): ResultMarks {
  return {
    suppressions: inventories.some(({ counts }) => counts.suppressed > 0),
    baseline: inventories.some(({ gone }) => gone !== undefined),
  }
}

/** The results are text at once: kept as objects, ten thousand of them cost more in garbage collection than in writing. */
function partOf(
  inventory: InventoryReport,
  report: Report,
  referenceTo: Components['referenceTo'],
  marks: ResultMarks,
  options: SarifOptions,
) {
  const file: FilePlace = {
    uri: fileUri(inventory.file, options.cwd, options.flavour ?? 'posix'),
    excerpt: excerpts(options.text?.(inventory.file)),
  }
  const named = (rule: string) => namedRule(rule, referenceTo(rule))
  const placeOf = (origin: Origin | undefined) => (origin ? originPlace(origin, options) : file)
  return {
    failed: inventory.findings.map((one) => jsonText(failed(one, named(one.rule), placeOf(one.origin), marks), 0)),
    open: inventory.undecided.map((one) => jsonText(open(one, named(one.rule), placeOf(one.origin), marks), 0)),
    notifications: notificationsOf(inventory, report, file, referenceTo),
  }
}

/** A part that a bundle told of is in one of its files; the place in the inventory made from them means nothing there. */
function originPlace({ file }: Origin, { cwd, flavour = 'posix' }: SarifOptions): FilePlace {
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
  return { uri: fileUri(file, cwd, flavour), excerpt: () => ({ region }) }
}

function leftOut(count: number): object {
  return runNotification(
    'results-left-out',
    'warning',
    `Undecided results left out: ${count}, since a run may hold no more than ${mostResults} results`,
  )
}

import type { ComparedPlace, ComparedStatus, Comparison, PlacedItem } from '../../model/comparison.ts'
import { comparisonExitCodes } from '../../model/exit-code.ts'
import { jsonText } from '../json-text.ts'
import { messageName, messageText, sentences } from '../sarif/message.ts'
import { type FilePlace, placeOf } from '../sarif/place.ts'
import { excerpts } from '../sarif/snippet.ts'
import { informationUri, mostResults, type SarifOptions } from '../sarif.ts'
import { fileUri } from '../uri.ts'
import { changeWords, kindNames, statusMeanings, statusNames } from './words.ts'

/** What SARIF says of each status: an id like that of a rule, its kind and level. Kept parts are no results. */
const rules = {
  missing: { id: 'part-missing', kind: 'fail', level: 'error' },
  notObserved: { id: 'part-not-observed', kind: 'open', level: 'none' },
  changed: { id: 'part-changed', kind: 'fail', level: 'note' },
  new: { id: 'part-new', kind: 'informational', level: 'none' },
} as const satisfies Record<Exclude<ComparedStatus, 'kept'>, object>

const statuses = ['missing', 'notObserved', 'changed', 'new'] as const

/** Gives the comparison as SARIF 2.1.0, with places in the later file. */
export function comparisonSarif(comparison: Comparison, options: SarifOptions = {}): string {
  const { tool, verdict, items } = comparison
  const found = statuses.flatMap((status) => items.filter((item) => item.status === status))
  const placeIn = placesOf(comparison, options)
  const results = found.slice(0, mostResults).map((item) => resultOf(item, placeIn(item.laterPlace)))
  const left = found.length - results.length
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri,
        language: 'en-US',
        rules: statuses.map(descriptorOf),
      },
    },
    automationDetails: { id: options.category === undefined ? 'compare/' : `${options.category}/compare/` },
    invocations: [
      {
        executionSuccessful: true,
        exitCode: comparisonExitCodes[verdict],
        toolExecutionNotifications: notifications(comparison, left, options),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  }
  return `${jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 1)}\n`
}

function descriptorOf(status: (typeof statuses)[number]): object {
  const { id, level } = rules[status]
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentences(`A part of the deployment ${statusMeanings[status]}`) },
    fullDescription: { text: sentences(`A part of the deployment ${statusMeanings[status]}`) },
    messageStrings: { default: { text: `The part '{0}' ${statusMeanings[status]}: '{1}'.` } },
    help: { text: help[status] },
    helpUri: informationUri,
    defaultConfiguration: { level },
    properties: { tags: ['rds', 'migration', 'compare'] },
  }
}

const help = {
  missing: 'Find out what became of it: it is either to be brought back, or known to be given up.',
  notObserved: 'Collect the later inventory again where this could not be seen, then compare again.',
  changed: 'Check that the change is meant.',
  new: 'Nothing needs to be done.',
} as const satisfies Record<(typeof statuses)[number], string>

function resultOf(item: PlacedItem, file: FilePlace): object {
  const status = statuses.find((one) => one === item.status) ?? 'missing'
  const { id, kind, level } = rules[status]
  const details = [...item.changes.map(changeWords), ...(item.reason === undefined ? [] : [item.reason])]
  const part = `${kindNames[item.kind]} ${item.name}`
  return {
    ruleId: id,
    ruleIndex: statuses.indexOf(status),
    kind,
    level,
    message: {
      text: messageText(sentences(`The ${part} ${statusMeanings[status]}`, ...details)),
      id: 'default',
      arguments: [messageName(part), messageText(details.length === 0 ? statusNames[status] : details.join('; '))],
    },
    locations: [placeOf(file, item.laterPlace.region, item.name)],
    partialFingerprints: { primaryLocationLineHash: item.fingerprint, 'rdsLint/v1': item.fingerprint },
    properties: {
      kind: item.kind,
      ...(item.before === undefined ? {} : { before: messageText(item.before) }),
      ...(item.after === undefined ? {} : { after: messageText(item.after) }),
    },
  }
}

/** Of a bundle the place is the file that told of the part. */
function placesOf(
  { after }: Comparison,
  { cwd, flavour = 'posix', text }: SarifOptions,
): (place: ComparedPlace) => FilePlace {
  const file: FilePlace = { uri: fileUri(after.file, cwd, flavour), excerpt: excerpts(text?.(after.file)) }
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
  return ({ origin }) => (origin ? { uri: fileUri(origin.file, cwd, flavour), excerpt: () => ({ region }) } : file)
}

function notifications(
  { before, after, notCompared }: Comparison,
  left: number,
  { cwd, flavour = 'posix' }: SarifOptions,
) {
  const note = (id: string, level: string, text: string, file?: string) => ({
    descriptor: { id },
    level,
    message: { text: messageText(sentences(text)) },
    ...(file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file, cwd, flavour) } } }] }),
  })
  return [
    ...[before, after].flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ code, severity, message }) => note(code, severity, message, file)),
    ),
    ...(notCompared.length === 0
      ? []
      : [
          note(
            'not-compared',
            'note',
            `The earlier inventory does not tell this, so that it was not compared: ${notCompared.join(', ')}`,
            before.file,
          ),
        ]),
    ...(left > 0
      ? [
          note(
            'results-left-out',
            'warning',
            `Results left out: ${left}, since a run may hold no more than ${mostResults} results`,
          ),
        ]
      : []),
  ]
}

import type { Region } from '../model/region.ts'
import type { InventoryReport, Report } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { type Entry, entriesOf, sentenceOf } from './entry.ts'
import { tallyOf } from './numbers.ts'
import { count } from './pretty/words.ts'
import { remarksOf } from './remarks.ts'
import { diagnosticLine, entryLine, faultLine, faultSentence, goneLines, verdictLines } from './unix.ts'
import { type Folder, filePath } from './uri.ts'
import { type AnnotationKind, annotation } from './workflow-command.ts'

/** GitHub shows so many annotations of a kind for a step, the first ones, and drops the others without a word. */
const most = 10
/** Inventories that the annotation of the verdict names. */
const named = 20

/** An annotation with the line that stands for it in the log where GitHub would drop it. */
interface Note {
  readonly kind: AnnotationKind
  /** The higher, the sooner it is dropped. */
  readonly rank: number
  readonly command: () => string
  readonly line: () => string
}

const kinds = ['error', 'warning', 'notice'] as const satisfies readonly AnnotationKind[]
const verdictKinds = { unusable: 'error', blocked: 'error', undecided: 'warning', ready: 'notice' } as const

/**
 * Gives the report as workflow commands of GitHub Actions: the verdict, then as many annotations as GitHub shows, then
 * plain lines for the log: everything that is no annotation, and the verdict of each inventory.
 */
export function github(report: Report, folder: Folder = {}): string {
  const notes = report.inventories
    .flatMap((inventory) => notesOf(inventory, folder))
    .toSorted((a, b) => a.rank - b.rank)
  const kindOfVerdict = verdictKinds[report.verdict]
  const shown: Note[] = []
  const dropped: Note[] = []
  for (const kind of kinds) {
    const own = notes.filter((note) => note.kind === kind)
    const room = kind === kindOfVerdict ? most - 1 : most
    shown.push(...own.slice(0, room))
    dropped.push(...own.slice(room))
  }
  return [
    verdictCommand(report, kindOfVerdict, dropped),
    ...shown.map(({ command }) => command()),
    ...dropped.map(({ line }) => line()),
    ...report.inventories.flatMap(goneLines),
    ...verdictLines(report),
    '',
  ].join('\n')
}

function verdictCommand(report: Report, kind: AnnotationKind, dropped: readonly Note[]): string {
  const { inventories, verdict } = report
  const lines = inventories
    .slice(0, named)
    .flatMap((inventory) => [
      `${legible(inventory.file, 120, 255)}: ${inventory.verdict}: ${tallyOf(inventory)}`,
      ...remarksOf(inventory, report).map(shown),
    ])
  const left = Math.max(inventories.length - named, 0)
  const numbers = kinds.flatMap((one) => {
    const number = dropped.filter((note) => note.kind === one).length
    return number === 0 ? [] : [count(number, one)]
  })
  return annotation(kind, { title: `rds-lint: ${verdict}` }, [
    ...(lines.length === 0 ? ['No inventory was judged.'] : lines),
    ...(left > 0 ? [`and ${count(left, 'more inventory', 'more inventories')}`] : []),
    ...(numbers.length > 0
      ? [`In the log only, since GitHub shows ${most} annotations of a kind for a step: ${numbers.join(', ')}.`]
      : []),
  ])
}

function notesOf(inventory: InventoryReport, folder: Folder): readonly Note[] {
  const { file, diagnostics, faults } = inventory
  const start = { file: pathOf(file, folder), line: 1 }
  return [
    ...diagnostics.map((one): Note => {
      const { severity, code, message, region } = one
      const properties = { ...(region ? place(file, region, folder) : start), title: code }
      return {
        kind: severity,
        rank: severity === 'error' ? 0 : 3,
        command: () => annotation(severity, properties, [shown(message)]),
        line: () => diagnosticLine(file, one),
      }
    }),
    ...faults.map((fault): Note => {
      const command = () => annotation('error', { ...start, title: 'rule-fault' }, [shown(faultSentence(fault))])
      return { kind: 'error', rank: 0, command, line: () => faultLine(file, fault) }
    }),
    ...entriesOf(inventory).map((entry) => noteOf(entry, folder)),
  ]
}

function noteOf(entry: Entry, folder: Folder): Note {
  const kind = kindOf(entry)
  return {
    kind,
    rank: rankOf(entry),
    command: () => {
      const { rule, subject, file, region, remediation } = entry
      const title = `${legible(rule, 100, 100)}: ${legible(subject, 120, 150)}`
      const lines = [sentenceOf(entry), ...(remediation === undefined ? [] : [remediation.text])].map(shown)
      return annotation(kind, { ...place(file, region, folder), title }, lines)
    },
    line: () => entryLine(entry),
  }
}

function kindOf({ standing, severity }: Entry): AnnotationKind {
  if (standing === 'suppressed' || standing === 'known') return 'notice'
  return standing === 'undecided' || severity === 'warning' ? 'warning' : severity === 'error' ? 'error' : 'notice'
}

/** An error that nobody could decide may be worse than a warning, and a remark is better news than either. */
function rankOf({ standing, severity }: Entry): number {
  if (standing === 'suppressed' || standing === 'known') return 5
  if (standing === 'undecided') return severity === 'error' ? 1 : 4
  return 2
}

function place(file: string, { line, endLine, column, endColumn }: Region, folder: Folder) {
  // GitHub takes columns only where a place is on one line.
  const columns = line === endLine ? { col: column, endColumn } : {}
  return { file: pathOf(file, folder), line, endLine, ...columns }
}

/** Whole, unless no system takes such a path. */
function pathOf(file: string, folder: Folder): string {
  return legible(filePath(file, folder), 4096, 4096)
}

function shown(text: string): string {
  return legible(text.trim(), 255, 1000)
}

import type { Report } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { adviceOf } from './advice.ts'
import { besides, compared, faultsIn, summed } from './comparison.ts'
import { faultOf, type Note, notesOf, remarkOf } from './github/notes.ts'
import { tallyOf } from './numbers.ts'
import { count } from './pretty/words.ts'
import { remarksOf } from './remarks.ts'
import { goneLines, verdictLines } from './unix.ts'
import type { Folder } from './uri.ts'
import { type AnnotationKind, annotation } from './workflow-command.ts'

/** GitHub shows so many annotations of a kind for a step, the first ones, and drops the others without a word. */
const most = 10
/** Inventories that the annotation of the verdict names. */
const named = 20

const kinds = ['error', 'warning', 'notice'] as const satisfies readonly AnnotationKind[]
const verdictKinds = { unusable: 'error', blocked: 'error', undecided: 'warning', ready: 'notice' } as const

/**
 * Gives the report as workflow commands of GitHub Actions: the verdict, then as many annotations as GitHub shows, then
 * plain lines for the log: everything that is no annotation, the verdict of each inventory, and each way that it could go.
 */
export function github(report: Report, folder: Folder = {}): string {
  const notes = [
    ...report.inventories.flatMap((inventory) => notesOf(inventory, folder)),
    ...compared(report).flatMap(({ file, diagnostics }) => diagnostics.map((one) => remarkOf(file, one, folder))),
    ...(report.matrices ?? []).flatMap(({ file, cells }) => faultsIn(cells).map((one) => faultOf(file, one, folder))),
  ].toSorted((a, b) => a.rank - b.rank)
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
  const beside = besides(report)
  const results = [
    ...inventories.map((one) => {
      const matrix = beside.get(one.file)
      return { ...one, said: tallyOf(one), more: matrix ? adviceOf(matrix, report) : remarksOf(one, report) }
    }),
    ...compared(report).map((one) => ({ ...one, said: summed(one.cells), more: adviceOf(one, report) })),
  ]
  const lines = results
    .slice(0, named)
    .flatMap((one) => [`${legible(one.file, 120, 255)}: ${one.verdict}: ${one.said}`, ...one.more.map(shown)])
  const left = Math.max(results.length - named, 0)
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

function shown(text: string): string {
  return legible(text.trim(), 255, 1000)
}

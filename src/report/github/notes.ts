import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Region } from '../../model/region.ts'
import type { InventoryReport, RuleFault } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { type Entry, entriesOf, sentenceOf } from '../entry.ts'
import { diagnosticLine, entryLine, faultLine, faultSentence } from '../unix.ts'
import { type Folder, filePath } from '../uri.ts'
import { type AnnotationKind, annotation } from '../workflow-command.ts'

/** An annotation with the line that stands for it in the log where GitHub would drop it. */
export interface Note {
  readonly kind: AnnotationKind
  /** The higher, the sooner it is dropped. */
  readonly rank: number
  readonly command: () => string
  readonly line: () => string
}

/** Gives an annotation for everything that is to be said of an inventory but its verdict. */
export function notesOf(inventory: InventoryReport, folder: Folder): readonly Note[] {
  const { file, diagnostics, faults } = inventory
  return [
    ...diagnostics.map((one) => remarkOf(file, one, folder)),
    ...faults.map((one) => faultOf(file, one, folder)),
    ...entriesOf(inventory).map((entry) => noteOf(entry, folder)),
  ]
}

/** Gives the annotation of what is wrong with a file itself. */
export function remarkOf(file: string, remark: Diagnostic, folder: Folder): Note {
  const { severity, code, message, region } = remark
  const properties = {
    ...(region ? place(file, region, folder) : { file: pathOf(file, folder), line: 1 }),
    title: code,
  }
  return {
    kind: severity,
    rank: severity === 'error' ? 0 : 3,
    command: () => annotation(severity, properties, [shown(message)]),
    line: () => diagnosticLine(file, remark),
  }
}

/** Gives the annotation of a rule that went wrong. */
export function faultOf(file: string, fault: RuleFault, folder: Folder): Note {
  const properties = { file: pathOf(file, folder), line: 1, title: 'rule-fault' }
  const command = () => annotation('error', properties, [shown(faultSentence(fault))])
  return { kind: 'error', rank: 0, command, line: () => faultLine(file, fault) }
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

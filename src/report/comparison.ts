import type { Report, RuleFault, TargetCell, TargetMatrix } from '../model/report.ts'
import { releaseName } from '../model/which-releases.ts'
import { lookedAt } from './pretty/verdict.ts'
import { count, grouped, methodNames } from './pretty/words.ts'

/** The matrices that are a result of their own, and not beside an inventory that names no target. */
export function compared({ inventories, matrices = [] }: Report): readonly TargetMatrix[] {
  const files = new Set(inventories.map(({ file }) => file))
  return matrices.filter(({ file }) => !files.has(file))
}

/** The matrices beside inventories that name no target, by file. */
export function besides({ inventories, matrices = [] }: Report): ReadonlyMap<string, TargetMatrix> {
  const files = new Set(inventories.map(({ file }) => file))
  return new Map(matrices.filter(({ file }) => files.has(file)).map((matrix) => [matrix.file, matrix]))
}

/** Says how many ways there are, and how many of them are ready. */
export function summed(cells: readonly TargetCell[]): string {
  const ready = cells.filter(({ verdict }) => verdict === 'ready').length
  const ways = `${count(cells.length, 'way', 'ways')} to go`
  return ready === 0 ? `none of ${ways} is ready` : `${grouped(ready)} of ${ways} ${ready === 1 ? 'is' : 'are'} ready`
}

/** The columns of numbers; what is suppressed has one where there is any. */
export function headsOf(cells: readonly TargetCell[]): readonly string[] {
  const isAny = cells.some(({ counts }) => counts.suppressed > 0)
  return ['errors', 'warnings', 'info', 'undecided', ...(isAny ? ['suppressed'] : [])]
}

/** Gives the numbers of a cell for these columns. */
export function numbersUnder(heads: readonly string[], { findings, undecided, counts }: TargetCell): readonly number[] {
  return [findings.error, findings.warning, findings.info, undecided, counts.suppressed].slice(0, heads.length)
}

/** Whether no rule looked at anything, so that zeros mean nothing. */
export function isUnchecked({ counts }: TargetCell): boolean {
  return counts.rules === 0 || counts.subjects === 0
}

/** Gives the rules that went wrong; one does so for most targets, and is told once. */
export function faultsIn(cells: readonly TargetCell[]): readonly RuleFault[] {
  const all = cells.flatMap(({ faults }) => faults)
  return [...new Map(all.map((fault) => [`${fault.rule}\n${fault.pointer}\n${fault.message}`, fault])).values()]
}

/** Names a target with its method: "2022, new servers". */
export function wayName({ target, method }: Pick<TargetCell, 'target' | 'method'>): string {
  return `${releaseName(target)}, ${methodNames[method]}`
}

/** Says in sentences what one way would mean: verdict, numbers, and the rules that stand or may stand in it. */
export function wayWords(cell: TargetCell): string {
  const { findings, undecided, faults, counts, blocking, waiting, verdict } = cell
  const numbers = [
    ...(findings.error > 0 ? [count(findings.error, 'error')] : []),
    ...(findings.warning > 0 ? [count(findings.warning, 'warning')] : []),
    ...(findings.info > 0 ? [`${grouped(findings.info)} info`] : []),
    ...(findings.error + findings.warning + findings.info === 0 ? ['no findings'] : []),
    `${grouped(undecided)} undecided`,
    ...(counts.suppressed > 0 ? [`${grouped(counts.suppressed)} suppressed`] : []),
    ...(faults.length > 0 ? [`${count(faults.length, 'fault')} in rules`] : []),
    lookedAt(cell),
  ]
  return [
    `${verdict}: ${numbers.join(', ')}.`,
    ...(blocking.length > 0 ? [`In the way: ${blocking.map(({ rule }) => rule).join(', ')}.`] : []),
    ...(waiting.length > 0
      ? [`Not known, and may stand in the way: ${waiting.map(({ rule }) => rule).join(', ')}.`]
      : []),
  ].join(' ')
}

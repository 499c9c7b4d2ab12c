import type { Finding, Suppressed, Undecided } from './report.ts'

/** Whether an entry counts for the verdict: nobody suppressed it, and no baseline knows it. */
export function stands(entry: { readonly suppressed?: Suppressed; readonly baseline?: Finding['baseline'] }): boolean {
  return entry.suppressed === undefined && entry.baseline !== 'known'
}

/** Gives what counts for the verdict, of whatever bears findings and undecided entries. */
export function standing<T extends { readonly findings: readonly Finding[]; readonly undecided: readonly Undecided[] }>(
  report: T,
): T {
  return { ...report, findings: report.findings.filter(stands), undecided: report.undecided.filter(stands) }
}

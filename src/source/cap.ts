import type { Diagnostic } from '../model/diagnostic.ts'

/** How many diagnostics of one kind are told in full. */
export const mostOfAKind = 100

/** Keeps the first diagnostics, and says in one more how many there are beyond them. */
export function cap<T>(all: readonly T[], tell: (kept: readonly T[]) => readonly Diagnostic[]): readonly Diagnostic[] {
  const diagnostics = tell(all.slice(0, mostOfAKind))
  const last = diagnostics.at(-1)
  const more = all.length - mostOfAKind
  if (more <= 0 || !last) return diagnostics
  return [
    ...diagnostics,
    { code: last.code, severity: last.severity, message: `and ${more} more of this kind; correct these first` },
  ]
}

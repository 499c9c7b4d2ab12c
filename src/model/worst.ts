import type { Verdict } from './report.ts'

const worst: readonly Verdict[] = ['unusable', 'blocked', 'undecided', 'ready']

/** The best of several verdicts; `unusable` where there is none. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  return worst.findLast((verdict) => verdicts.includes(verdict)) ?? 'unusable'
}

/** The worst of several verdicts; `unusable` where there is none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return worst.find((verdict) => verdicts.includes(verdict)) ?? 'unusable'
}

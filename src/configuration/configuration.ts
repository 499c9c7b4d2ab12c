import type { Method, Phase, Release, Severity } from '../model/report.ts'

/** What `.rds-lint.yaml` says; what it leaves out is as it would be without a file. */
export interface Configuration {
  readonly target?: Release
  readonly method?: Method
  readonly phase?: Phase
  /** The severity from which a finding blocks. */
  readonly failOn?: Severity
  /** Settings by the id of a rule. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** `false` where nobody may suppress anything. */
  readonly suppressions?: readonly Suppression[] | false
}

/** What is said of one rule. */
export interface RuleSetting {
  /** The severity that it has wherever it applies; `off` takes it out of the run. */
  readonly severity?: Severity | 'off'
  /** `false` where nobody may suppress it; `true` loosens nothing. */
  readonly suppressible?: boolean
}

/** Someone looked at what a rule says of some parts, and takes it on. Exactly one of `subject` and `pointer` is there. */
export interface Suppression {
  readonly rule: string
  /** Logical name of the parts, compared without case; `*` stands for any letters. */
  readonly subject?: string
  /** JSON pointer of the part. */
  readonly pointer?: string
  readonly reason: string
  /** The last day on which it works: YYYY-MM-DD. */
  readonly expires?: string
  /** Where it stands, `file:line:column`, for remarks about it. */
  readonly place?: string
}

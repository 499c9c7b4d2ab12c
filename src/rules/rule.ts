import type { Tree } from '../expression/tree.ts'
import type { Category, Method, Phase, Release, Remediation, Severity, Source } from '../model/report.ts'
import type { Template } from './template.ts'

/** A rule as its file has it, with the id from the file's name and the category from its folder. */
export interface RuleFile {
  readonly id: string
  readonly category: Category
  readonly title: string
  readonly severity: Severity | readonly SeverityEntry<string>[]
  readonly for: string | readonly string[]
  readonly when?: string
  readonly require: string
  readonly message: string
  readonly remediation: Remediation
  readonly why: string
  readonly sources: readonly Citation[]
  readonly suppressible?: boolean
  readonly examples: Examples
}

/** A severity and where it holds; what is left out holds everywhere. The first entry of a list that fits decides. */
export interface SeverityEntry<Condition> {
  readonly is: Severity
  readonly phases?: readonly Phase[]
  readonly methods?: readonly Method[]
  readonly targets?: readonly Release[]
  /** For rules whose severity depends on the part. */
  readonly when?: Condition
}

/** A source, and the targets and methods that it speaks of; what is left out means all of them. */
export interface Citation extends Source {
  readonly targets?: readonly Release[]
  readonly methods?: readonly Method[]
}

/** Small inventories, at least one for each outcome that the rule can have. */
export interface Examples {
  readonly fails: readonly (Example & { readonly findings: readonly ExpectedFinding[] })[]
  readonly passes: readonly Example[]
  readonly undecided?: readonly (Example & { readonly undecided: readonly string[] })[]
  readonly notApplicable?: readonly Example[]
}

export interface Example {
  readonly name: string
  /** Without `schemaVersion`. */
  readonly inventory: Readonly<Record<string, unknown>>
  /** 2012R2 where absent. */
  readonly target?: Release
  /** `migrate` where absent. */
  readonly method?: Method
  /** `before` where absent. */
  readonly phase?: Phase
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf?: string
}

export interface ExpectedFinding {
  readonly pointer: string
  readonly message: string
  /** Named where the severity of the rule depends on the part. */
  readonly severity?: Severity
}

/** A rule that has been checked: its expressions are trees, so that JSON can carry it. */
export interface Rule {
  readonly id: string
  readonly category: Category
  readonly title: string
  readonly severity: readonly SeverityEntry<Tree>[]
  /** JSON pointers with `*` for each. */
  readonly for: readonly string[]
  readonly when?: Tree
  readonly require: Tree
  readonly message: Template
  /** The text of the remediation. */
  readonly advice: Template
  readonly commands: readonly Template[]
  readonly verify: readonly Template[]
  readonly why: string
  readonly sources: readonly Citation[]
  readonly suppressible: boolean
}

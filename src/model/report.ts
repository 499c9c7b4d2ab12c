import type { Diagnostic } from './diagnostic.ts'
import type { Region } from './region.ts'
import type { Release } from './release.ts'
import type { RulePack } from './rule-pack.ts'
import type { Topology } from './topology.ts'

export { type Release, releases } from './release.ts'

export type Severity = 'error' | 'warning' | 'info'
/** New servers, or upgrade of those that stand. */
export const methods = ['migrate', 'in-place'] as const
export type Method = (typeof methods)[number]

/** How far a move is. */
export const phases = ['before', 'during', 'after'] as const
export type Phase = (typeof phases)[number]

export type Verdict = 'ready' | 'blocked' | 'undecided' | 'unusable'

/** Steps of the migration in the order of the article "Remote Desktop Services: Migrate Remote Desktop Services Role Services"; `estate` concerns all of them. */
export const categories = [
  'estate',
  'connection-broker',
  'session-collections',
  'virtual-desktop-collections',
  'web-access',
  'gateway',
  'licensing',
  'certificates',
] as const
export type Category = (typeof categories)[number]

/** How a page bears on a rule: it demands it, advises it, says the opposite, or the rule is our reading of it. */
export type Stance = 'requires' | 'advises' | 'contradicts' | 'interpretation'

/** Where Microsoft says so. */
export interface Source {
  readonly document: string
  readonly section: string
  readonly url: string
  readonly revised?: string
  readonly stance: Stance
}

/** What to do: prose, commands as an administrator types them, and commands that show that it worked. */
export interface Remediation {
  readonly text: string
  readonly commands?: readonly string[]
  readonly verify?: readonly string[]
}

/** What a report tells of a rule, beside its findings. */
export interface RuleDescriptor {
  readonly id: string
  readonly category: Category
  readonly title: string
  readonly why: string
  /** The severity that the rule has for the run's target, method and phase; where it varies by subject, the highest. */
  readonly severity: Severity
  /** What to do in general: `<placeholders>` stand where a finding shows names and values. */
  readonly remediation: Remediation
  readonly sources: readonly Source[]
}

/** What told of a part of an inventory that was made from a bundle: a file, and the cmdlet or class whose answer it holds. */
export interface Origin {
  readonly file: string
  readonly source: string
}

/** Someone looked, and says so: the entry stays in the report and does not count for the verdict. */
export interface Suppressed {
  readonly reason: string
  /** The last day on which it holds: YYYY-MM-DD. */
  readonly expires?: string
}

/** A rule objects to a part of the inventory. */
export interface Finding {
  readonly rule: string
  readonly category: Category
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly remediation: Remediation
  /** Logical name of the part: a server, a collection, a certificate role. */
  readonly subject: string
  /** JSON pointer of the part. */
  readonly pointer: string
  readonly region: Region
  /** From the rule and the logical part only: survives a new export. */
  readonly fingerprint: string
  readonly sources: readonly Source[]
  readonly suppressed?: Suppressed
  /** Present where the run has a baseline; what it knows does not count for the verdict. */
  readonly baseline?: 'new' | 'known'
  /** Present where a bundle was linted. */
  readonly origin?: Origin
}

/** A finding of the baseline that is there no more. */
export interface Gone {
  readonly rule: string
  readonly subject: string
  readonly fingerprint: string
}

/** A fact that a rule needed and the inventory does not hold. */
export interface Missing {
  /** Where it would stand. */
  readonly pointer: string
  /** The deepest part of `pointer` that exists in the inventory. */
  readonly region: Region
  /** The cmdlet or class that supplies it; absent where only the planner knows it. */
  readonly source?: string
  /** What it is and whose, in words: "operating system of RDSH04". */
  readonly label: string
  /** Why it is missing, where the collector said so: the message of the failed source, with its name and server. */
  readonly reason?: string
}

/** A rule that could not be decided on a part of the inventory. */
export interface Undecided {
  readonly rule: string
  readonly category: Category
  readonly severity: Severity
  readonly subject: string
  readonly pointer: string
  readonly region: Region
  readonly missing: readonly Missing[]
  readonly suppressed?: Suppressed
  /** Present where a bundle was linted. */
  readonly origin?: Origin
}

/** A rule went wrong on a part of the inventory: the rule's fault, not the deployment's. */
export interface RuleFault {
  readonly rule: string
  readonly pointer: string
  readonly message: string
}

/** How often each outcome came out, over all rules or for one. */
export interface Tally {
  readonly pass: number
  readonly fail: number
  readonly undecided: number
  readonly notApplicable: number
}

export interface Counts extends Tally {
  /** Rules that apply to this target, method and phase. */
  readonly rules: number
  /** Distinct parts of the inventory that they looked at. */
  readonly subjects: number
  /** Findings and undecided entries that are suppressed; the numbers above hold them too. */
  readonly suppressed: number
}

/** What a verdict rests on beside all rules as they are. */
export interface ReportScope {
  /** The rules that had a say, where not all had. */
  readonly rules?: readonly string[]
  /** Rules that the configuration turned off. */
  readonly off?: readonly string[]
  /** Rules that apply here and whose severity the configuration changed. */
  readonly levels?: Readonly<Record<string, Severity>>
  /** Findings that the baseline knows and nobody suppressed. */
  readonly baselineKnown?: number
}

/** What a run says of one inventory. An unusable one has diagnostics and nothing else to say. */
export interface InventoryReport {
  readonly file: string
  /** Present where a bundle was linted: places are then those in the inventory that `rds-lint collect` prints of it. */
  readonly isCollected?: true
  readonly verdict: Verdict
  readonly target?: Release
  readonly method: Method
  readonly phase: Phase
  /** Day of the move, where the planner named one: YYYY-MM-DD. */
  readonly plannedFor?: string
  /** Releases that the RDS servers run today, oldest first. */
  readonly releases: readonly Release[]
  readonly findings: readonly Finding[]
  /** Present where the run has a baseline. */
  readonly gone?: readonly Gone[]
  readonly undecided: readonly Undecided[]
  readonly diagnostics: readonly Diagnostic[]
  readonly faults: readonly RuleFault[]
  /** Present where the verdict rests on fewer rules than there are, on other severities, or on a baseline. */
  readonly scope?: ReportScope
  readonly counts: Counts
  /** Outcomes of each rule that applies, by id. */
  readonly tallies: Readonly<Record<string, Tally>>
  /** Present where the run was asked for it and the inventory could be judged. */
  readonly topology?: Topology
}

/** The whole of a run: every format is a view of this and nothing else. */
export interface Report {
  readonly tool: { readonly name: 'rds-lint'; readonly version: string }
  readonly verdict: Verdict
  /** The severity from which a finding blocks. */
  readonly failOn: Severity
  readonly allowUndecided: boolean
  /** Present where no suppression worked in this run, whatever the configuration says. */
  readonly withoutSuppressions?: boolean
  readonly inventories: readonly InventoryReport[]
  /** Every rule that applied to one of the inventories, by category and id. */
  readonly rules: readonly RuleDescriptor[]
  /** Present where packs had a say; their rules are those whose ids begin with the name. */
  readonly packs?: readonly RulePack[]
  /** What each inventory could move to: where every target was asked about, and for those that name none. */
  readonly matrices?: readonly TargetMatrix[]
  /** Where every target and whole runs were asked for, what the matrices sum up: a report for each target and method. */
  readonly runs?: readonly Report[]
}

/** What one inventory could move to, and what would stand in the way. */
export interface TargetMatrix {
  readonly file: string
  /** Present where a bundle was linted, as in its reports. */
  readonly isCollected?: true
  readonly phase: Phase
  /** Releases that the RDS servers run today, oldest first. */
  readonly releases: readonly Release[]
  /** The best of all cells: whether there is a way at all. */
  readonly verdict: Verdict
  /** By target, oldest first, then by method. */
  readonly cells: readonly TargetCell[]
  readonly diagnostics: readonly Diagnostic[]
  /** Present where the verdicts rest on fewer rules than there are, or on other severities. */
  readonly scope?: ReportScope
}

/** A rule that stands in the way of a target, or that may. */
export interface Obstacle {
  readonly rule: string
  readonly category: Category
  /** How often it does: on how many parts. */
  readonly count: number
}

/** What a run for one target by one method would say. */
export interface TargetCell {
  readonly target: Release
  readonly method: Method
  readonly verdict: Verdict
  /** How many there are, without those that are suppressed. */
  readonly findings: Readonly<Record<Severity, number>>
  /** How often a rule could not be decided, without what is suppressed. */
  readonly undecided: number
  readonly faults: readonly RuleFault[]
  /** The rules whose findings block, in the order of the migration. */
  readonly blocking: readonly Obstacle[]
  /** The rules that would block and cannot be decided, in the same order. */
  readonly waiting: readonly Obstacle[]
  /** Rules that apply, the parts that they looked at, and what is suppressed. */
  readonly counts: Pick<Counts, 'rules' | 'subjects' | 'suppressed'>
}

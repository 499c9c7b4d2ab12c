import type { Region } from '../model/region.ts'
import type { Category, InventoryReport, Missing, Origin, Remediation, Severity, Suppressed } from '../model/report.ts'
import { stands } from '../model/standing.ts'
import { shortened } from '../model/visible.ts'

/** What an entry counts as: one that is suppressed as nothing else, a finding of the baseline as `known`. */
export type Standing = 'failed' | 'undecided' | 'known' | 'suppressed'

/** A finding or an undecided rule, for formats that have a line, a row or a case for each. Texts stand as they came. */
export interface Entry {
  readonly standing: Standing
  readonly rule: string
  readonly category: Category
  readonly severity: Severity
  readonly subject: string
  readonly pointer: string
  /** The file to look into: of a part that a bundle told of, the file in the bundle. */
  readonly file: string
  readonly region: Region
  /** One sentence: what is wrong, or what is not known. */
  readonly message: string
  /** What to do; absent where a fact is missing. */
  readonly remediation?: Remediation
  /** Absent where a fact is missing. */
  readonly fingerprint?: string
  readonly suppressed?: Suppressed
  readonly baseline?: 'new' | 'known'
}

/** Facts that an undecided entry names; the rest is counted. */
const named = 5
/** A place in the inventory that was made of a bundle means nothing in the bundle's files. */
const start: Region = { line: 1, column: 1, endLine: 1, endColumn: 2 }

/** Gives all findings of an inventory and then all that is undecided, in their order. */
export function entriesOf({ file, findings, undecided }: InventoryReport): readonly Entry[] {
  return [
    ...findings.map((one): Entry => {
      const { rule, category, severity, subject, pointer, message, remediation, fingerprint, suppressed, baseline } =
        one
      const standing = stands(one) ? 'failed' : suppressed ? 'suppressed' : 'known'
      return {
        ...{ standing, rule, category, severity, subject, pointer, message, remediation, fingerprint },
        ...placed(file, one.region, one.origin),
        ...(suppressed && { suppressed }),
        ...(baseline && { baseline }),
      }
    }),
    ...undecided.map((one): Entry => {
      const { rule, category, severity, subject, pointer, region, missing, origin, suppressed } = one
      const standing = stands(one) ? 'undecided' : 'suppressed'
      const message = `Not decided for ${subject}, because this is not known: ${factsOf(missing)}.`
      return {
        ...{ standing, rule, category, severity, subject, pointer, message },
        ...placed(file, region, origin),
        ...(suppressed && { suppressed }),
      }
    }),
  ]
}

/** Gives the message of an entry with what makes it count for nothing: that it is suppressed and why, or known. */
export function sentenceOf({ message, suppressed, standing }: Entry): string {
  if (suppressed) {
    const until = suppressed.expires === undefined ? '' : ` until ${suppressed.expires}`
    return `Suppressed${until} (${shortened(suppressed.reason, 255)}): ${message}`
  }
  return standing === 'known' ? `Known from the baseline: ${message}` : message
}

function placed(file: string, region: Region, origin: Origin | undefined): Pick<Entry, 'file' | 'region'> {
  return origin === undefined ? { file, region } : { file: origin.file, region: start }
}

function factsOf(missing: readonly Missing[]): string {
  const facts = missing.slice(0, named).map(({ label, reason, source }) => {
    const cause = reason ?? source
    return cause === undefined ? label : `${label} (${cause.replace(/\.$/, '')})`
  })
  return (missing.length > named ? [...facts, `and ${missing.length - named} more`] : facts).join('; ')
}

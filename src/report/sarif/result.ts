import type { Finding, Missing, Suppressed, Undecided } from '../../model/report.ts'
import { levels } from './descriptor.ts'
import { messageName, messageText, sentences } from './message.ts'
import { type FilePlace, placeOf } from './place.ts'

/** What results of a run have in common: where one is suppressed all say whether they are, and where there is a baseline all say whether they are new (SARIF 2.1.0 §3.27.23, §3.27.24). */
export interface ResultMarks {
  readonly suppressions: boolean
  readonly baseline: boolean
}

/** Facts that an undecided result names; the rest is counted. */
const named = 5

/** Gives the result for a finding. `ruleIndex` is the place of its rule among the descriptors. */
export function failed(finding: Finding, ruleIndex: number, file: FilePlace, marks: ResultMarks): object {
  const { text, commands, verify } = finding.remediation
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: 'fail',
    level: levels[finding.severity],
    message: {
      text: messageText(sentences(finding.message, text)),
      id: 'fail',
      arguments: [messageName(finding.subject), messageText(finding.message)],
    },
    locations: [placeOf(file, finding.region, finding.subject)],
    ...marked(finding, marks),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'rdsLint/v1': finding.fingerprint },
    properties: {
      pointer: messageText(finding.pointer),
      ...(commands === undefined ? {} : { commands: commands.map(messageText) }),
      ...(verify === undefined ? {} : { verify: verify.map(messageText) }),
    },
  }
}

/** Gives the result for a rule that could not be decided: open, at no level, with the facts that are missing. */
export function open(undecided: Undecided, ruleIndex: number, file: FilePlace, marks: ResultMarks): object {
  const facts = factsOf(undecided.missing)
  const subject = messageName(undecided.subject)
  return {
    ruleId: undecided.rule,
    ruleIndex,
    kind: 'open',
    level: 'none',
    message: {
      text: messageText(sentences(`Not decided for ${subject}, because this is not known: ${facts}`)),
      id: 'open',
      arguments: [subject, messageText(facts)],
    },
    locations: [placeOf(file, undecided.region, undecided.subject)],
    ...marked(undecided, marks),
    properties: { pointer: messageText(undecided.pointer), severity: undecided.severity },
  }
}

function marked({ suppressed, baseline = 'new' }: Markable, marks: ResultMarks): object {
  return {
    ...(marks.suppressions ? { suppressions: suppressed === undefined ? [] : [suppressionOf(suppressed)] } : {}),
    // A baseline never covers undecided rules: they are new each time.
    ...(marks.baseline ? { baselineState: baseline === 'known' ? 'unchanged' : 'new' } : {}),
  }
}

type Markable = Pick<Finding, 'suppressed' | 'baseline'>

function suppressionOf({ reason, expires }: Suppressed): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: messageText(reason),
    ...(expires === undefined ? {} : { properties: { expires } }),
  }
}

function factsOf(missing: readonly Missing[]): string {
  const facts = missing.slice(0, named).map(({ label, reason, source }) => {
    const cause = reason ?? source
    return cause === undefined ? messageName(label) : `${messageName(label)} (${messageName(cause)})`
  })
  if (missing.length > named) facts.push(`and ${missing.length - named} more`)
  return facts.join('; ')
}

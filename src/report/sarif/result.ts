import type { Finding, Missing, Undecided } from '../../model/report.ts'
import { levels } from './descriptor.ts'
import { messageName, messageText, sentences } from './message.ts'
import { type FilePlace, placeOf } from './place.ts'

/** Facts that an undecided result names; the rest is counted. */
const named = 5

/** Gives the result for a finding. `ruleIndex` is the place of its rule among the descriptors. */
export function failed(finding: Finding, ruleIndex: number, file: FilePlace): object {
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
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'rdsLint/v1': finding.fingerprint },
    properties: {
      pointer: messageText(finding.pointer),
      ...(commands === undefined ? {} : { commands: commands.map(messageText) }),
      ...(verify === undefined ? {} : { verify: verify.map(messageText) }),
    },
  }
}

/** Gives the result for a rule that could not be decided: open, at no level, with the facts that are missing. */
export function open(undecided: Undecided, ruleIndex: number, file: FilePlace): object {
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
    properties: { pointer: messageText(undecided.pointer), severity: undecided.severity },
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

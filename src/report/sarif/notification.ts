import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InventoryReport, ReportScope, RuleFault } from '../../model/report.ts'
import { messageText, sentences } from './message.ts'
import type { FilePlace } from './place.ts'

/** Gives what a run tells of one inventory beside its results: what is wrong with the file, rules that went wrong, and a narrower scope. */
export function notificationsOf(
  inventory: InventoryReport,
  file: FilePlace,
  indexOf: (rule: string) => number | undefined,
): readonly object[] {
  const { diagnostics, faults, scope, gone = [] } = inventory
  return [
    ...diagnostics.map((diagnostic) => diagnosticNotification(diagnostic, file)),
    ...faults.map((fault) => faultNotification(fault, file, indexOf(fault.rule))),
    ...scopeNotifications(scope ?? {}, file),
    ...gone.map((one) => note('gone', `Gone since the baseline: ${one.rule} for ${one.subject}`, file)),
  ]
}

/** Gives a remark about the run itself. */
export function runNotification(id: string, level: 'note' | 'warning' | 'error', text: string): object {
  return { descriptor: { id }, level, message: { text: messageText(sentences(text)) } }
}

function diagnosticNotification({ code, severity, message, region }: Diagnostic, file: FilePlace): object {
  // These are about the configuration and the baseline, and say in words where.
  if (code === 'suppression' || code === 'baseline') return runNotification(code, severity, message)
  const place = { artifactLocation: { uri: file.uri }, ...(region === undefined ? {} : file.excerpt(region)) }
  return {
    descriptor: { id: code },
    level: severity,
    message: { text: messageText(sentences(message)) },
    locations: [{ physicalLocation: place }],
  }
}

function faultNotification({ rule, pointer, message }: RuleFault, file: FilePlace, index: number | undefined): object {
  return {
    descriptor: { id: 'rule-fault' },
    ...(index === undefined ? {} : { associatedRule: { id: rule, index } }),
    level: 'error',
    message: {
      text: messageText(sentences(`The rule ${rule} went wrong at ${pointer || 'the whole inventory'}: ${message}`)),
    },
    locations: [{ physicalLocation: { artifactLocation: { uri: file.uri } } }],
  }
}

function scopeNotifications({ rules, off, levels, baselineKnown }: ReportScope, file: FilePlace): readonly object[] {
  const said = [
    ...(off === undefined ? [] : [`The configuration turned these rules off: ${off.join(', ')}`]),
    ...(rules === undefined || off !== undefined
      ? []
      : [`Only these rules were asked for, and the verdict rests on them alone: ${rules.join(', ')}`]),
    ...(levels === undefined ? [] : [`The configuration set the severity of these rules: ${levelsOf(levels)}`]),
    ...(baselineKnown === undefined
      ? []
      : [`Findings that the baseline knows and that do not count: ${baselineKnown}`]),
  ]
  return said.map((text) => note('scope', text, file))
}

function levelsOf(levels: NonNullable<ReportScope['levels']>): string {
  return Object.entries(levels)
    .map(([rule, level]) => `${rule} (${level})`)
    .join(', ')
}

function note(id: string, text: string, file: FilePlace): object {
  return {
    ...runNotification(id, 'note', text),
    locations: [{ physicalLocation: { artifactLocation: { uri: file.uri } } }],
  }
}

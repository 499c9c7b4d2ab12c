import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InventoryReport, Report, RuleFault } from '../../model/report.ts'
import { remarksOf } from '../remarks.ts'
import { messageText, sentences } from './message.ts'
import type { FilePlace } from './place.ts'

/** Gives what a run tells of one inventory beside its results: what is wrong with the file, rules that went wrong, and what the verdict rests on. */
export function notificationsOf(
  inventory: InventoryReport,
  report: Report,
  file: FilePlace,
  indexOf: (rule: string) => number | undefined,
): readonly object[] {
  const { diagnostics, faults, gone = [] } = inventory
  return [
    ...diagnostics.map((diagnostic) => diagnosticNotification(diagnostic, file)),
    ...faults.map((fault) => faultNotification(fault, file, indexOf(fault.rule))),
    ...remarksOf(inventory, report).map((remark) => note('scope', remark, file)),
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

function note(id: string, text: string, file: FilePlace): object {
  return {
    ...runNotification(id, 'note', text),
    locations: [{ physicalLocation: { artifactLocation: { uri: file.uri } } }],
  }
}

import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InventoryReport, RuleFault } from '../../model/report.ts'
import { messageText, sentences } from './message.ts'
import type { FilePlace } from './place.ts'

/** Gives what a run tells of one inventory beside its results: what is wrong with the file, rules that went wrong, and a narrower scope. */
export function notificationsOf(
  inventory: InventoryReport,
  file: FilePlace,
  indexOf: (rule: string) => number | undefined,
): readonly object[] {
  const { diagnostics, faults, scope } = inventory
  return [
    ...diagnostics.map((diagnostic) => diagnosticNotification(diagnostic, file)),
    ...faults.map((fault) => faultNotification(fault, file, indexOf(fault.rule))),
    ...(scope?.rules === undefined ? [] : [scopeNotification(scope.rules, file)]),
  ]
}

/** Gives a remark about the run itself. */
export function runNotification(id: string, level: 'note' | 'warning', text: string): object {
  return { descriptor: { id }, level, message: { text: messageText(sentences(text)) } }
}

function diagnosticNotification({ code, severity, message, region }: Diagnostic, file: FilePlace): object {
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

function scopeNotification(rules: readonly string[], file: FilePlace): object {
  return {
    descriptor: { id: 'scope' },
    level: 'note',
    message: {
      text: messageText(
        sentences(`Only these rules were asked for, and the verdict rests on them alone: ${rules.join(', ')}`),
      ),
    },
    locations: [{ physicalLocation: { artifactLocation: { uri: file.uri } } }],
  }
}

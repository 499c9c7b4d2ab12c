import type { Diagnostic } from '../../model/diagnostic.ts'
import type { RuleFault } from '../../model/report.ts'

/** Gives what is wrong with a file, or with the settings of a run, as JSON has it. */
export function diagnosticOf({ code, severity, message, region }: Diagnostic): object {
  return { code, severity, message, line: region?.line, column: region?.column }
}

/** Gives a rule that went wrong, as JSON has it. */
export function faultOf({ rule, pointer, message }: RuleFault): object {
  return { rule, pointer, message }
}

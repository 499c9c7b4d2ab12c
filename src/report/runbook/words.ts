import type { WrittenOperation } from '../../model/plan-report.ts'
import type { Severity, Verdict } from '../../model/report.ts'
import type { CheckedStep, LeftFinding, RunbookReport } from '../../model/runbook-report.ts'
import { count, grouped } from '../pretty/words.ts'

/** Gives an operation as a runbook writes it: `drain: { host: RDSH01 }`. */
export function operationWords(operation: WrittenOperation): string {
  const [name = '', taken = {}] = Object.entries(operation)[0] ?? []
  const values = Object.entries(taken).map(([key, value]) => `${key}: ${valueWords(value)}`)
  return `${name}: { ${values.join(', ')} }`
}

function valueWords(value: string | readonly string[]): string {
  return typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`
}

/** YAML reads other texts than these as something else, or as more than one value. */
const plain = /^[A-Za-z][\w.-]*(?: [\w.-]+)*$/

function scalar(text: string): string {
  if (plain.test(text) && !/^(?:true|false|null)$/i.test(text)) return text
  return /\p{C}/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}

/** Gives a finding with the steps between which it is there: "After step 4 and until step 6: …". */
export function stateWords({ index }: CheckedStep, { until, message }: LeftFinding): string {
  return `After step ${index} and ${until === undefined ? 'to the end' : `until step ${until}`}: ${message}`
}

/** Gives a question with what would have to be known. */
export function questionWords({ message, missing }: CheckedStep['undecided'][number]): string {
  const most = 5
  const more = missing.length > most ? ` and ${missing.length - most} more` : ''
  return missing.length === 0 ? message : `${message} Not known: ${missing.slice(0, most).join(', ')}${more}.`
}

/** What makes the last state blocked or undecided; nothing where it is not judged. */
export function endOf({ final }: RunbookReport): readonly {
  readonly rule: string
  readonly kind: 'fail' | 'open'
  readonly message: string
}[] {
  const { findings = [], undecided = [] } = final ?? {}
  const isError = ({ severity }: { readonly severity: Severity }) => severity === 'error'
  return [
    ...findings.filter(isError).map(({ rule, message }) => ({ rule, kind: 'fail' as const, message })),
    ...undecided.filter(isError).map(({ rule, severity, subject, missing }) => {
      const message = questionWords({ rule, severity, message: `${subject} could not be judged.`, missing })
      return { rule, kind: 'open' as const, message }
    }),
  ]
}

/** What a verdict on a runbook means. */
export const runbookVerdicts = {
  ready: 'every step can be taken, and none adds an error',
  blocked: 'something goes wrong on the way',
  undecided: 'something about the runbook cannot be told',
  unusable: 'a rule went wrong',
} as const satisfies Record<Verdict, string>

/** Gives the numbers of a report: "8 steps, 2 violations, 1 error left by steps, 5 operations left out". */
export function numbersOf({ steps, left }: RunbookReport): readonly string[] {
  const violations = steps.flatMap((step) => step.violations).length
  const errors = steps.flatMap(({ added }) => added).filter(({ severity }) => severity === 'error').length
  const undecided = steps.flatMap((step) => step.undecided).filter(({ severity }) => severity === 'error').length
  return [
    count(steps.length, 'step'),
    ...(violations > 0 ? [count(violations, 'violation')] : []),
    ...(errors > 0 ? [`${count(errors, 'error')} that steps leave`] : []),
    ...(undecided > 0 ? [`${grouped(undecided)} undecided`] : []),
    ...(left.length > 0 ? [`${count(left.length, 'operation')} left out`] : []),
  ]
}

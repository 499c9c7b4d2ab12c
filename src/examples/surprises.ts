import type { InventoryReport } from '../model/report.ts'
import type { Examples, Rule } from '../rules/rule.ts'
import { runExample } from './run-example.ts'

/** An example that came out otherwise than its rule file says. */
export interface Surprise {
  readonly outcome: keyof Examples
  readonly name: string
  readonly expected: readonly string[]
  readonly actual: readonly string[]
}

/** Runs the examples of a rule; gives those that came out otherwise. `enough` stops at that many. */
export function surprises(rule: Rule, examples: Examples, enough = Number.POSITIVE_INFINITY): readonly Surprise[] {
  const found: Surprise[] = []
  for (const { outcome, example, expected } of expectations(examples)) {
    if (found.length >= enough) break
    const actual = told(runExample(rule, example))
    const isSame =
      actual.length === expected.length &&
      actual.every(({ text, graded }, index) => [text, graded].includes(expected[index] ?? ''))
    if (!isSame) found.push({ outcome, name: example.name, expected, actual: actual.map(({ graded }) => graded) })
  }
  return found
}

function expectations({ fails, passes, undecided = [], notApplicable = [] }: Examples) {
  return [
    ...fails.map(
      (example) =>
        ({
          outcome: 'fails',
          example,
          expected: example.findings.map(
            ({ pointer, message, severity }) => `fail ${pointer} ${message}${severity ? ` (${severity})` : ''}`,
          ),
        }) as const,
    ),
    ...passes.map((example) => ({ outcome: 'passes', example, expected: ['pass'] }) as const),
    ...undecided.map(
      (example) =>
        ({
          outcome: 'undecided',
          example,
          expected: example.undecided.map((pointer) => `undecided ${pointer}`),
        }) as const,
    ),
    ...notApplicable.map((example) => ({ outcome: 'notApplicable', example, expected: ['not applicable'] }) as const),
  ]
}

function told({ findings, undecided, faults, diagnostics, counts }: InventoryReport): readonly Line[] {
  const lines = [
    ...diagnostics.map(({ message }) => line(`diagnostic: ${message}`)),
    ...faults.map(({ pointer, message }) => line(`fault ${pointer} ${message}`)),
    ...findings.map(({ pointer, message, severity }) => line(`fail ${pointer} ${message}`, severity)),
    ...undecided.map(({ pointer }) => line(`undecided ${pointer}`)),
  ]
  return lines.length > 0 ? lines : [line(counts.pass > 0 ? 'pass' : 'not applicable')]
}

interface Line {
  readonly text: string
  /** The line with the severity, which an example may name or not. */
  readonly graded: string
}

function line(text: string, severity?: string): Line {
  return { text, graded: severity ? `${text} (${severity})` : text }
}

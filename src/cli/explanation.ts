import type { Source } from '../model/report.ts'
import { type CatalogueRule, type ExampleKind, exampleKinds, stepName } from './catalogue.ts'
import { verbatim, wrap } from './layout.ts'
import type { Paint } from './paint.ts'
import { severityWords } from './severities.ts'

const outcomes: Readonly<Record<ExampleKind, string>> = {
  fails: 'Fails',
  passes: 'Passes',
  undecided: 'Undecided',
  notApplicable: 'Not applicable',
}

/** Gives all that a rule file says, as a page for a terminal. */
export function explanation(rule: CatalogueRule, width: number, paint: Paint): string {
  const { id, category, title, why, remediation, sources, suppressible = true } = rule
  const prose = (text: string, indent = 2) => wrap(text, width, indent)
  const part = (heading: string, ...lines: readonly string[]) => [paint.bold(heading), ...lines].join('\n')
  const code = (lines: readonly string[] = []) => lines.map((line) => verbatim(line, 4))
  const limits = suppressible ? [] : [prose('It cannot be suppressed.')]
  const blocks = [
    [paint.bold(id), prose(`${title}.`, 0)].join('\n'),
    part('Severity', ...severityLines(rule, width, paint), prose(stepName(category)), ...limits),
    part('Why', prose(why)),
    part('Looks at', prose(whereItLooks(rule.for))),
    ...(rule.when === undefined ? [] : [part('Only where', verbatim(rule.when, 4))]),
    part('Demands', verbatim(rule.require, 4)),
    part('Says', prose(rule.message)),
    part('What to do', prose(remediation.text), ...code(remediation.commands)),
    ...(remediation.verify === undefined ? [] : [part('To check', ...code(remediation.verify))]),
    part('Sources', ...sources.map((source) => sourceLines(source, width))),
    part('Examples', ...exampleKinds.flatMap((kind) => exampleLines(rule, kind, width))),
  ]
  return `${blocks.join('\n\n')}\n`
}

function severityLines(rule: CatalogueRule, width: number, paint: Paint): readonly string[] {
  const targets = typeof rule.severity === 'string' ? [] : rule.severity.flatMap((entry) => entry.targets ?? [])
  const questions = targets.length === 0 ? [undefined] : [...new Set(targets)].sort()
  return questions.map((target) => {
    const words = severityWords(rule, target === undefined ? {} : { target }) ?? 'does not apply'
    return paint.severity(wrap(target === undefined ? words : `${words} for the target ${target}`, width, 2))
  })
}

function whereItLooks(pointer: string): string {
  return pointer === '' ? 'the whole inventory' : `${pointer}${pointer.includes('*') ? ' (* stands for each)' : ''}`
}

function sourceLines({ document, section, stance, revised, url }: Source, width: number): string {
  const details = [stance, ...(revised === undefined ? [] : [`revised ${revised}`])].join(', ')
  return `${wrap(`${document}, "${section}" (${details})`, width, 2)}\n${verbatim(url, 4)}`
}

function exampleLines(rule: CatalogueRule, kind: ExampleKind, width: number): readonly string[] {
  const examples = rule.examples[kind] ?? []
  if (examples.length === 0) return []
  const lines = examples.flatMap(({ name, findings = [] }) => [
    wrap(name, width, 4),
    ...findings.map(({ message }) => wrap(message, width, 8)),
  ])
  return [`  ${outcomes[kind]}`, ...lines]
}

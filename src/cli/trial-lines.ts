import { isClean, type Trial } from '../examples/try-rule.ts'
import type { Region } from '../model/region.ts'
import type { Page } from '../report/pretty/page.ts'
import { count } from '../report/pretty/words.ts'
import type { Examples, RuleFile } from '../rules/rule.ts'

/** Where the parts of a rule stand, for lines that an editor opens. */
export interface RuleSource {
  /** The file, or the id of a rule that comes without one. */
  readonly name: string
  readonly file: RuleFile
  readonly placeOf?: (pointer: string, start: number, end: number) => Region | undefined
}

/** Gives one line for the trial of a rule, and more for each thing that is to be mended. */
export function trialLines(trial: Trial, source: RuleSource, page: Page): readonly string[] {
  const { id, examples, surprises, coverage, lacking } = trial
  const sign = isClean(trial) ? page.verdict.ready('ok') : page.severity.error('no')
  const noticed =
    coverage &&
    `${coverage.mutants - coverage.undecided.length} of ${count(coverage.mutants, 'change', 'changes')} of an operator noticed`
  const summary = [count(examples, 'example', 'examples'), ...(noticed ? [noticed] : [])].join(', ')
  return [
    `${sign}  ${page.show(id)}: ${summary}`,
    ...surprises.flatMap((one) => surpriseLines(one, source, page)),
    ...(coverage?.undecided ?? []).map(({ field, at: [start, end], change }) => {
      const place = placed(source, `/${field}`, start, end)
      return `    ${page.show(place)}: no example notices ${change}; add one that would come out otherwise`
    }),
    ...lacking.map((outcome) => `    ${page.show(source.name)}: no example of ${words[outcome]}; add one`),
  ]
}

const words = {
  fails: 'a failure',
  passes: 'a pass',
  undecided: 'a fact that is missing (examples: undecided)',
  notApplicable: 'a part that the rule does not concern (examples: notApplicable)',
} as const satisfies Record<keyof Examples, string>

function surpriseLines(
  { outcome, name, expected, actual }: Trial['surprises'][number],
  source: RuleSource,
  page: Page,
): readonly string[] {
  const index = source.file.examples[outcome]?.findIndex((example) => example.name === name) ?? 0
  const place = placed(source, `/examples/${outcome}/${index}`, 0, 0)
  const isSame = (one: string, other: string) =>
    other === one || other.replace(/ \((?:error|warning|info)\)$/, '') === one
  const gone = expected.filter((line) => !actual.some((other) => isSame(line, other)))
  const come = actual.filter((line) => !expected.some((other) => isSame(other, line)))
  return [
    `    ${page.show(place)}: "${page.show(name)}" came out otherwise:`,
    ...expected.filter((line) => !gone.includes(line)).map((line) => `        ${page.showCommand(line)}`),
    ...gone.map((line) => page.severity.error(`      - ${page.showCommand(line)}`)),
    ...come.map((line) => page.verdict.ready(`      + ${page.showCommand(line)}`)),
    // The same lines in another order, or more of them.
    ...(gone.length + come.length === 0
      ? [`      - expected in this order: ${expected.length}`, `      + came: ${actual.length}`]
      : []),
  ]
}

function placed({ name, placeOf }: RuleSource, pointer: string, start: number, end: number): string {
  const region = placeOf?.(pointer, start, end)
  return region === undefined ? `${name} ${pointer}` : `${name}:${region.line}:${region.column}`
}

import type { Page } from '../report/pretty/page.ts'
import { stepTitles } from '../report/pretty/words.ts'
import { labelled, setIn, wrap } from '../report/pretty/wrap.ts'
import type { Examples, RuleFile } from '../rules/rule.ts'
import { applicabilityWords, canFailWords } from './applicability-words.ts'
import type { CatalogueRule } from './catalogue.ts'
import { prose, sourceLines } from './prose.ts'
import { paintSeverity } from './severities.ts'

const exampleKinds = ['fails', 'passes', 'undecided', 'notApplicable'] as const satisfies readonly (keyof Examples)[]

const outcomes = {
  fails: 'fails',
  passes: 'passes',
  undecided: 'undecided',
  notApplicable: 'not applicable',
} as const satisfies Record<keyof Examples, string>

/** Gives all that a rule file says, and where the rule applies, as a page for a terminal. */
export function explanation(rule: CatalogueRule, page: Page): string {
  const { id, title, category, why, when, require, message, remediation, sources, suppressible = true } = rule
  const { text, commands = [], verify = [] } = remediation
  const blocks = [
    [page.strong(id), ...prose(`${title}.`, 0, page)],
    part('Severity', [
      ...severityLines(rule, page),
      ...sameRelease(rule, page),
      ...prose(stepTitles[category], 2, page),
      ...(suppressible ? [] : prose('Nobody can suppress it.', 2, page)),
    ]),
    part('Why', prose(why, 2, page)),
    part(
      'Looks at',
      [rule.for].flat().flatMap((pointer) => prose(whereItLooks(pointer), 2, page)),
    ),
    part('Only where', code(when === undefined ? [] : [when], page)),
    part('Demands', code([require], page)),
    part('Says', prose(message, 2, page)),
    part('What to do', [...prose(text, 2, page), ...code(commands, page)]),
    part('To check', code(verify, page)),
    part(
      'Sources',
      sources.flatMap((source) => sourceLines(source, page)),
    ),
    part(
      'Examples',
      exampleKinds.flatMap((kind) => exampleLines(rule, kind, page)),
    ),
  ]
  const filled = blocks.filter((block) => block.length > 0)
  return `${filled.map((block) => block.join('\n')).join('\n\n')}\n`

  function part(heading: string, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [] : [page.strong(heading), ...lines]
  }
}

// Code stands as it was written, also where a line is longer than the page.
function code(texts: readonly string[], page: Page): readonly string[] {
  const lines = texts.flatMap((text) => text.trimEnd().split('\n'))
  return setIn(lines.map(page.showCommand), 4)
}

function severityLines(rule: CatalogueRule, page: Page): readonly string[] {
  const rows = applicabilityWords(rule)
  const width = Math.max(...rows.map(({ what }) => what.length)) + 2
  return rows.flatMap(({ what, where, reason }) => {
    const text = [
      where === '' ? 'for every target, method and phase' : where,
      ...(reason === undefined ? [] : [reason]),
    ]
    const lines = wrap(page.show(text.join(': ')), page.width - 2 - width)
    return setIn(
      labelled(what, width, lines, (words) => paintSeverity(words, page)),
      2,
    )
  })
}

function sameRelease(rule: CatalogueRule, page: Page): readonly string[] {
  const entries = canFailWords(rule)
  if (entries.length === 0) return []
  const lead = prose('Where all servers run one release, it can fail only if that is', 2, page)
  return [...lead, ...entries.flatMap((entry) => prose(entry, 4, page))]
}

function whereItLooks(pointer: string): string {
  if (pointer === '') return 'the whole inventory'
  return pointer.includes('*') ? `each ${pointer}` : pointer
}

function exampleLines({ examples }: RuleFile, kind: keyof Examples, page: Page): readonly string[] {
  return (examples[kind] ?? []).flatMap((example, index) => [
    ...prose(`${outcomes[kind]}: ${example.name}`, 2, page),
    ...(kind === 'fails'
      ? (examples.fails[index]?.findings.flatMap(({ message }) => prose(message, 6, page)) ?? [])
      : []),
  ])
}

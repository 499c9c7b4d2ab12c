import { facts } from '../../src/inventory/facts/index.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import { generatedFrom } from './generated-from.ts'
import { table } from './table.ts'

/** The page of the facts that conditions may call. */
export function factList(): string {
  const rows = [...facts]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, takes, gives, says }) => [`\`${name}(${takes.join(', ')})\``, `\`${gives}\``, markdownText(says)])
  return [
    generatedFrom('src/inventory/facts/'),
    '# Facts that conditions may call',
    '',
    'A fact is a function that a condition, a message or a command of a rule may call. It is derived from the inventory, in',
    'TypeScript, with tests of its own. Where the inventory does not tell enough, the result is *not known*, and the condition is',
    'undecided unless the rest of it decides. `T?` may be null, `A|B` is either. The language of conditions is told in',
    '[expressions](expressions.md).',
    '',
    table(['fact', 'gives', 'which is'], rows),
    '',
  ].join('\n')
}

import { posix, win32 } from 'node:path'
import { isClean, type Trial, tryRule } from '../../examples/try-rule.ts'
import { matches } from '../../expression/functions/matches.ts'
import { alsoCall } from '../../functions.ts'
import type { ExitCode } from '../../model/exit-code.ts'
import { pageOf } from '../../report/pretty/page.ts'
import { count } from '../../report/pretty/words.ts'
import { compileRule } from '../../rules/compile-rule.ts'
import type { Rule } from '../../rules/rule.ts'
import { loadCatalogue } from '../catalogue.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { commonOptions, type OptionTable } from '../option.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readPack } from '../read-packs.ts'
import { deliver, refuse } from '../say.ts'
import { colourOption, standardOutput } from '../terminal.ts'
import { tellDiagnostics } from '../told-file.ts'
import { type RuleSource, trialLines } from '../trial-lines.ts'

/** The options of `rds-lint test`. */
export const testOptions = { ...colourOption, ...commonOptions } as const satisfies OptionTable

interface Testable extends RuleSource {
  readonly rule: Rule
}

/** `rds-lint test [PACK]`: runs the examples of every rule; gives 1 where one surprises or an operator is not decided, 2 where the pack cannot be read. */
export async function testCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(testOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [folder, ...more] = operands
  if (more.length > 0) return refuse(host, 'test runs the examples of one pack at a time; name one only')
  alsoCall(matches)
  const rules = folder === undefined ? await builtInRules() : await rulesOf(host, folder)
  if (rules === undefined) return 2
  const page = pageOf(standardOutput(host, values.color))
  const trials: Trial[] = []
  // Line by line, since all rules together take a while.
  for (const one of rules) {
    const trial = tryRule(one.rule, one.file)
    trials.push(trial)
    const code = await deliver(host, `${trialLines(trial, one, page).join('\n')}\n`, 0)
    if (code !== 0) return code
  }
  return deliver(host, `\n${closing(trials)}\n`, trials.every(isClean) ? 0 : 1)
}

async function rulesOf(host: Host, folder: string): Promise<readonly Testable[] | undefined> {
  const path = host.platform === 'win32' ? win32 : posix
  const read = readPack(host, folder)
  if ('pack' in read)
    return read.pack.sources.map(({ path: inside, rule, file, placeOf }) => {
      return { name: path.join(folder, inside), rule, file, placeOf }
    })
  for (const { file, diagnostic } of read.problems) await tellDiagnostics(host, file, [diagnostic])
  return undefined
}

async function builtInRules(): Promise<readonly Testable[]> {
  return (await loadCatalogue()).flatMap((file) => {
    const compiled = compileRule(file)
    // The build lets no other rule pass.
    return 'rule' in compiled ? [{ name: file.id, file, rule: compiled.rule }] : []
  })
}

function closing(trials: readonly Trial[]): string {
  const wrong = trials.filter((trial) => !isClean(trial)).length
  const examples = trials.reduce((sum, trial) => sum + trial.examples, 0)
  const all = `${count(trials.length, 'rule', 'rules')} with ${count(examples, 'example', 'examples')}`
  return wrong === 0 ? `${all}: nothing to mend.` : `${all}: ${wrong} of them to mend.`
}

function help(): string {
  return helpPage({
    about:
      'Runs the examples of every rule of a pack, or of the built-in rules. Says which examples come out otherwise than they say, which operators of conditions no example decides, and which outcomes no example shows.',
    usage: ['rds-lint test [PACK] [options]'],
    options: testOptions,
    parts: {
      'Exit codes': [
        ['0', 'nothing to mend'],
        ['1', 'an example surprises, an operator is not decided, or an outcome is not shown'],
        ['2', 'the pack cannot be read; standard error says why'],
      ],
    },
    examples: ['rds-lint test our-rules', 'rds-lint test'],
  })
}

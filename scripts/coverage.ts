import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { surprises } from '../src/examples/surprises.ts'
import { coverage } from '../src/examples/undecided-operators.ts'
import type { Category } from '../src/model/report.ts'
import { loadRule } from '../src/rules/load-rule.ts'
import { ruleFiles } from './rule-files.ts'

/** `npm run coverage [FILE…]`: runs the examples of rules and shows which operators of their conditions no example decides. */
const named = process.argv.slice(2)
const files = named.length > 0 ? named : await ruleFiles()
let isClean = true
for (const file of files) {
  const id = basename(file, '.yaml')
  const {
    rule,
    file: ruleFile,
    diagnostics,
  } = loadRule(await readFile(file, 'utf8'), id, basename(dirname(file)) as Category)
  for (const { region, message } of diagnostics) say(`${file}:${region?.line ?? 1}:${region?.column ?? 1}: ${message}`)
  isClean &&= diagnostics.length === 0
  if (!rule || !ruleFile) continue
  const surprising = surprises(rule, ruleFile.examples)
  for (const { outcome, name, expected, actual } of surprising) {
    say(
      `${file}: ${outcome}, "${name}":\n  expected ${expected.join('\n           ')}\n  actual   ${actual.join('\n           ')}`,
    )
  }
  const { mutants, undecided } = coverage(rule, ruleFile.examples)
  for (const { field, at, change } of undecided)
    say(`${file}: no example decides ${change} in ${field} at ${at.join('-')}`)
  isClean &&= surprising.length === 0 && undecided.length === 0
  say(`${id}: ${mutants - undecided.length} of ${mutants} changes of an operator are noticed`)
}
if (!isClean) process.exitCode = 1

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

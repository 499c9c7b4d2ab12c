import { check } from '../expression/check.ts'
import type { Environment } from '../expression/environment.ts'
import { parse } from '../expression/parse.ts'
import type { Problem } from '../expression/problem.ts'
import type { Tree } from '../expression/tree.ts'
import { bare, bool, fits, show, type Type } from '../expression/type.ts'
import { environmentOf } from './conditions.ts'
import { type DataTables, withTables } from './data-tables.ts'
import type { Rule, RuleFile, SeverityEntry } from './rule.ts'
import { piecesOf, type Template } from './template.ts'

/** What is wrong with a rule: where in the file's value, and for an expression or template where in its text. */
interface RuleProblem {
  readonly pointer: string
  readonly message: string
  readonly start?: number
  readonly end?: number
}

/** Checks the expressions of a rule file against the inventory's schema and makes trees of them; `tables` are those of its pack. */
export function compileRule(
  file: RuleFile,
  tables?: DataTables,
): { readonly rule: Rule } | { readonly problems: readonly RuleProblem[] } {
  const pointers = [file.for].flat()
  const environment = environmentOf(pointers)
  if ('problem' in environment) return { problems: [{ pointer: '/for', message: environment.problem }] }
  const problems: RuleProblem[] = []
  const compiler: Compiler = { environment, report: (problem) => problems.push(problem), ...(tables && { tables }) }
  const { title, why, sources, remediation, suppressible = true } = file
  const when = file.when === undefined ? undefined : expression(file.when, '/when', isBool, compiler)
  const severity = severities(file, compiler)
  const rule: Rule = {
    id: file.id,
    category: file.category,
    title,
    severity,
    for: pointers,
    ...(when ? { when } : {}),
    require: expression(file.require, '/require', isBool, compiler),
    message: template(file.message, '/message', compiler),
    advice: template(remediation.text, '/remediation/text', compiler),
    commands: (remediation.commands ?? []).map((text, index) =>
      template(text, `/remediation/commands/${index}`, compiler),
    ),
    verify: (remediation.verify ?? []).map((text, index) => template(text, `/remediation/verify/${index}`, compiler)),
    why,
    sources,
    suppressible,
  }
  return problems.length > 0 ? { problems } : { rule }
}

interface Compiler {
  readonly environment: Environment
  readonly tables?: DataTables
  readonly report: (problem: RuleProblem) => void
}

const nothing: Tree = { op: 'literal', value: null, at: [0, 0] }

function severities({ severity }: RuleFile, compiler: Compiler): readonly SeverityEntry<Tree>[] {
  if (typeof severity === 'string') return [{ is: severity }]
  return severity.map(({ when, ...entry }, index) => ({
    ...entry,
    ...(when === undefined ? {} : { when: expression(when, `/severity/${index}/when`, isBool, compiler) }),
  }))
}

function expression(
  text: string,
  pointer: string,
  objection: Objection,
  { environment, report, tables }: Compiler,
  offset = 0,
): Tree {
  const parsed = withData(parse(text), tables)
  const checked = 'tree' in parsed ? check(parsed.tree, environment) : parsed
  if ('problems' in checked) {
    for (const { message, start, end } of checked.problems)
      report({ pointer, message, start: start + offset, end: end + offset })
    return nothing
  }
  const message = objection(checked.type)
  if (message !== undefined) report({ pointer, message, start: offset, end: offset + text.length })
  return checked.tree
}

function withData(parsed: ReturnType<typeof parse>, tables: DataTables | undefined): ReturnType<typeof parse> {
  if (tables === undefined || !('tree' in parsed)) return parsed
  const problems: Problem[] = []
  const tree = withTables(parsed.tree, tables, (problem) => problems.push(problem))
  return problems.length > 0 ? { problems } : { tree }
}

/** Says what is wrong with an expression that gives a type. */
type Objection = (type: Type) => string | undefined

const isBool: Objection = (type) => (fits(type, bool) ? undefined : `it must give a bool, not a ${show(type)}`)

const canBeShown: Objection = (type) =>
  hasParts(type) ? `a ${show(type)} cannot be shown; name a field of it` : undefined

function hasParts(type: Type): boolean {
  const one = bare(type)
  if (one.kind === 'list') return hasParts(one.of)
  return one.kind === 'either' ? one.of.some(hasParts) : ['object', 'map', 'duration'].includes(one.kind)
}

function template(text: string, pointer: string, compiler: Compiler): Template {
  const pieces = piecesOf(text.trim())
  const lead = text.length - text.trimStart().length
  if (!pieces) compiler.report({ pointer, message: 'a brace has no partner; write {{ and }} for braces that are text' })
  return (pieces ?? []).map((piece) =>
    'text' in piece
      ? piece.text.replace(/\s*\n\s*/g, ' ')
      : {
          tree: expression(piece.expression, pointer, canBeShown, compiler, lead + piece.offset),
          name: placeholderOf(piece.expression),
        },
  )
}

/** What to write in place of a value that is not known: `surplusBrokers()` as "surplus brokers", `duties(it)` as "duties". */
function placeholderOf(text: string): string {
  const words = text.match(/[A-Za-z]\w*/g) ?? ['value']
  // The part, and the variable of a macro, say nothing to those who read a command.
  const word = /^(?:it|[a-z])$/.test(words.at(-1) ?? '') ? words[0] : words.at(-1)
  return (word ?? 'value').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

import { nearest } from '../model/nearest.ts'
import { formatPointer, parsePointer } from '../model/pointer.ts'
import { show, showWord } from '../model/show.ts'

/** What is wrong at one place of a configuration. */
export interface Problem {
  readonly pointer: string
  readonly message: string
  /** The place is the name of the property, not its value. */
  readonly atKey?: boolean
}

/** An error of the generated validator, which is ajv's. */
export interface SchemaError {
  /** JSON pointer of the value. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Says what errors of the schema of configurations mean, each place once; of alternatives only what is wrong in the one that was meant. */
export function schemaProblems(errors: readonly SchemaError[], value: unknown): readonly Problem[] {
  const told = errors.flatMap((error) => problemOf(error, value, errors) ?? [])
  // Where no sentence fits, the file is refused all the same.
  const problems =
    told.length > 0 ? told : [{ pointer: '', message: 'this is no configuration; see `rds-lint schema config`' }]
  return [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.message}`, problem])).values()]
}

const keys = {
  top: ['target', 'method', 'phase', 'failOn', 'rules', 'suppressions'],
  setting: ['severity', 'suppressible'],
  suppression: ['rule', 'subject', 'pointer', 'reason', 'expires'],
} as const

function problemOf(error: SchemaError, root: unknown, errors: readonly SchemaError[]): Problem | undefined {
  const { instancePath: pointer, keyword, params } = error
  const tokens = parsePointer(pointer) ?? []
  const value = valueAt(root, tokens)
  if (keyword === 'additionalProperties') return unknownKey(pointer, String(params.additionalProperty))
  if (keyword === 'oneOf') return isObject(value) ? { pointer, message: subjectOrPointer(value) } : undefined
  // The branches of an alternative have said what is wrong inside of what was meant; here stands only that none fits.
  if (keyword === 'anyOf') return isMeant(value, tokens) ? undefined : { pointer, message: sentence(tokens, value) }
  const isOfBranch = error.schemaPath.includes('/oneOf/') || isAlternative(pointer, errors)
  if (isOfBranch && (keyword !== 'minProperties' || !isObject(value))) return undefined
  if (keyword === 'minProperties')
    return { pointer, message: `nothing is said of ${named(tokens)}; write severity or suppressible, or remove it` }
  if (keyword === 'required')
    return { pointer, message: `${missing[String(params.missingProperty)] ?? 'a key is missing'}` }
  return { pointer, message: sentence(tokens, value) }
}

function isAlternative(pointer: string, errors: readonly SchemaError[]): boolean {
  return errors.some((error) => error.keyword === 'anyOf' && error.instancePath === pointer)
}

/** Whether a value is of the kind whose parts the schema looks into. */
function isMeant(value: unknown, tokens: readonly string[]): boolean {
  return tokens[0] === 'suppressions' ? Array.isArray(value) : isObject(value)
}

function unknownKey(pointer: string, key: string): Problem {
  const known = pointer === '' ? keys.top : pointer.startsWith('/rules/') ? keys.setting : keys.suppression
  const near = nearest(key, known)
  const advice = near === undefined || near === key ? `there are ${known.join(', ')}` : `did you mean ${near}?`
  const message = `unknown key ${showWord(key)}; ${advice}`
  return { pointer: `${pointer}${formatPointer([key])}`, message, atKey: true }
}

const missing: Readonly<Record<string, string>> = {
  rule: 'this suppression names no rule; add rule: ID',
  reason: 'this suppression has no reason; add one that says why it is taken on, and who decided',
}

function subjectOrPointer(value: object): string {
  return 'subject' in value && 'pointer' in value
    ? 'this suppression has a subject and a pointer; keep one of them'
    : 'this suppression says nothing of what it is for; add subject: NAME, or subject: "*" for all, or pointer: /…'
}

function sentence(tokens: readonly string[], value: unknown): string {
  const last = tokens.at(-1) ?? ''
  const [first] = tokens
  if (tokens.length === 0)
    return `a configuration is keys with values, not ${show(value)}; see \`rds-lint schema config\``
  if (first === 'rules' && tokens.length === 1) return `rules must be settings by the id of a rule, not ${show(value)}`
  if (first === 'suppressions' && tokens.length < 3)
    return tokens.length === 1
      ? `suppressions must be a list, or false to forbid them, not ${show(value)}`
      : `a suppression is rule, subject or pointer, and reason, not ${show(value)}`
  if (first === 'rules') return isLevel(tokens) ? oneOf(named(tokens), value, levels) : suppressibleSentence(value)
  if (first !== undefined && Object.hasOwn(choices, first) && tokens.length === 1)
    return oneOf(last, value, choices[first] ?? [])
  return `${last} is ${show(value)}; ${wanted[last] ?? 'see `rds-lint schema config`'}`
}

function isLevel(tokens: readonly string[]): boolean {
  return tokens.length === 2 || tokens.at(-1) === 'severity'
}

function suppressibleSentence(value: unknown): string {
  return `suppressible is ${show(value)}; it must be true or false`
}

function named(tokens: readonly string[]): string {
  return tokens.length === 2 ? showWord(tokens[1] ?? '') : `${tokens.at(-1)} of ${showWord(tokens[1] ?? '')}`
}

const levels = ['off', 'info', 'warning', 'error']
const choices: Readonly<Record<string, readonly string[]>> = {
  target: ['2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'],
  method: ['migrate', 'in-place'],
  phase: ['before', 'during', 'after'],
  failOn: ['error', 'warning', 'info'],
}

const wanted: Readonly<Record<string, string>> = {
  rule: 'it must be the id of a rule, which rds-lint rules lists',
  subject: 'it must be a logical name as reports show it, or a pattern with *',
  pointer: 'it must be a JSON pointer; write it like /deployment/highAvailability',
  reason: 'it must say why this is taken on, and who decided',
  expires: 'it must be a day; write it like 2027-03-31',
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined
  const list = `t must be one of ${allowed.join(', ')}`
  return `${name} is ${showWord(value)}; ${near === undefined ? `i${list}` : `did you mean ${near}? I${list}`}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(value: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>(
    (part, token) => (isObject(part) || Array.isArray(part) ? Reflect.get(part, token) : undefined),
    value,
  )
}

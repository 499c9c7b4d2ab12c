import { explain, type SchemaError } from '../inventory/schema-sentence.ts'
import { nearest } from '../model/nearest.ts'
import { formatPointer, parsePointer } from '../model/pointer.ts'
import { show } from '../model/show.ts'

/** What is wrong at one place of a rule file's value. */
interface SchemaProblem {
  readonly pointer: string
  readonly message: string
}

/** Says what errors of the schema of rules mean; of alternatives only what is wrong in the one that was meant. */
export function schemaProblems(errors: readonly SchemaError[], file: unknown): readonly SchemaProblem[] {
  return errors.filter((error) => isTelling(error, errors)).map((error) => problemOf(error, file))
}

function isTelling(error: SchemaError, errors: readonly SchemaError[]): boolean {
  const { instancePath, keyword } = error
  if (keyword === 'anyOf') return false
  if (keyword !== 'type' && keyword !== 'enum') return true
  const isBelow = errors.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  const isSaid = errors.some(
    (other) => other.instancePath === instancePath && !['anyOf', 'type'].includes(other.keyword),
  )
  return !isBelow && (keyword === 'enum' || !isSaid)
}

function problemOf(error: SchemaError, file: unknown): SchemaProblem {
  const { instancePath: pointer, keyword, params } = error
  const unknown = params.additionalProperty ?? params.unevaluatedProperty
  if (typeof unknown === 'string')
    return { pointer: `${pointer}${formatPointer([unknown])}`, message: noField(unknown) }
  const name = (parsePointer(pointer) ?? []).findLast((token) => !/^\d+$/.test(token)) ?? ''
  const { message } = explain(error, file)
  if (keyword === 'pattern') return { pointer, message: `${name} ${patterns[name] ?? wantsSentence}` }
  if (keyword === 'minLength' || keyword === 'minItems')
    return { pointer, message: `${name} is empty; write it, or see \`rds-lint schema rule\`` }
  return {
    pointer,
    message: message.replace(/^the inventory\b/, 'the rule').replace('schema inventory', 'schema rule'),
  }
}

function noField(name: string): string {
  const near = nearest(name, fields)
  return `${show(name).slice(1, -1)} is no field of a rule here; ${near && near !== name ? `did you mean ${near}?` : 'remove it or see `rds-lint schema rule`'}`
}

const wantsPointer = 'must be a JSON pointer; write it like /servers/*'
const wantsSentence = 'must end with a full stop; add it'
const patterns: Readonly<Record<string, string>> = {
  title: 'must not end with a full stop; leave it out',
  for: wantsPointer,
  pointer: wantsPointer,
  undecided: wantsPointer,
  url: 'must be a web address; write it like https://learn.microsoft.com/…',
  revised: 'must be a date; write it like 2025-06',
  asOf: 'must be a day; write it like 2026-11-24',
}

const fields = [
  'title severity for when require message remediation why sources suppressible examples',
  'is phases methods targets text commands verify document section url revised stance',
  'fails passes undecided notApplicable name inventory target method phase asOf findings pointer',
].flatMap((words) => words.split(' '))

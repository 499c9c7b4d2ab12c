import type { ErrorObject } from 'ajv'
import { validate } from '../../generated/validate-rule.js'
import { explain } from '../inventory/schema-sentence.ts'
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import type { Region } from '../model/region.ts'
import type { Category } from '../model/report.ts'
import { parseYaml } from '../source/yaml.ts'
import { compileRule } from './compile-rule.ts'
import { placeWithin } from './place-within.ts'
import type { Rule, RuleFile } from './rule.ts'

/** A rule file as far as it could be read. */
export interface LoadedRule {
  /** Absent where one of the diagnostics is an error. */
  readonly rule?: Rule
  readonly file?: RuleFile
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one rule file: YAML, the schema of rules, and every expression against the schema of inventories. Never throws. */
export function loadRule(text: string, id: string, category: Category): LoadedRule {
  const { value, diagnostics, locate } = parseYaml(text)
  if (diagnostics.length > 0) return { diagnostics }
  if (!validate(value)) {
    return {
      diagnostics: (validate.errors ?? [])
        .filter(isTelling)
        .map((error) => diagnostic('schema', sentence(error, value), locate(error.instancePath))),
    }
  }
  // The schema has just said that it is one.
  const file = { id, category, ...(value as Omit<RuleFile, 'id' | 'category'>) }
  const compiled = compileRule(file)
  if ('rule' in compiled) return { rule: compiled.rule, file, diagnostics: [] }
  return {
    diagnostics: compiled.problems.map(({ pointer, message, start, end }) => {
      const region = locate(pointer)
      return diagnostic(
        'expression',
        message,
        region && start !== undefined ? placeWithin(text, region, textAt(value, pointer), start, end ?? start) : region,
      )
    }),
  }
}

function diagnostic(code: DiagnosticCode, message: string, region: Region | undefined): Diagnostic {
  return { code, severity: 'error', message, ...(region ? { region } : {}) }
}

/** Of alternatives only the inner errors tell what is wrong. */
function isTelling({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'anyOf' || schemaPath === ''
}

function sentence(error: ErrorObject, value: unknown): string {
  const unknown: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty
  if (typeof unknown !== 'string') return explain(error, value).message
  const near = nearest(unknown, fields)
  return `${unknown} is no field of a rule${near ? `; did you mean ${near}?` : `; remove it or see \`rds-lint schema rule\``}`
}

const fields = [
  ...[
    'title',
    'severity',
    'for',
    'when',
    'require',
    'message',
    'remediation',
    'why',
    'sources',
    'suppressible',
    'examples',
  ],
  ...[
    'is',
    'phases',
    'methods',
    'targets',
    'text',
    'commands',
    'verify',
    'document',
    'section',
    'url',
    'revised',
    'stance',
  ],
  ...[
    'fails',
    'passes',
    'undecided',
    'notApplicable',
    'name',
    'inventory',
    'target',
    'method',
    'phase',
    'asOf',
    'findings',
    'pointer',
  ],
]

function textAt(value: unknown, pointer: string): string {
  let part = value
  for (const token of pointer.split('/').slice(1))
    part = (part as Readonly<Record<string, unknown>> | undefined)?.[token]
  return String(part)
}

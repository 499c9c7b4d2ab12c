import { validate } from '../../generated/validate-rule.js'
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'
import type { Region } from '../model/region.ts'
import type { Category, Release } from '../model/report.ts'
import { parseYaml } from '../source/yaml.ts'
import { compileRule } from './compile-rule.ts'
import type { DataTables } from './data-tables.ts'
import { placeWithin } from './place-within.ts'
import type { Rule, RuleFile } from './rule.ts'
import { schemaProblems } from './schema-problems.ts'

/** A rule file as far as it could be read. */
export interface LoadedRule {
  /** Absent where one of the diagnostics is an error. */
  readonly rule?: Rule
  readonly file?: RuleFile
  readonly diagnostics: readonly Diagnostic[]
  /** Gives the place of a part of the text at a JSON pointer into the file, by offsets into that text; absent where the file could not be read. */
  readonly placeOf?: (pointer: string, start: number, end: number) => Region | undefined
}

/** Reads one rule file: YAML, the schema of rules, and every expression against the schema of inventories; `tables` are those of its pack. Never throws. */
export function loadRule(text: string, id: string, category: Category, tables?: DataTables): LoadedRule {
  const { value, diagnostics, locate } = parseYaml(text)
  if (diagnostics.length > 0) return { diagnostics }
  if (!validate(value)) {
    return {
      diagnostics: schemaProblems(validate.errors ?? [], value).map(({ pointer, message }) =>
        diagnostic('schema', message, locate(pointer)),
      ),
    }
  }
  // The schema has just said that it is one.
  const file = withTargetsAsText({ id, category, ...(value as Omit<RuleFile, 'id' | 'category'>) })
  const compiled = compileRule(file, tables)
  const placeOf = (pointer: string, start: number, end: number) => {
    const region = locate(pointer)
    return region && placeWithin(text, region, textAt(value, pointer), start, end)
  }
  if ('rule' in compiled) return { rule: compiled.rule, file, diagnostics: [], placeOf }
  return {
    diagnostics: compiled.problems.map(({ pointer, message, start, end }) =>
      diagnostic('expression', message, start === undefined ? locate(pointer) : placeOf(pointer, start, end ?? start)),
    ),
  }
}

// YAML reads 2016 as a number.
function withTargetsAsText({ severity, sources, ...file }: RuleFile): RuleFile {
  return {
    ...file,
    severity: typeof severity === 'string' ? severity : severity.map(asText),
    sources: sources.map(asText),
  }
}

function asText<T extends { readonly targets?: readonly Release[] }>(entry: T): T {
  return entry.targets ? { ...entry, targets: entry.targets.map(String) } : entry
}

function diagnostic(code: DiagnosticCode, message: string, region: Region | undefined): Diagnostic {
  return { code, severity: 'error', message, ...(region ? { region } : {}) }
}

function textAt(value: unknown, pointer: string): string {
  let part = value
  for (const token of pointer.split('/').slice(1))
    part = (part as Readonly<Record<string, unknown>> | undefined)?.[token]
  return String(part)
}

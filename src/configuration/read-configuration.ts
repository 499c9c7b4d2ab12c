import { validate } from '../../generated/validate-config.js'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Region } from '../model/region.ts'
import type { Release } from '../model/report.ts'
import { decode } from '../source/decode.ts'
import { parseYaml } from '../source/yaml.ts'
import type { Configuration, RuleSetting, Suppression } from './configuration.ts'
import { entryProblems, type KnownRule } from './entry-problems.ts'
import { type Problem, schemaProblems } from './schema-problems.ts'

/** A configuration as a file holds it; absent where there are diagnostics, all of which are errors. */
export interface ReadConfiguration {
  readonly configuration?: Configuration
  readonly diagnostics: readonly Diagnostic[]
  /** Gives the place of the value at a JSON pointer into the file; undefined where it leads nowhere. */
  readonly locate: (pointer: string) => Region | undefined
}

/** Reads `.rds-lint.yaml`; a file without content says nothing. `file` is what places of suppressions call it. Never throws. */
export function readConfiguration(bytes: Uint8Array, file: string, rules: readonly KnownRule[]): ReadConfiguration {
  const decoded = decode(bytes)
  if ('problem' in decoded) return emptyOr(decoded.problem)
  const { value, diagnostics, locate, locateKey } = parseYaml(decoded.text)
  const [first] = diagnostics
  if (first !== undefined) return first.code === 'empty' ? emptyOr(first) : { diagnostics, locate }
  const wrong = validate(value) ? [] : schemaProblems(validate.errors ?? [], value)
  const problems = [...wrong, ...entryProblems(value, rules)]
  if (problems.length > 0) {
    const told = problems.map((problem) => diagnosticOf(problem, problem.atKey ? locateKey : locate))
    return { diagnostics: told.sort(byPlace), locate }
  }
  // The schema has just said that it is one.
  return {
    configuration: normal(value as Written, (pointer) => placeAt(file, locate(pointer))),
    diagnostics: [],
    locate,
  }
}

function diagnosticOf({ pointer, message }: Problem, locate: ReadConfiguration['locate']): Diagnostic {
  const region = locate(pointer)
  return { code: 'schema', severity: 'error', message, ...(region ? { region } : {}) }
}

function byPlace({ region: one }: Diagnostic, { region: other }: Diagnostic): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)
}

/** A configuration as it may be written: releases as numbers, severities without braces. */
interface Written extends Omit<Configuration, 'target' | 'rules'> {
  readonly target?: Release | number
  readonly rules?: Readonly<Record<string, RuleSetting | NonNullable<RuleSetting['severity']>>>
}

function normal({ target, rules, suppressions, ...rest }: Written, place: (pointer: string) => string): Configuration {
  return {
    ...rest,
    ...(target === undefined ? {} : { target: String(target) as Release }),
    ...(rules === undefined
      ? {}
      : {
          rules: Object.fromEntries(
            Object.entries(rules).map(([id, said]) => [id, typeof said === 'string' ? { severity: said } : said]),
          ),
        }),
    ...(suppressions === undefined ? {} : { suppressions: suppressions && placed(suppressions, place) }),
  }
}

function placed(suppressions: readonly Suppression[], place: (pointer: string) => string): readonly Suppression[] {
  return suppressions.map((one, index) => ({ ...one, place: place(`/suppressions/${index}`) }))
}

function placeAt(file: string, region: Region | undefined): string {
  return region === undefined ? file : `${file}:${region.line}:${region.column}`
}

function emptyOr(problem: Diagnostic): ReadConfiguration {
  const locate = () => undefined
  return problem.code === 'empty' ? { configuration: {}, diagnostics: [], locate } : { diagnostics: [problem], locate }
}

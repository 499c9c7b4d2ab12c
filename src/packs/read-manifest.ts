import type { Diagnostic } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import { formatPointer } from '../model/pointer.ts'
import { show, showWord } from '../model/show.ts'
import { parseYaml } from '../source/yaml.ts'
import type { Manifest } from './pack.ts'
import { isInRange } from './version-range.ts'

/** `pack.yaml` as far as it could be read. */
interface ReadManifest {
  /** Absent where there are diagnostics, all of which are errors. */
  readonly manifest?: Manifest
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the text of `pack.yaml` for a version of rds-lint. Never throws. */
export function readManifest(text: string, version: string): ReadManifest {
  const { value, diagnostics, locate, locateKey } = parseYaml(text)
  if (diagnostics.length > 0) return { diagnostics }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { diagnostics: [diagnostic(`pack.yaml is keys with values, not ${show(value)}; ${example}`, locate(''))] }
  const entries = Object.entries(value)
  const unknown = entries
    .filter(([key]) => !keys.some((one) => one === key))
    .map(([key]) => diagnostic(unknownKey(key), locateKey(formatPointer([key]))))
  const wrong = keys.flatMap((key) => {
    const given: unknown = entries.find(([name]) => name === key)?.[1]
    const message = problems[key](given, version)
    return message === undefined ? [] : [diagnostic(message, locate(given === undefined ? '' : `/${key}`))]
  })
  const all = [...unknown, ...wrong]
  // Each of its keys has just been looked at.
  return all.length > 0 ? { diagnostics: all } : { manifest: value as Manifest, diagnostics: [] }
}

/** Whether a word can be the name of a pack or of a rule. */
export function isName(word: string): boolean {
  return /^[a-z][a-z0-9]{0,63}(?:-[a-z0-9]{1,64}){0,15}$/.test(word)
}

const keys = ['name', 'version', 'requires'] as const
const example = 'write name, version and requires, such as requires: ">=0.1"'

const problems: Readonly<Record<(typeof keys)[number], (given: unknown, version: string) => string | undefined>> = {
  name: (given) => {
    if (typeof given === 'string' && isName(given)) return undefined
    return `${asWritten('name', given)} must be lower-case words with hyphens, such as contoso, that the ids of its rules begin with`
  },
  version: (given) => {
    if (typeof given === 'string' && /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,60})?$/.test(given))
      return undefined
    return `${asWritten('version', given)} must be three numbers such as 1.0.0, the version of the pack`
  },
  requires: (given, version) => {
    const fits = typeof given === 'string' ? isInRange(version, given) : undefined
    if (fits) return undefined
    return fits === false
      ? `the pack is for rds-lint ${show(given).slice(1, -1)}, and this is ${version}; install another version of one of them`
      : `${asWritten('requires', given)} must be a range of versions of rds-lint in quotes, such as ">=0.1 <1" or "^0.1"`
  },
}

function asWritten(key: string, given: unknown): string {
  return given === undefined ? `${key} is missing; it` : `${key} is ${show(given)}; it`
}

function unknownKey(key: string): string {
  const near = nearest(key, keys)
  const advice = near === undefined || near === key ? `there are ${keys.join(', ')}` : `did you mean ${near}?`
  return `unknown key ${showWord(key)}; ${advice}`
}

function diagnostic(message: string, region: Diagnostic['region']): Diagnostic {
  return { code: 'schema', severity: 'error', message, ...(region ? { region } : {}) }
}

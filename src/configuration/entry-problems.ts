import { isDay } from '../model/instant.ts'
import { noSuchRule } from '../model/no-such-rule.ts'
import { formatPointer } from '../model/pointer.ts'
import { releases } from '../model/report.ts'
import { show } from '../model/show.ts'
import { targetProblem } from '../model/targets.ts'
import type { Problem } from './schema-problems.ts'

/** What a configuration must know of a rule. */
export interface KnownRule {
  readonly id: string
  readonly suppressible: boolean
}

/**
 * Says what no schema can: targets that are not judged, rules that do not exist, what a rule forbids, days that do not exist.
 * Of a value that the schema refuses too, whatever is well formed is looked at.
 */
export function entryProblems(value: unknown, rules: readonly KnownRule[]): readonly Problem[] {
  const { target, rules: settings, suppressions } = keyed(value)
  return [
    ...targetProblems(target),
    ...(rules.every(({ id }) => isOff(keyed(settings)[id])) ? [{ pointer: '/rules', message: allOff }] : []),
    ...Object.entries(keyed(settings)).flatMap(([id, setting]) => settingProblems(id, setting, rules)),
    ...(Array.isArray(suppressions) ? suppressions : []).flatMap((one: unknown, index) =>
      suppressionProblems(keyed(one), `/suppressions/${index}`, rules),
    ),
  ]
}

const allOff = 'every rule is off, so that nothing would be judged; leave at least one of them on'

function isOff(setting: unknown): boolean {
  return setting === 'off' || keyed(setting).severity === 'off'
}

function targetProblems(target: unknown): readonly Problem[] {
  const release = releases.find((one) => one === String(target))
  const message = release && targetProblem(release, `the target ${release}`)
  return message === undefined ? [] : [{ pointer: '/target', message }]
}

function settingProblems(id: string, setting: unknown, rules: readonly KnownRule[]): readonly Problem[] {
  const rule = rules.find((one) => one.id === id)
  const pointer = `/rules${formatPointer([id])}`
  if (rule === undefined) return [{ pointer, message: noSuchRule(id, idsOf(rules)), atKey: true }]
  const isLoosened = keyed(setting).suppressible === true || isOff(setting)
  if (rule.suppressible || !isLoosened) return []
  const message = `the rule ${id} says itself that nobody may suppress it, so that it cannot be turned off here either; remove this`
  return [{ pointer, message, atKey: true }]
}

function suppressionProblems({ rule, expires }: Keyed, pointer: string, rules: readonly KnownRule[]) {
  const isUnknown = typeof rule === 'string' && rule !== '' && rules.every(({ id }) => id !== rule)
  const isNoDay = typeof expires === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(expires) && !isDay(expires)
  return [
    ...(isUnknown ? [{ pointer: `${pointer}/rule`, message: noSuchRule(rule, idsOf(rules)) }] : []),
    ...(isNoDay
      ? [{ pointer: `${pointer}/expires`, message: `${show(expires)} is no day of the calendar; correct it` }]
      : []),
  ]
}

type Keyed = Readonly<Record<string, unknown>>

function keyed(value: unknown): Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keyed) : {}
}

function idsOf(rules: readonly KnownRule[]): readonly string[] {
  return rules.map(({ id }) => id)
}

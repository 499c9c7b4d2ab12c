import type { KnownRule } from '../configuration/entry-problems.ts'
import { type JudgedSuppression, judgeSuppressions } from '../configuration/suppress.ts'
import { loadInventory } from '../inventory/load.ts'
import { formatPointer } from '../model/pointer.ts'
import type { Input } from './input.ts'
import type { lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import type { SettingsFile } from './read-settings.ts'

/** A value that holds in a run, and where it came from: a flag, `file:line:column`, or `default`. */
export interface Held {
  readonly value: unknown
  readonly from: string
}

/** What holds in a run. */
export interface HeldConfig {
  /** The configuration that was read; null where there is none. */
  readonly file: string | null
  readonly settings: Readonly<Record<string, Held>>
  /** Settings of rules, by id and key. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, Held>>>>
  /** Each with its place, and whether it works on the day of the run. */
  readonly suppressions: readonly (JudgedSuppression['suppression'] & {
    readonly state: JudgedSuppression['state'] | 'set aside'
  })[]
  /** What the inventories say themselves, where some are given. */
  readonly inventories: readonly { readonly file: string; readonly settings: Readonly<Record<string, Held>> }[]
}

type Values = OptionValues<typeof lintOptions>
const migrationKeys = ['target', 'method', 'phase'] as const
const defaults = { target: null, method: 'migrate', phase: 'before' } as const

/** Says what holds in a run and where each value came from. `today` is YYYY-MM-DD. */
export function heldConfig(
  values: Values,
  settings: SettingsFile | undefined,
  inputs: readonly Input[],
  rules: readonly KnownRule[],
  today: string,
): HeldConfig {
  const { configuration = {} } = settings ?? {}
  const placed = (pointer: string) => placeIn(settings, pointer)
  const inFile = (key: 'failOn' | 'suppressions' | (typeof migrationKeys)[number]) =>
    configuration[key] === undefined ? undefined : { value: configuration[key], from: placed(`/${key}`) }
  const flag = (name: keyof Values & string) =>
    values[name] === undefined ? undefined : { value: values[name], from: `--${name}` }
  const number = flag('max-suppressions')
  return {
    file: settings?.file ?? null,
    settings: {
      ...Object.fromEntries(
        migrationKeys.map((key) => [key, flag(key) ?? inFile(key) ?? { value: defaults[key], from: 'default' }]),
      ),
      failOn: flag('fail-on') ?? inFile('failOn') ?? { value: 'error', from: 'default' },
      allowUndecided: flag('allow-undecided') ?? { value: false, from: 'default' },
      rules: flag('rule') ?? { value: 'all', from: 'default' },
      suppressions:
        configuration.suppressions === false
          ? { value: 'forbidden', from: placed('/suppressions') }
          : values['no-suppressions']
            ? { value: 'set aside', from: '--no-suppressions' }
            : { value: 'allowed', from: 'default' },
      maxSuppressions: number ? { ...number, value: Number(number.value) } : { value: null, from: 'default' },
      baseline: flag('baseline') ?? { value: null, from: 'default' },
      asOf: flag('as-of') ?? { value: today, from: 'default' },
    },
    rules: rulesHeld(settings),
    suppressions: judgeSuppressions(configuration, rules, today).map(({ suppression, state }) => ({
      ...suppression,
      state: values['no-suppressions'] ? 'set aside' : state,
    })),
    inventories: inputs.map((input) => ({ file: input.file, settings: ofInventory(input, values) })),
  }
}

function rulesHeld(settings: SettingsFile | undefined): HeldConfig['rules'] {
  const rules = Object.entries(settings?.configuration.rules ?? {})
  return Object.fromEntries(
    rules.map(([id, setting]) => [
      id,
      Object.fromEntries(
        Object.entries(setting).map(([key, value]) => [
          key,
          { value, from: placeIn(settings, `/rules${formatPointer([id, key])}`, `/rules${formatPointer([id])}`) },
        ]),
      ),
    ]),
  )
}

/** The plan of an inventory wins over the file, and flags over both. */
function ofInventory(input: Input, values: Values): Readonly<Record<string, Held>> {
  if (!('bytes' in input)) return {}
  const { inventory, locate } = loadInventory(input.bytes)
  const migration = inventory?.migration ?? {}
  const said = migrationKeys.filter((key) => values[key] === undefined && migration[key] !== undefined)
  return Object.fromEntries(
    said.map((key) => {
      const pointer = `/migration/${key}`
      const region = input.originOf ? undefined : locate([pointer]).get(pointer)
      const file = input.originOf?.(pointer).file ?? input.file
      return [key, { value: migration[key], from: region ? `${file}:${region.line}:${region.column}` : file }]
    }),
  )
}

function placeIn(settings: SettingsFile | undefined, ...pointers: readonly string[]): string {
  const file = settings?.file ?? ''
  const region = pointers.map((pointer) => settings?.locate(pointer)).find((one) => one !== undefined)
  return region === undefined ? file : `${file}:${region.line}:${region.column}`
}

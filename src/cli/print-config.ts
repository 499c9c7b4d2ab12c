import type { KnownRule } from '../configuration/entry-problems.ts'
import { loadInventory } from '../inventory/load.ts'
import type { ExitCode } from '../model/exit-code.ts'
import { show } from '../model/show.ts'
import { legible, visible } from '../model/visible.ts'
import { jsonText } from '../report/json-text.ts'
import { deliverOutputs } from './deliver-outputs.ts'
import { type Held, type HeldConfig, heldConfig } from './held-config.ts'
import type { Host } from './host.ts'
import type { Input } from './input.ts'
import type { lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import type { Output } from './outputs.ts'
import type { SettingsFile } from './read-settings.ts'
import { tell } from './say.ts'

/** `rds-lint --print-config`: writes what holds and where each value came from, as a page or as JSON to each output; gives 2 where an inventory is unusable. */
export async function printConfig(
  host: Host,
  values: OptionValues<typeof lintOptions>,
  outputs: readonly Output[],
  settings: SettingsFile | undefined,
  inputs: readonly Input[],
  rules: readonly KnownRule[],
): Promise<ExitCode> {
  const wrong = inputs.flatMap(problemsOf)
  for (const line of wrong) await tell(host, line)
  const held = heldConfig(values, settings, inputs, rules, values['as-of'] ?? host.today)
  const textOf = ({ format }: Output) => (format === 'json' ? `${jsonText({ format: 1, ...held }, 2)}\n` : page(held))
  return deliverOutputs(host, outputs, textOf, wrong.length > 0 ? 2 : 0)
}

function problemsOf(input: Input): readonly string[] {
  const diagnostics = 'bytes' in input ? loadInventory(input.bytes).diagnostics : [input.problem]
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ region, message }) => {
      const place = region === undefined ? '' : `:${region.line}:${region.column}`
      return `${visible(input.file)}${place}: error: ${visible(message)}`
    })
}

function page({ file, settings, rules, suppressions, inventories }: HeldConfig): string {
  const ofRules = Object.entries(rules).flatMap(([id, keys]) =>
    Object.entries(keys).map(([key, held]) => [`${id} ${key}`, held] as const),
  )
  const ofSuppressions = suppressions.map(({ rule, subject, pointer, state, place = '', expires }) => {
    const until = expires === undefined ? '' : ` until ${expires}`
    const what = subject ?? pointer ?? ''
    return [`${rule} for ${show(what)}`, { value: `${words[state]}${until}`, from: place }] as const
  })
  return [
    ...section(`Configuration: ${legible(file ?? 'none', 120, 1000)}`, Object.entries(settings)),
    ...section('Rules', ofRules),
    ...section('Suppressions', ofSuppressions),
    ...inventories.flatMap((one) =>
      section(
        `What ${legible(one.file, 120, 1000)} says itself, before the configuration`,
        Object.entries(one.settings),
      ),
    ),
  ].join('\n')
}

const words = {
  works: 'works',
  expired: 'expired; it worked',
  forbidden: 'forbidden, does not work',
  'set aside': 'set aside',
} as const

function section(title: string, rows: readonly (readonly [name: string, held: Held])[]): readonly string[] {
  if (rows.length === 0) return []
  const cells = rows.map(([name, { value, from }]) =>
    [name, valueWords(value), from].map((one) => legible(one, 120, 1000)),
  )
  const width = (column: number) => Math.max(...cells.map((row) => row[column]?.length ?? 0))
  const [names, values] = [width(0), width(1)]
  const lines = cells.map(([name = '', value = '', from = '']) =>
    `  ${name.padEnd(names)}  ${value.padEnd(values)}  ${from}`.trimEnd(),
  )
  return [title, ...lines, '']
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : String(value)
}

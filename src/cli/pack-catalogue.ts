import { knownRules } from '../lint.ts'
import type { RuleFile } from '../rules/rule.ts'
import { configurationPath } from './configuration-path.ts'
import type { Host } from './host.ts'
import { settingsOptions } from './settings-options.ts'

/** The options that say which configuration, and with it which packs, a command knows. */
export const packOptions = { config: settingsOptions.config, 'no-config': settingsOptions['no-config'] } as const

/** Gives the rules of the packs that the configuration names, as their files have them; undefined where one cannot be used, which is then said. */
export async function packRules(
  host: Host,
  values: { readonly config?: string; readonly 'no-config'?: true },
): Promise<readonly RuleFile[] | undefined> {
  const file = values['no-config'] ? undefined : (values.config ?? configurationPath(host))
  if (file === undefined) return []
  const settings = await (await import('./read-settings.ts')).readSettings(host, file, knownRules)
  return settings?.packs.flatMap(({ sources }) => sources.map((source) => source.file))
}

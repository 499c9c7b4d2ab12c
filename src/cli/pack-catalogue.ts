import { knownRules } from '../lint.ts'
import type { CatalogueRule } from './catalogue.ts'
import { configurationPath } from './configuration-path.ts'
import type { Host } from './host.ts'
import { settingsOptions } from './settings-options.ts'

/** The options that say which configuration, and with it which packs, a command knows. */
export const packOptions = { config: settingsOptions.config, 'no-config': settingsOptions['no-config'] } as const

/** Gives the rules of the packs that the configuration names, as their files have them; undefined where one cannot be used, which is then said. */
export async function packRules(
  host: Host,
  values: { readonly config?: string; readonly 'no-config'?: true },
): Promise<readonly CatalogueRule[] | undefined> {
  const file = values['no-config'] ? undefined : (values.config ?? configurationPath(host))
  if (file === undefined) return []
  const settings = await (await import('./read-settings.ts')).readSettings(host, file, knownRules)
  if (settings === undefined || settings.packs.length === 0) return settings && []
  const { applicabilityTable } = await import('../rules/applicability-table.ts')
  return settings.packs.flatMap(({ sources }) =>
    sources.map((source) => ({ ...source.file, ...applicabilityTable(source.rule) })),
  )
}

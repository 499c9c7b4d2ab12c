import type { Baseline } from '../baseline/baseline.ts'
import { knownRules } from '../lint.ts'
import { ofOneTarget } from '../report/index.ts'
import { configurationPath } from './configuration-path.ts'
import type { Host } from './host.ts'
import type { lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import { outputProblem } from './output-problem.ts'
import { askedFormats } from './outputs.ts'
import { shown } from './parse-arguments.ts'
import type { SettingsFile } from './read-settings.ts'

type Values = OptionValues<typeof lintOptions>

/** The files that say how a run judges, as far as there are any. */
interface Settings {
  readonly configuration?: SettingsFile
  readonly baseline?: Baseline
}

/** Reads configuration and baseline and says what is wrong with them; undefined where one cannot be used. */
export async function loadSettings(
  host: Host,
  values: Values,
  paths: readonly string[],
): Promise<Settings | undefined> {
  const path = configurationOf(host, values)
  const { baseline: known } = values
  // Most runs have neither file, and need nothing of what reads them.
  const configuration =
    path === undefined ? undefined : await (await import('./read-settings.ts')).readSettings(host, path, knownRules)
  const baseline =
    known === undefined ? undefined : await (await import('./read-known.ts')).readKnown(host, known, paths.length)
  const isWhole = (configuration !== undefined || path === undefined) && (baseline !== undefined || known === undefined)
  return isWhole ? { ...(configuration && { configuration }), ...(baseline && { baseline }) } : undefined
}

function configurationOf(host: Host, values: Values): string | undefined {
  return values['no-config'] ? undefined : (values.config ?? configurationPath(host))
}

/** Says what is wrong with the options about configuration, baselines and what is written, and what to do; undefined where nothing is. */
export function settingsMisuse(host: Host, values: Values, paths: readonly string[]): string | undefined {
  if (values.config !== undefined && values['no-config'])
    return '--config and --no-config exclude each other; leave one out'
  const other = askedFormats(values.format).find((format) => format !== 'pretty' && format !== 'json')
  if (values['print-config'] && other !== undefined)
    return `--print-config writes pretty or json, not ${other}; choose one of them`
  if (values['print-config'] && values['write-baseline'] !== undefined)
    return '--print-config judges nothing, so that there is no baseline to write; leave one out'
  return comparingMisuse(values) ?? writingMisuse(host, values, paths)
}

/** What is known of one target says nothing of the others. */
function comparingMisuse({ target, format, baseline, 'write-baseline': known }: Values): string | undefined {
  if (target !== 'all') return undefined
  const other = askedFormats(format).find((one) => ofOneTarget.includes(one))
  if (other !== undefined)
    return `--format ${other} has no place for --target all, which compares every target; name the target, or choose another format`
  if (baseline === undefined && known === undefined) return undefined
  const name = baseline === undefined ? '--write-baseline' : '--baseline'
  return `${name} is for the findings of one target, and --target all compares every one; name the target, or leave ${name} out`
}

/** The files that a run reads or writes beside its inputs and reports, and that no report may overwrite. */
export function settingsFiles(host: Host, values: Values): readonly string[] {
  return [configurationOf(host, values), values.baseline, values['write-baseline']].filter((path) => path !== undefined)
}

function writingMisuse(host: Host, values: Values, paths: readonly string[]): string | undefined {
  const { output, 'write-baseline': known } = values
  if (known === undefined) return undefined
  const read = [...paths, configurationOf(host, values)].filter((path) => path !== undefined)
  if (output === known)
    return `--output and --write-baseline name one file, ${shown(output)}; choose another name for one of them`
  // A baseline may be written anew over the one that was read.
  return outputProblem(host, known, read, '--write-baseline')
}

import { posix, win32 } from 'node:path'
import { foldersOf } from '../configuration/pack-folders.ts'
import type { ExitCode } from '../model/exit-code.ts'
import { visible } from '../model/visible.ts'
import { decode } from '../source/decode.ts'
import { parseYaml } from '../source/yaml.ts'
import { configurationName, configurationPath } from './configuration-path.ts'
import type { Host } from './host.ts'
import { errorCode } from './host-errors.ts'
import type { lintOptions } from './lint-options.ts'
import type { OptionValues } from './option.ts'
import { deliver, refuse, tell } from './say.ts'

type Values = OptionValues<typeof lintOptions>

/** Judges now, and again whenever a file that a run reads has changed, until nobody watches any more; gives the exit code of the last run. */
export async function watch(
  host: Host,
  values: Values,
  paths: readonly string[],
  judgeOnce: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const misuse = misuseOf(host, values, paths)
  if (misuse !== undefined) return refuse(host, misuse)
  for (;;) {
    const watched = watchedPaths(host, values, paths)
    // Begun before the run, so that what changes meanwhile is not missed.
    const changes = host.watch(watched)
    try {
      const code = await judgeOnce()
      await tell(host, `rds-lint: watching ${visible(listed(paths))}; Ctrl+C ends`)
      if (!(await changes.next())) return code
    } finally {
      changes.close()
    }
    if (values.output === undefined && host.env.TERM !== 'dumb') await deliver(host, clearScreen, 0)
  }
}

/** Erases the screen and what was scrolled off it, and goes to its first line (ECMA-48 ED and CUP, xterm's ED 3). */
const clearScreen = '\u001b[2J\u001b[3J\u001b[H'

function misuseOf(host: Host, values: Values, paths: readonly string[]): string | undefined {
  if (!host.stdoutIsTerminal)
    return '--watch is for a terminal, and standard output is none; leave it out, or run rds-lint when a file changes'
  if (paths.includes('-')) return '--watch needs files, and standard input is read once; name the inventory'
  const other = (['write-baseline', 'print-config'] as const).find((name) => values[name] !== undefined)
  return other === undefined ? undefined : `--watch and --${other} exclude each other; leave one out`
}

function listed(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

/** Whatever a run reads, also where it is not there yet. */
function watchedPaths(host: Host, values: Values, paths: readonly string[]): readonly string[] {
  const { config, baseline, migration } = values
  const file = values['no-config'] ? undefined : (config ?? configurationPath(host) ?? configurationName)
  const settings = file === undefined ? [] : [file, ...packFolders(host, file)]
  return [...paths, ...settings, ...[baseline, migration].filter((path) => path !== undefined)]
}

function packFolders(host: Host, file: string): readonly string[] {
  const path = host.platform === 'win32' ? win32 : posix
  try {
    const decoded = decode(host.readFile(file))
    const folders = 'text' in decoded ? foldersOf(parseYaml(decoded.text).value) : []
    return folders.map((folder) => path.join(path.dirname(file), folder))
  } catch (error) {
    // The run says what is wrong with the file.
    if (errorCode(error) === undefined) throw error
    return []
  }
}

import type { ExitCode } from '../../model/exit-code.ts'
import { type Release, releases } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { pageOf } from '../../report/pretty/page.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { migrationOptions } from '../migration-options.ts'
import { commonOptions, formatOption, type OptionTable } from '../option.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'
import { colourOption, standardOutput } from '../terminal.ts'
import { loadTables, ways } from '../ways.ts'
import { waysPage } from '../ways-page.ts'

/** The options of `rds-lint paths`. */
export const pathsOptions = {
  from: {
    kind: 'value',
    placeholder: 'RELEASE',
    choices: releases,
    help: 'only ways from this release',
  },
  to: { ...migrationOptions.target, help: 'only ways to this release' },
  ...formatOption,
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint paths`: shows the documented ways between releases. */
export async function pathsCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(pathsOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [operand] = operands
  if (operand !== undefined)
    return refuse(host, `paths takes no ${shown(operand)}; write rds-lint paths --from RELEASE --to RELEASE`)
  const { from, to } = values
  const misuse = misuseOf(from, to)
  if (misuse !== undefined) return refuse(host, misuse)
  const found = ways(await loadTables(), { ...(from && { from }), ...(to && { to }) })
  if (values.format === 'json') return deliver(host, `${JSON.stringify({ format: 1, paths: found }, null, 2)}\n`, 0)
  return deliver(host, waysPage(found, pageOf(standardOutput(host, values.color))), 0)
}

function misuseOf(from: Release | undefined, to: Release | undefined): string | undefined {
  const newest = releases.at(-1)
  if (from === newest && to === undefined) return `--from ${from} is the newest release; there is no way on from it`
  if (from === undefined || to === undefined) return undefined
  if (from === to) return `--from and --to are both ${from}; name two releases`
  if (releases.indexOf(from) < releases.indexOf(to)) return undefined
  return `--from ${from} is newer than --to ${to}, and no way leads back; a server of ${releaseName(from)} stays or is installed anew`
}

function help(): string {
  return helpPage({
    about:
      'Shows the documented ways from one Windows Server release to another, in place and to new servers, where the pages disagree, and, for two releases, every page that says so.',
    usage: ['rds-lint paths [options]'],
    options: pathsOptions,
    examples: ['rds-lint paths', 'rds-lint paths --from 2012R2 --to 2022', 'rds-lint paths --to 2025 --format json'],
  })
}

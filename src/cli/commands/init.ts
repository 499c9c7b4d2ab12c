import { posix, win32 } from 'node:path'
import { isZip } from '../../collector/bundle/zip.ts'
import { planText } from '../../collector/plan-text.ts'
import { starterText } from '../../configuration/starter-text.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { loadInventory } from '../../inventory/load.ts'
import type { ExitCode } from '../../model/exit-code.ts'
import { visible } from '../../model/visible.ts'
import { collectBundle, isBundleFolder } from '../bundle-source.ts'
import { configurationName } from '../configuration-path.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { whyUnreadable } from '../host-errors.ts'
import { migrationOptions, targetMisuse } from '../migration-options.ts'
import { commonOptions, type OptionTable } from '../option.ts'
import { outputProblem } from '../output-problem.ts'
import { parseArguments, shown } from '../parse-arguments.ts'
import { deliver, deliverTo, refuse, tell } from '../say.ts'

const options = {
  target: { ...migrationOptions.target, help: 'release to migrate to; default 2012R2' },
  output: { kind: 'value', short: 'o', placeholder: 'FILE', help: 'the file to write; default migration.yaml' },
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint init BUNDLE|INVENTORY`: writes the planner's section of a deployment, to be filled in, and a configuration beside it; never over a file. */
export async function initCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [path, ...more] = operands
  if (path === undefined)
    return refuse(host, 'no deployment is named; write rds-lint init BUNDLE, or the name of an inventory')
  if (more.length > 0) return refuse(host, 'init plans for one deployment at a time; name one only')
  const output = values.output ?? 'migration.yaml'
  const beside = configurationBeside(host, output)
  const misuse = targetMisuse(values.target) ?? outputMisuse(host, output, path) ?? besideMisuse(host, output, beside)
  if (misuse !== undefined) return refuse(host, misuse)
  const found = read(host, path)
  if ('problems' in found) {
    for (const problem of found.problems) await tell(host, `${visible(path)}: error: ${visible(problem)}`)
    return 2
  }
  const target = values.target ?? found.inventory.migration?.target ?? '2012R2'
  const code = await deliverTo(host, output, planText(found.inventory, target, host.today), 0)
  if (code !== 0) return code
  await tell(
    host,
    `rds-lint: ${visible(output)} is written; fill it in, then run rds-lint collect or rds-lint with --migration ${visible(output)}`,
  )
  const second = await deliverTo(host, beside, starterText(target), 0)
  if (second === 0)
    await tell(host, `rds-lint: ${visible(beside)} is written; it says what blocks, and has room for suppressions`)
  return second
}

function configurationBeside(host: Host, output: string): string {
  const path = host.platform === 'win32' ? win32 : posix
  return path.join(path.dirname(output), configurationName)
}

function besideMisuse(host: Host, output: string, beside: string): string | undefined {
  const path = host.platform === 'win32' ? win32 : posix
  if (path.resolve(host.cwd, output) === path.resolve(host.cwd, beside))
    return `--output ${shown(output)} is where the configuration goes; choose another name for the plan`
  return host.identity(beside) === undefined
    ? undefined
    : `${shown(beside)} is there already and is not overwritten, so that nothing is written; choose another folder with --output`
}

function outputMisuse(host: Host, output: string, input: string): string | undefined {
  if (host.identity(output) !== undefined && !host.isFolder(output))
    return `${shown(output)} is there already and is not overwritten; choose another name with --output`
  return outputProblem(host, output, [input])
}

function read(host: Host, path: string): { readonly inventory: Inventory } | { readonly problems: readonly string[] } {
  if (isBundleFolder(host, path)) return bundle(host, path, undefined)
  try {
    const bytes = host.readFile(path)
    if (isZip(bytes)) return bundle(host, path, bytes)
    const { inventory, diagnostics } = loadInventory(bytes)
    return inventory ? { inventory } : { problems: diagnostics.map(({ message }) => message) }
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    return { problems: [reason] }
  }
}

function bundle(host: Host, path: string, zip: Uint8Array | undefined): ReturnType<typeof read> {
  const collected = collectBundle(host, path, zip)
  return 'problem' in collected ? { problems: [collected.problem.message] } : { inventory: collected.inventory }
}

function help(): string {
  return helpPage({
    about:
      "Writes the planner's section for a deployment, with every server that is to be retired and every location of profile disks, and comments that say what to fill in; beside it .rds-lint.yaml, a configuration to start from.",
    usage: ['rds-lint init BUNDLE|INVENTORY [options]'],
    options,
    examples: ['rds-lint init RdsInventory-RDCB01', 'rds-lint init inventory.json --output plans/contoso.yaml'],
  })
}

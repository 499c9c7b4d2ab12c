import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe } from 'vitest'
import { scratch } from './scratch.ts'

/** The PowerShell that tests run scripts with: `RDS_LINT_PWSH`, or a `pwsh` on the path that has the stand-ins beside it; undefined without one. */
export const powershell: string | undefined = process.env.RDS_LINT_PWSH || onPath()

/** The script that asks a deployment. */
export const collectorScript = join(import.meta.dirname, '../../collector/Export-RdsInventory.ps1')

/** Describes tests that need PowerShell; without one they are skipped and say so. Each start takes about two seconds. */
export function describeScript(title: string, tests: () => void): void {
  const name = powershell === undefined ? `${title} (skipped: no PowerShell)` : title
  describe.skipIf(powershell === undefined)(name, { timeout: 120_000 }, tests)
}

/** Starts PowerShell with stand-ins for the Windows machine that an inventory tells of. */
export function runPowerShell(args: readonly string[], circumstances: Circumstances = {}): Run {
  const folder = scratch()
  const { estate, faults, imitate, env } = circumstances
  const given = (name: string, content: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(content))
    return path
  }
  const run = spawnSync(powershell ?? 'pwsh', ['-NoProfile', '-NonInteractive', ...args], {
    encoding: 'utf8',
    cwd: folder,
    timeout: 110_000,
    env: {
      ...process.env,
      TZ: 'UTC',
      RDS_CALLS: join(folder, 'calls.txt'),
      ...(estate === undefined ? {} : { RDS_ESTATE: given('estate.json', estate) }),
      ...(faults === undefined ? {} : { RDS_FAULTS: given('faults.json', faults) }),
      ...(imitate === undefined ? {} : { PWSH_IMITATE: imitate }),
      ...env,
    },
  })
  const calls = join(folder, 'calls.txt')
  return {
    exit: run.status,
    output: `${run.stdout}${run.stderr}`,
    folder,
    calls: existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [],
  }
}

/** Runs the script that asks a deployment; gives the bundle that it wrote, if any. */
export function runCollector(circumstances: Circumstances & { readonly options?: readonly string[] }): CollectorRun {
  const { options = [], ...others } = circumstances
  const run = runPowerShell(['-File', collectorScript, '-OutputPath', 'bundle', ...options], others)
  return withBundle(run)
}

/** Runs the script for one deployment after the other in one start of PowerShell, which is what takes the time; gives a run for each. */
export function runCollectors(
  each: readonly { readonly estate: unknown; readonly faults?: unknown; readonly options?: readonly string[] }[],
  circumstances: Omit<Circumstances, 'estate' | 'faults'> = {},
): readonly CollectorRun[] {
  const folders = each.map(() => scratch())
  const commands = each.map(({ estate, faults = [], options = [] }, index) => {
    const at = (name: string) => join(folders[index] ?? '', name)
    writeFileSync(at('estate.json'), JSON.stringify(estate))
    writeFileSync(at('faults.json'), JSON.stringify(faults))
    return [
      `[RdsEstate.Estate]::Load(${quoted(at('estate.json'))}, ${quoted(at('faults.json'))})`,
      `& ${quoted(collectorScript)} -OutputPath ${quoted(at('bundle'))} ${options.map(argument).join(' ')}`,
      `Write-Host "${endOfRun}$LASTEXITCODE"`,
    ].join('; ')
  })
  const { output } = runPowerShell(['-Command', commands.join('\n')], { ...circumstances, estate: each[0]?.estate })
  const parts = output.split(endOfRun)
  return folders.map((folder, index) => {
    const exit = Number.parseInt(parts[index + 1] ?? '', 10)
    const run = { exit: Number.isNaN(exit) ? null : exit, output: parts[index] ?? output, folder, calls: [] }
    return withBundle(run)
  })
}

const endOfRun = '== exit '

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function argument(text: string): string {
  return /^-[A-Za-z]+$/.test(text) ? text : quoted(text)
}

function withBundle(run: Run): CollectorRun {
  const bundle = join(run.folder, 'bundle')
  if (!existsSync(bundle)) return run
  const files = new Map(readdirSync(bundle).map((name) => [name, readFileSync(join(bundle, name))]))
  const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest
  return { ...run, bundle: { folder: bundle, manifest, files } }
}

/** What a start of PowerShell runs in. */
export interface Circumstances {
  /** The inventory that the stand-ins answer from. */
  readonly estate?: unknown
  readonly faults?: unknown
  /** The version to imitate: 3.0, 5.1 or 7. */
  readonly imitate?: string
  readonly env?: Readonly<Record<string, string>>
}

/** What became of it. */
export interface Run {
  readonly exit: number | null
  readonly output: string
  /** The folder it ran in. */
  readonly folder: string
  /** What the stand-ins were asked, one line each. */
  readonly calls: readonly string[]
}

/** A run of the collector, with the bundle where it wrote one. */
export interface CollectorRun extends Run {
  readonly bundle?: {
    readonly folder: string
    readonly manifest: Manifest
    readonly files: ReadonlyMap<string, Buffer>
  }
}

/** `manifest.json` as the script writes it. */
export interface Manifest {
  readonly sources: readonly ManifestRow[]
  readonly [name: string]: unknown
}

/** One question in it. */
export interface ManifestRow {
  readonly name: string
  readonly server?: string
  readonly collection?: string
  readonly status: string
  readonly message?: string
  readonly file?: string
  readonly sha256?: string
  readonly milliseconds?: number
}

// A stock PowerShell knows no RDS cmdlets; these tests would fail on it for that alone.
function onPath(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'pwsh.exe' : 'pwsh'))
    .find((path) => existsSync(path) && existsSync(join(dirname(realpathSync(path)), 'RdsEstate')))
}

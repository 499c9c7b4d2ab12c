import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes `fixtures/<story>/bundle` anew: the script asks the deployment that the story's inventory describes, on the PowerShell host for tests. */
const pwsh = process.env.RDS_LINT_PWSH ?? 'pwsh'

for (const story of readdirSync('fixtures')) {
  const estate = join('fixtures', story, 'inventory.json')
  const inventory = JSON.parse(readFileSync(estate, 'utf8'))
  const bundle = join('fixtures', story, 'bundle')
  rmSync(bundle, { recursive: true, force: true })
  const folder = mkdtempSync(join(tmpdir(), 'rds-lint-bundle-'))
  try {
    run(estate, bundle, inventory, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
  settle(join(bundle, 'manifest.json'), inventory)
}

interface Told {
  readonly collection?: { readonly collectedAt?: string; readonly sources?: readonly Row[] }
  readonly servers?: readonly { readonly name: string; readonly roles?: readonly string[] }[]
}

interface Row {
  readonly name: string
  readonly server?: string
  readonly status: string
  readonly message?: string
}

function run(estate: string, bundle: string, inventory: Told, folder: string): void {
  // What failed in the story fails here: a server that does not answer, a right that is missing.
  const faults = (inventory.collection?.sources ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name, server, message }) => ({ command: name, ...(server ? { server } : {}), error: 'Throw', message }))
  const faultFile = join(folder, 'faults.json')
  writeFileSync(faultFile, JSON.stringify({ elevated: true, faults }))
  const others = (inventory.servers ?? []).filter(({ roles }) => roles?.length === 0).map(({ name }) => name)
  const named = others.length > 0 ? ['-Server', others.join(',')] : []
  const script = ['-NoProfile', '-File', 'collector/Export-RdsInventory.ps1', '-OutputPath', bundle, ...named]
  const env = { ...process.env, TZ: 'UTC', RDS_ESTATE: estate, RDS_FAULTS: faultFile, PWSH_IMITATE: '5.1' }
  const { status, stderr, stdout } = spawnSync(pwsh, script, { encoding: 'utf8', env })
  if (!existsSync(join(bundle, 'manifest.json')))
    throw new Error(`${bundle} was not made (${status}): ${stderr}${stdout}`)
}

/** Takes the moment and the durations of the run out of a manifest, so that the same story gives the same bytes. */
function settle(path: string, inventory: Told): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.collectedAt = inventory.collection?.collectedAt ?? manifest.collectedAt
  for (const source of manifest.sources) if (source.milliseconds !== undefined) source.milliseconds = 0
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

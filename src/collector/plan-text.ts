import { createEstate, type Estate } from '../inventory/estate.ts'
import { releaseOf } from '../inventory/facts/releases.ts'
import { rdsRoles } from '../inventory/facts/roles.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { timestampOf } from '../model/instant.ts'
import type { Release } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { Unknown } from '../model/unknown.ts'
import { targetLines } from './target-lines.ts'

/**
 * Gives the planner's section of an inventory as commented YAML, to be filled in: every server that is to be retired and every
 * location of profile disks stands in it. Where the release of a server is not known, that is said beside it; without a target
 * the releases to choose from stand there as comments.
 */
export function planText(inventory: Inventory, target: Release | undefined, today: string): string {
  // Without a target every server may retire but those that already run the newest one.
  const estate = createEstate(inventory, {
    target: target ?? newest,
    method: 'migrate',
    phase: 'before',
    today: timestampOf(today) ?? { nanoseconds: 0n },
  })
  return [
    '# What is about to happen to this deployment: the part of an inventory that no server knows.',
    '# Fill it in, then give it to rds-lint: rds-lint BUNDLE --migration migration.yaml',
    'migration:',
    ...targetLines(estate, target),
    '  # migrate: new servers take the place of the old ones. in-place: the servers that stand are upgraded.',
    '  method: migrate',
    '  # before, during or after the move.',
    '  phase: before',
    '  # The day of the move; certificates and support dates are held against it.',
    '  # plannedFor: YYYY-MM-DD',
    ...serverLines(estate),
    ...locationLines(inventory),
    ...certificateLines(inventory),
    '',
  ].join('\n')
}

const [newest = '2025'] = supportedTargets.slice(-1)

function serverLines(estate: Estate): readonly string[] {
  const { inventory, target } = estate
  const rows = estate.servers.flatMap((server) => {
    const release = releaseOf(estate, server)
    const isTold = !(release instanceof Unknown)
    if (isTold && release >= target) return []
    const roles = rdsRoles(estate, server)
    const what = [
      isTold ? `Windows Server ${release}` : 'its release is not known: remove it where it stays',
      ...roles,
    ].join(', ')
    return [
      `    # ${comment(what)}`,
      `    - source: ${quoted(server.name)}`,
      '      # destination: NAME.domain.example',
    ]
  })
  const head = [
    '  # Servers that will be retired, and what takes the place of each. A server that stays does not belong here.',
    ...(inventory.servers === undefined
      ? ['  # The servers of the deployment are not known: collect again, or write them here yourself.']
      : []),
  ]
  return rows.length === 0 ? [...head, '  servers: []'] : [...head, '  servers:', ...rows]
}

function locationLines({ deployment }: Inventory): readonly string[] {
  const collections = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  const places = new Map<string, string[]>()
  for (const { name, profileDisks } of collections) {
    if (!profileDisks?.enabled || typeof profileDisks.location !== 'string') continue
    places.set(profileDisks.location, [...(places.get(profileDisks.location) ?? []), name])
  }
  const head = '  # Where User Profile Disks move. A location that stays where it is does not belong here.'
  if (places.size === 0) return [head, '  profileDiskLocations: []']
  // A move without a destination is none: the entries wait as comments.
  return [
    head,
    '  # profileDiskLocations:',
    ...[...places].flatMap(([location, names]) => [
      `    # of ${comment(names.join(', '))}`,
      `    # - source: ${quoted(location)}`,
      `    #   destination: '\\\\SERVER\\share\\folder'`,
    ]),
  ]
}

function certificateLines({ deployment }: Inventory): readonly string[] {
  const configured = (deployment?.certificates ?? []).filter(({ thumbprint }) => thumbprint !== undefined)
  return [
    '  # The certificate that each role shall use afterwards.',
    '  # certificates:',
    ...configured.flatMap(({ role, thumbprint = '' }) => [
      `    # - role: ${role}`,
      `    #   thumbprint: ${quoted(thumbprint)} # the one it has today`,
    ]),
  ]
}

// JSON is YAML, and its escapes keep a name with a line end on its line.
function quoted(text: string): string {
  return /^[^'\p{Cc}\u2028\u2029\ufeff\ud800-\udfff]*$/u.test(text) ? `'${text}'` : JSON.stringify(text)
}

function comment(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

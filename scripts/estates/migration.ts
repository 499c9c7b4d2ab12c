import type { Inventory, Migration, ProfileDiskMove } from '../../src/inventory/inventory.ts'
import type { World } from './world.ts'

/** The plan of a world: every section of it planned or not. */
export function migrationOf(world: World, deployment: Inventory['deployment']): Migration {
  const { random, refer, machines, certificates, target, phase, method, isAmiss } = world
  const moves = machines.flatMap((machine) =>
    machine.replaces && !isAmiss()
      ? [{ source: refer(machine.replaces), ...(isAmiss() ? {} : { destination: refer(machine) }) }]
      : [],
  )
  const replaced = random.some(deployment?.sessionCollections ?? [], 0.6)
  return {
    target,
    method,
    phase,
    ...(random.chance(0.8) ? { plannedFor: random.pick(['2026-12-05', '2026-12-05T20:00:00+01:00']) } : {}),
    ...(random.chance(0.8)
      ? {
          servers: [
            ...moves,
            ...(random.chance(0.3) ? [{ source: 'FS01', destination: 'FS09' }] : []),
            ...(isAmiss() ? [{ source: 'SH99', destination: 'sh98.contoso.example' }] : []),
          ],
        }
      : {}),
    ...(random.chance(0.4)
      ? {
          certificates: [{ role: 'RDGateway' as const, thumbprint: random.pick(certificates).thumbprint }],
        }
      : {}),
    ...(random.chance(0.4)
      ? { collections: replaced.map(({ name }) => ({ source: name, destination: `${name} ${target}` })) }
      : {}),
    ...(random.chance(0.5) ? { profileDiskLocations: diskMoves(world, deployment) } : {}),
  }
}

function diskMoves({ random, isAmiss }: World, deployment: Inventory['deployment']): readonly ProfileDiskMove[] {
  const collections = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  const locations = new Set(collections.flatMap(({ profileDisks }) => profileDisks?.location ?? []))
  const files = ['UVHD-template.vhdx', 'UVHD-S-1-5-21-1.vhdx', 'deep\\UVHD-S-1-5-21-2.vhdx']
  return [...locations]
    .filter(() => random.chance(0.8) && !isAmiss())
    .map((location) => (random.chance(0.2) ? location.replace(/[\\/][^\\/]+[\\/]?$/, '') : location))
    .map((source) => ({
      source,
      destination: source.replace(/fs0|sh0/i, isAmiss() ? 'FS9\\old' : 'FS9'),
      ...(random.chance(0.5) ? { sourceFiles: files } : {}),
      ...(random.chance(0.5) ? { destinationFiles: files.filter(() => !isAmiss()) } : {}),
    }))
}

import type { Inventory, Migration, ProfileDiskMove } from '../../src/inventory/inventory.ts'
import type { World } from './world.ts'

/** The plan of a world: every section of it planned or not. */
export function migrationOf(world: World, deployment: Inventory['deployment']): Migration {
  const { random, refer, machines, certificates, phase, method, isAmiss } = world
  const moves = machines.flatMap((machine) =>
    machine.replaces && !isAmiss()
      ? [{ source: refer(machine.replaces), ...(isAmiss() ? {} : { destination: refer(machine) }) }]
      : [],
  )
  const [collection] = deployment?.sessionCollections ?? []
  return {
    target: '2012R2',
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
    ...(collection && random.chance(0.2)
      ? { collections: [{ source: collection.name, destination: `${collection.name} 2012 R2` }] }
      : {}),
    ...(random.chance(0.5) ? { profileDiskLocations: diskMoves(world, deployment) } : {}),
  }
}

function diskMoves({ random, isAmiss }: World, deployment: Inventory['deployment']): readonly ProfileDiskMove[] {
  const collections = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  const locations = new Set(collections.flatMap(({ profileDisks }) => profileDisks?.location ?? []))
  const files = ['UVHD-template.vhdx', 'UVHD-S-1-5-21-1.vhdx', 'deep\\UVHD-S-1-5-21-2.vhdx']
  return [...locations]
    .filter(() => !isAmiss())
    .map((source) => ({
      source: random.chance(0.2) ? source.replace(/[\\/][^\\/]+[\\/]?$/, '') : source,
      destination: source.replace(/fs0|sh0/i, isAmiss() ? 'FS9\\old' : 'FS9'),
      ...(random.chance(0.5) ? { sourceFiles: files } : {}),
      ...(random.chance(0.5) ? { destinationFiles: files.filter(() => !isAmiss()) } : {}),
    }))
}

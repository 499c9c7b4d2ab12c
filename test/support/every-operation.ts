import { randomOf } from '../../scripts/estates/random.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { releases } from '../../src/model/report.ts'
import type { Parameter } from '../../src/plan/definition.ts'
import { definitions } from '../../src/plan/definitions.ts'
import type { Operation, OperationName } from '../../src/plan/operation.ts'

/** A few operations of each sort on the servers, collections and locations of an inventory, always the same from one seed. */
export function everyOperation(inventory: Inventory, seed: number, each = 3): readonly Operation[] {
  const random = randomOf(seed)
  const { deployment, servers = [] } = inventory
  const session = (deployment?.sessionCollections ?? []).map(({ name }) => name)
  const desktop = (deployment?.virtualDesktopCollections ?? []).map(({ name }) => name)
  const disks = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])].flatMap(
    ({ profileDisks }) => profileDisks?.location ?? [],
  )
  const moves = (inventory.migration?.profileDiskLocations ?? []).flatMap(({ source, destination }) => [
    source,
    destination,
  ])
  const names = servers.map(({ name }) => name)
  const certificates = servers.flatMap((server) => (server.certificates ?? []).map((entry) => entry.thumbprint))
  const pick = (...from: readonly string[]) => random.pick(from.length > 0 ? from : ['NW99'])
  const value = (kind: Parameter['kind']): unknown => {
    switch (kind) {
      case 'server':
        return pick(...names, random.chance(0.1) ? 'NW99' : pick(...names))
      case 'servers':
        return [pick(...names), ...(random.chance(0.5) ? [pick(...names)] : [])]
      case 'sessionCollection':
        return pick(...session, 'Trading')
      case 'newCollection':
        return pick(...session, 'Trading', 'Trading')
      case 'desktopCollection':
        return pick(...desktop)
      case 'anyCollection':
        return pick(...session, ...desktop)
      case 'location':
        return pick(...disks, ...moves, '\\\\FS77\\Disks')
      case 'release':
        return random.pick(releases)
      case 'certificateRole':
        return random.pick(['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'])
      case 'thumbprint':
        return pick(...certificates)
    }
  }
  return (Object.keys(definitions) as readonly OperationName[]).flatMap((name) =>
    Array.from({ length: each }, () => {
      const parameters = Object.entries<Parameter>(definitions[name].parameters)
      const taken = parameters.filter(([, { isOptional }]) => !isOptional || random.chance(0.5))
      const operation = { [name]: Object.fromEntries(taken.map(([key, { kind }]) => [key, value(kind)])) }
      // Made of what the definition says that it takes.
      return operation as unknown as Operation
    }),
  )
}

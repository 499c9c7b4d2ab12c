import { holdsRole, isDeployed, rdsRoles } from '../../inventory/facts/roles.ts'
import type { Role } from '../../inventory/inventory.ts'
import type { PlanCategory } from '../../model/plan-report.ts'
import type { Operation } from '../operation.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'
import { staysWith } from './staying.ts'
import { upgrade } from './upgrades.ts'

/** The stage of Web Access. */
export function webStage(scene: Scene): readonly Draft[] {
  return byOwnGuide(scene, 'web-access', holders(scene, 'RDS-WEB-ACCESS'))
}

/** The stage of the gateways. */
export function gatewayStage(scene: Scene): readonly Draft[] {
  return byOwnGuide(scene, 'gateway', holders(scene, 'RDS-GATEWAY'))
}

/** The stage of servers that stand alone: they hold no role in a deployment, and have the feature of one. */
export function standaloneStage(scene: Scene): readonly Draft[] {
  const { estate } = scene
  const alone = estate.servers.filter(
    (server) => isDeployed(estate, server) === false && rdsRoles(estate, server).length > 0,
  )
  return byOwnGuide(
    scene,
    'standalone-servers',
    alone.map(({ name }) => name),
  )
}

/** Each server is replaced by the guide of its role, or upgraded in place; one that holds two roles in the first of their stages. */
function byOwnGuide(scene: Scene, category: PlanCategory, servers: readonly string[]): readonly Draft[] {
  return servers.flatMap((server) => {
    const identity = scene.identity(server)
    if (scene.replaced.has(identity)) return []
    const by = scene.successor(server)
    if (by !== undefined) {
      const operation: Operation = { replaceServer: { server, by } }
      scene.replaced.set(identity, operation)
      return [{ category, migrates: server, operation }]
    }
    if (scene.retires(server)) {
      scene.gap(category, `${server} retires, and the plan names no server that takes its place (migration.servers).`)
      return []
    }
    if (scene.upgraded.has(identity)) return []
    if (scene.estate.method === 'in-place' && scene.isOld(server)) return upgrade(scene, category, server)
    staysWith(scene, category, server)
    return []
  })
}

function holders({ estate }: Scene, role: Role): readonly string[] {
  return estate.servers.filter((server) => holdsRole(server, role) === true).map(({ name }) => name)
}

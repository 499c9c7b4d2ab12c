import { holdsRole, isDeployed, rdsRoles } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import type { Role, Server } from '../../inventory/inventory.ts'
import type { PlanCategory } from '../../model/plan-report.ts'
import { Unknown } from '../../model/unknown.ts'
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
  const category = 'standalone-servers'
  const alone = estate.servers.filter(
    (server) => isDeployed(estate, server) === false && rdsRoles(estate, server).length > 0,
  )
  const isForgotten = scene.hasBegun && !scene.remembers
  const gone = isForgotten ? alone.filter((server) => isSucceeded(scene, server)) : []
  const rest = alone.filter((server) => !gone.includes(server))
  for (const { name } of gone)
    scene.remark(category, `${name} is out of the deployment, where ${scene.successor(name)} holds its roles.`)
  for (const { name } of isForgotten && estate.method === 'in-place' ? rest.filter(isHost(scene)) : [])
    scene.gap(
      category,
      `${name} is a session host of no collection; whether it left one for the move, only the inventory from before it tells (--before).`,
    )
  return byOwnGuide(
    scene,
    category,
    rest.map(({ name }) => name),
  )
}

/** Whether what takes the place of a server holds the roles in the deployment that the server has the features of. */
function isSucceeded(scene: Scene, server: Server): boolean {
  const by = scene.successor(server.name)
  const successor = by === undefined ? undefined : serverOf(scene.now, by)
  if (successor === undefined || successor instanceof Unknown) return false
  return rdsRoles(scene.now, server).every((role) => holdsRole(successor, role) === true)
}

function isHost({ estate }: Scene): (server: Server) => boolean {
  return (server) => estate.inventory.deployment !== null && rdsRoles(estate, server).includes('RDS-RD-SERVER')
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

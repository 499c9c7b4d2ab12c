import { holdsRole } from '../../inventory/facts/roles.ts'
import { isAny, membersOf } from '../preconditions/collections.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'
import { upgrade } from './upgrades.ts'

const category = 'session-collections'

/** Session hosts of the deployment that serve no collection: they are upgraded in place; no operation takes one out. */
export function idleHosts(scene: Scene): readonly Draft[] {
  const { estate, now } = scene
  const serves = (server: string, when: typeof now) => isAny(membersOf(when, server)) !== false
  const idle = now.servers
    .filter((server) => holdsRole(server, 'RDS-RD-SERVER') === true && !serves(server.name, now))
    .map(({ name }) => scene.name(name))
  return idle.flatMap((server) => {
    if (scene.retires(server) || (estate.method === 'migrate' && scene.isOld(server))) {
      scene.gap(
        category,
        `${server} is a session host of no collection; taking it out of the deployment (Remove-RDServer) has no step here.`,
      )
      return []
    }
    const isPlanned = serves(server, estate) || scene.upgraded.has(scene.identity(server))
    return scene.isOld(server) && !isPlanned ? upgrade(scene, category, server) : []
  })
}

import { licencesOf, packs } from '../../inventory/facts/key-packs.ts'
import { admits } from '../../inventory/facts/license-versions.ts'
import { licensingMode, listedLicenseServers } from '../../inventory/facts/licensing.ts'
import { holdsRole } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Draft } from './draft.ts'
import { type Scene, successorOf } from './scene.ts'
import { staysWith } from './staying.ts'
import { upgrade } from './upgrades.ts'

const category = 'licensing'

/** The stage of the licence servers: licences move, the new server is listed, then the old one loses its licences and leaves. */
export function licensingStage(scene: Scene): readonly Draft[] {
  const listed = listedLicenseServers(scene.estate)
  if (restOf(listed))
    scene.gap(category, 'Not all licence servers of the deployment are known; those that are not have no steps here.')
  const servers = licenceServers(scene, listed)
  const leaving = servers.filter((server) => scene.retires(server))
  const staying = servers.filter((server) => !leaving.includes(server) && !scene.upgraded.has(scene.identity(server)))
  const upgraded = servers.filter((server) => !leaving.includes(server) && scene.upgraded.has(scene.identity(server)))
  const upgrading = staying.filter((server) => scene.estate.method === 'in-place' && scene.isOld(server))
  for (const server of staying) if (!upgrading.includes(server)) staysWith(scene, category, server)
  const moves = leaving.flatMap((from) => {
    const to = scene.successor(from) ?? (holdsNothing(scene, from) ? undefined : successorOf(scene, from))
    return to === undefined ? [] : [{ from, to }]
  })
  const arrivals = [...new Map(moves.map(({ from, to }) => [to, from]))]
  const serving = [
    ...arrivals.map(([to]) => to),
    ...upgrading,
    ...upgraded,
    ...staying.filter((server) => !scene.isOld(server)),
  ]
  const wanted = wantsLicences(scene)
  if (wanted instanceof Unknown && serving.length > 0)
    scene.gap(category, 'The licensing mode is not known; licences to install, if any are wanted, have no step here.')
  const [holder] = wanted === true ? serving : []
  return [
    ...upgrading.flatMap((server) => upgrade(scene, category, server)),
    ...moves
      .filter(({ from }) => !holdsNothing(scene, from))
      .map(({ from, to }) => ({ category, migrates: from, operation: { moveLicenses: { from, to } } }) as const),
    ...arrivals.map(
      ([to, from]) => ({ category, migrates: from, operation: { addLicenseServer: { server: to } } }) as const,
    ),
    ...(holder === undefined ? [] : [{ category, operation: { installLicenses: { server: holder } } } as const]),
    ...leaving.flatMap((server): readonly Draft[] => [
      ...(holdsNothing(scene, server)
        ? []
        : [{ category, migrates: server, operation: { removeLicenses: { server } } } as const]),
      { category, migrates: server, operation: { removeLicenseServer: { server } } },
    ]),
  ]
}

function licenceServers({ estate, name, identity }: Scene, listed: readonly string[]): readonly string[] {
  const byRole = estate.servers.filter((server) => holdsRole(server, 'RDS-LICENSING') === true).map((one) => one.name)
  return [...new Map([...listed, ...byRole].map((server) => [identity(server), name(server)])).values()]
}

/** Whether a licence server is known to hold no licence that could move. */
function holdsNothing({ estate }: Scene, name: string): boolean {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return false
  const { sure, unclear, rest } = licencesOf(server)
  return sure.length + unclear.length + rest.length === 0
}

/** Whether licences are asked for, and none is known that admits to the target. */
function wantsLicences({ estate }: Scene): Truth {
  const mode = licensingMode(estate)
  if (mode === null || mode === 'NotConfigured') return false
  const isThere = packs(estate).some((pack) => admits(estate, pack, estate.target) === true)
  return isThere ? false : mode instanceof Unknown ? mode : true
}

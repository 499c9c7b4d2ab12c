import type { Estate } from '../../inventory/estate.ts'
import { holdsRdsRole } from '../../inventory/facts/roles.ts'
import { sameServer, serverOf } from '../../inventory/facts/servers.ts'
import type { VirtualDesktopCollection } from '../../inventory/inventory.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { or, type Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import { desktopCollections, eachIs, isAny } from './collections.ts'

/** Names of the desktops of collections on a virtualization host; incomplete where collections or hosts are not told. */
export function desktopsOn(estate: Estate, host: string): readonly string[] {
  const collections = desktopCollections(estate)
  const missing: MissingFact[] = [...(restOf(collections) ?? [])]
  const names: string[] = []
  for (const collection of collections) {
    const { virtualDesktops } = collection
    if (!virtualDesktops) missing.push({ holder: collection, key: 'virtualDesktops' })
    missing.push(...(restOf(virtualDesktops ?? []) ?? []))
    for (const desktop of virtualDesktops ?? []) {
      const isThere = desktop.host === undefined ? unknown(desktop, 'host') : sameServer(estate, desktop.host, host)
      if (isThere === true) names.push(desktop.name)
      else if (isThere instanceof Unknown) missing.push(...isThere.facts)
    }
  }
  return incomplete(names, missing)
}

/** Whether a server is a virtualization host in whatever way: it holds the role, or desktops of a collection are on it. */
export function servesDesktops(estate: Estate, name: string): Truth {
  const server = serverOf(estate, name)
  const holds = server instanceof Unknown ? server : holdsRdsRole(estate, server, 'RDS-VIRTUALIZATION')
  return holds === true ? true : or(holds, isAny(desktopsOn(estate, name)))
}

/** Whether nobody is signed in to a virtual desktop collection: every desktop of it is off, since only counts of hosts are told. */
export function allOff(collection: VirtualDesktopCollection): Truth {
  const { virtualDesktops } = collection
  if (!virtualDesktops) return unknown(collection, 'virtualDesktops')
  return eachIs(virtualDesktops, (desktop) =>
    desktop.state === undefined ? unknown(desktop, 'state') : off.includes(desktop.state.toLowerCase()),
  )
}

// Hyper-V writes Off; the word of virtual desktops is taken too (docs/decisions/readings.md). A saved machine keeps its session.
const off: readonly string[] = ['off', 'stopped']

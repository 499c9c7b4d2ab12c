import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { VirtualDesktopCollection } from '../inventory.ts'
import { fold } from '../names.ts'
import type { Fact } from './fact.ts'
import { serverOf } from './servers.ts'

/**
 * Names of the virtualization hosts that the desktops of a collection sit on, each once, as `servers` spells it; incomplete
 * where a host is not told.
 */
export function desktopHosts(estate: Estate, collection: VirtualDesktopCollection): readonly string[] | Unknown {
  const desktops = collection.virtualDesktops
  if (desktops === undefined) return unknown(collection, 'virtualDesktops')
  const missing: MissingFact[] = [...(restOf(desktops) ?? [])]
  const hosts = new Map<string, string>()
  for (const desktop of desktops) {
    if (desktop.host === undefined) missing.push({ holder: desktop, key: 'host' })
    else {
      const name = nameOf(estate, desktop.host)
      const spelling = hosts.get(fold(name))
      // Of the spellings of a host without an entry, whichever comes first in order.
      if (spelling === undefined || name < spelling) hosts.set(fold(name), name)
    }
  }
  return incomplete([...hosts.values()].sort(), missing)
}

function nameOf(estate: Estate, name: string): string {
  const server = serverOf(estate, name)
  return server instanceof Unknown ? name : server.name
}

export const desktopFacts: readonly Fact[] = [
  {
    name: 'desktopHosts',
    takes: ['VirtualDesktopCollection'],
    gives: 'list(string)',
    says: 'Names of the virtualization hosts that the desktops of a collection sit on, each once.',
    of: desktopHosts,
  },
]

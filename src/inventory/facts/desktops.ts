import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { type Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { VirtualDesktopCollection } from '../inventory.ts'
import { eachOnce } from './each-once.ts'
import type { Fact } from './fact.ts'

/**
 * Names of the virtualization hosts that the desktops of a collection sit on, each once, as `servers` spells it; incomplete
 * where a host is not told, unknown where two names may or may not denote one host.
 */
export function desktopHosts(estate: Estate, collection: VirtualDesktopCollection): readonly string[] | Unknown {
  const desktops = collection.virtualDesktops
  if (desktops === undefined) return unknown(collection, 'virtualDesktops')
  const hosts = desktops.flatMap(({ host }) => host ?? [])
  const untold = desktops.filter(({ host }) => host === undefined)
  const missing = untold.map((desktop) => ({ holder: desktop, key: 'host' }))
  return eachOnce(estate, incomplete(hosts, [...(restOf(desktops) ?? []), ...missing]))
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

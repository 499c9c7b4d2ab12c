import { groupBy } from '../../model/group-by.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { type Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { VirtualDesktop, VirtualDesktopCollection } from '../inventory.ts'
import { eachOnce } from './each-once.ts'
import type { Fact } from './fact.ts'
import { identityOf } from './servers.ts'

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

/** The desktops of collections that sit on a virtualization host, as far as they are told. */
export function desktopsOn(estate: Estate, host: string): readonly VirtualDesktop[] {
  return desktopsByHost(estate).get(identityOf(estate, host)) ?? []
}

const desktopsByHost = once((estate): ReadonlyMap<string, readonly VirtualDesktop[]> => {
  const collections = estate.inventory.deployment?.virtualDesktopCollections ?? []
  const placed = collections.flatMap(({ virtualDesktops = [] }) =>
    virtualDesktops.flatMap((desktop) =>
      desktop.host === undefined ? [] : [{ desktop, host: identityOf(estate, desktop.host) }],
    ),
  )
  const groups = groupBy(placed, ({ host }) => host)
  return new Map(groups.flatMap((group) => (group[0] ? [[group[0].host, group.map(({ desktop }) => desktop)]] : [])))
})

export const desktopFacts: readonly Fact[] = [
  {
    name: 'desktopHosts',
    takes: ['VirtualDesktopCollection'],
    gives: 'list(string)',
    says: 'Names of the virtualization hosts that the desktops of a collection sit on, each once.',
    of: desktopHosts,
  },
]

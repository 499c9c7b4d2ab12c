import type { Estate } from '../inventory/estate.ts'
import { brokersOfSet } from '../inventory/facts/broker-set.ts'
import { activeServer, brokers } from '../inventory/facts/brokers.ts'
import { desktopHosts } from '../inventory/facts/desktops.ts'
import { listedLicenseServers } from '../inventory/facts/licensing.ts'
import type { RoleCertificate, SessionCollection, VirtualDesktopCollection } from '../inventory/inventory.ts'
import { roleHolders } from '../inventory/role-holders.ts'
import { restOf } from '../model/incomplete-list.ts'
import { dayOf, timestampOf } from '../model/instant.ts'
import type { Known, Topology, TopologyCertificate, TopologyCollection } from '../model/topology.ts'
import { Unknown } from '../model/unknown.ts'
import { type NumberedServers, numberServers } from './topology-servers.ts'

/** Gives what stands where: brokers, collections with their hosts, gateways, Web Access, licence servers, certificates. */
export function topologyOf(estate: Estate): Topology {
  const { inventory, today } = estate
  const { deployment, collection, migration } = inventory
  const numbered = numberServers(estate)
  const { numberOf, numbersOf } = numbered
  const drawn = {
    brokers: numbersOf(brokers(estate)),
    webAccess: numbersOf(roleHolders(estate, 'RDS-WEB-ACCESS')),
    gateways: numbersOf(roleHolders(estate, 'RDS-GATEWAY')),
    licenseServers: numbersOf(listedLicenseServers(estate)),
    sessionCollections: known(deployment, deployment?.sessionCollections, (one) => sessionCollection(one, numbered)),
    virtualDesktopCollections: known(deployment, deployment?.virtualDesktopCollections, (one) =>
      desktopCollection(estate, one, numbered),
    ),
    certificates: known(deployment, deployment?.certificates, certificate),
    moves: (migration?.servers ?? []).map(({ source, destination }) => ({
      source: numberOf(source),
      ...(destination === undefined ? {} : { destination: numberOf(destination) }),
    })),
    ...setOf(estate, numbered),
  }
  return {
    asOf: dayOf(today),
    ...day('collectedOn', collection?.collectedAt),
    ...(collection?.collector ? { collector: `${collection.collector.name} ${collection.collector.version}` } : {}),
    ...(deployment === undefined ? {} : { isDeployed: deployment !== null }),
    ...drawn,
    // Last, because every place may name servers that have no entry.
    servers: numbered.servers(),
  }
}

/** A list of the deployment; without a deployment there is nothing in it, and that is the whole of it. */
function known<T, R>(
  deployment: object | null | undefined,
  list: readonly T[] | undefined,
  of: (element: T) => R,
): Known<R> {
  if (deployment === null) return { list: [], isWhole: true }
  return { list: (list ?? []).map(of), isWhole: list !== undefined && restOf(list) === undefined }
}

function setOf(estate: Estate, { numberOf }: NumberedServers): Pick<Topology, 'activeBroker' | 'highAvailability'> {
  const active = activeServer(estate)
  const set = brokersOfSet(estate)
  const highAvailability = set === undefined ? null : set instanceof Unknown ? undefined : set.map(numberOf)
  return {
    ...(active instanceof Unknown ? {} : { activeBroker: numberOf(active) }),
    ...(highAvailability === undefined ? {} : { highAvailability }),
  }
}

function sessionCollection(
  { name, sessionHosts }: SessionCollection,
  { numberOf }: NumberedServers,
): TopologyCollection {
  const list = (sessionHosts ?? []).map(({ server }) => numberOf(server))
  return { name, hosts: { list, isWhole: sessionHosts !== undefined && restOf(sessionHosts) === undefined } }
}

function desktopCollection(
  estate: Estate,
  collection: VirtualDesktopCollection,
  { numbersOf }: NumberedServers,
): TopologyCollection {
  const hosts = desktopHosts(estate, collection)
  return {
    name: collection.name,
    hosts: hosts instanceof Unknown ? { list: [], isWhole: false } : numbersOf(hosts),
  }
}

function certificate({ role, expiresOn }: RoleCertificate): TopologyCertificate {
  return { role, ...day('expires', expiresOn) }
}

function day<K extends string>(key: K, text: string | null | undefined): { readonly [P in K]?: string } {
  const moment = timestampOf(text ?? '')
  return (moment ? { [key]: dayOf(moment) } : {}) as { readonly [P in K]?: string }
}

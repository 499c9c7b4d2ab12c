import type { Estate } from '../../inventory/estate.ts'
import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { activeServer } from '../../inventory/facts/brokers.ts'
import { licencesOf } from '../../inventory/facts/key-packs.ts'
import { admits } from '../../inventory/facts/license-versions.ts'
import { isListed } from '../../inventory/facts/licensing.ts'
import { releaseOf } from '../../inventory/facts/releases.ts'
import { findServer, sameServer } from '../../inventory/facts/servers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Arguments, OperationName } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import {
  desktopCollections,
  eachIs,
  isAny,
  isDrained,
  isFree,
  membersIn,
  membersOf,
  named,
  sessionCollections,
} from '../preconditions/collections.ts'
import { holdsNoLicence } from '../preconditions/licences.ts'
import { isDeployedAs } from '../preconditions/roles.ts'
import { isWithin, sameLocation } from '../state/file-moves.ts'
import { sameName } from '../state/names.ts'
import { isPublished, isTaken, isThere, machinesAre, packsAreOn } from './done-parts.ts'

/** What tells whether something was done. */
export interface Shown {
  readonly now: Estate
  /** What was there before, as far as it is known. */
  readonly view: Estate
  /** Whether states that come and go (sessions, connections, machines that run) tell of the move, and not of any day. */
  readonly hasBegun: boolean
}

/** Whether an inventory shows an operation as done; false where it cannot be told. */
export const shows: { readonly [Name in OperationName]: (shown: Shown, taken: Arguments[Name]) => boolean } = {
  removeBrokers: ({ now }, { brokers }) => brokers.every((broker) => isInSet(now, broker) === false),
  upgradeServer: ({ now }, { server, to = now.target }) => {
    const release = releaseOf(now, server)
    return !(release instanceof Unknown) && release >= to
  },
  addBroker: ({ now }, { broker }) => isInSet(now, broker) === true,
  setActiveBroker: ({ now }, { broker }) => {
    const active = activeServer(now)
    return !(active instanceof Unknown) && sameServer(now, active, broker) === true
  },
  addHost: ({ now }, { collection, host }) => isMember(now, collection, host) === true,
  removeHost: ({ now }, { collection, host }) => isMember(now, collection, host) === false,
  drain: ({ now, hasBegun }, { host }) =>
    hasBegun &&
    isMemberAnywhere(now, host) &&
    eachIs(membersOf(now, host), (member) => isDrained(member.host)) === true,
  signOut: ({ now, hasBegun }, { host }) =>
    hasBegun &&
    isMemberAnywhere(now, host) &&
    eachIs(membersOf(now, host), (member) => isDrained(member.host)) === true &&
    eachIs(membersOf(now, host), (member) => isFree(now, member.host)) === true,
  allowConnections: ({ now }, { host }) =>
    isMemberAnywhere(now, host) &&
    eachIs(membersOf(now, host), (member) => member.host.newConnectionAllowed === 'Yes') === true,
  createCollection: ({ now }, { collection, hosts }) =>
    isThere(now, collection) && hosts.every((host) => isMember(now, collection, host) === true),
  publishApps: ({ now, hasBegun }, { from, to }) => hasBegun && isPublished(now, from, to),
  removeCollection: ({ now }, { collection }) => named(sessionCollections(now), collection) === undefined,
  shutDownMachines: ({ now, hasBegun }, { host }) => hasBegun && machinesAre(now, host, 'off'),
  startMachines: ({ now, hasBegun }, { host }) => hasBegun && machinesAre(now, host, 'running'),
  shutDownDesktops: ({ now, hasBegun }, { collection }) => hasBegun && desktopsAre(now, collection, 'off'),
  startDesktops: ({ now, hasBegun }, { collection }) => hasBegun && desktopsAre(now, collection, 'running'),
  addVirtualizationHost: ({ now }, { host }) => isDeployedAs(now, host, 'RDS-VIRTUALIZATION') === true,
  removeVirtualizationHost: ({ now }, { host }) => isDeployedAs(now, host, 'RDS-VIRTUALIZATION') === false,
  moveDesktops: ({ now }, { collection, from }) => {
    const found = named(desktopCollections(now), collection)
    if (found === undefined || found instanceof Unknown || !found.virtualDesktops || restOf(found.virtualDesktops))
      return false
    return found.virtualDesktops.every(({ host }) => host !== undefined && sameServer(now, host, from) === false)
  },
  moveProfileDisks: ({ now }, { from, to }) => {
    const locations = [...sessionCollections(now), ...desktopCollections(now)].flatMap(
      ({ profileDisks }) => profileDisks?.location ?? [],
    )
    const at = (folder: string) => locations.some((location) => isWithin(now.inventory, location, folder))
    return at(to) && !at(from)
  },
  setProfileDiskLocation: ({ now }, { collection, location }) => {
    const there = [...sessionCollections(now), ...desktopCollections(now)].find(({ name }) =>
      sameName(name, collection),
    )
    const today = there?.profileDisks?.location
    return typeof today === 'string' && sameLocation(now.inventory, today, location)
  },
  replaceServer: ({ now, view, hasBegun }, { server, by }) => hasBegun && isTaken(now, view, server, by),
  addLicenseServer: ({ now }, { server }) => isListed(now, server) === true,
  removeLicenseServer: ({ now }, { server }) =>
    isListed(now, server) === false && isDeployedAs(now, server, 'RDS-LICENSING') === false,
  moveLicenses: ({ now, view }, { from, to }) => packsAreOn(now, view, from, to),
  removeLicenses: ({ now }, { server }) => holdsNoLicence(now, server) === true,
  installLicenses: ({ now }, { server }) => {
    const found = findServer(now, server)
    return (
      found !== undefined &&
      !(found instanceof Unknown) &&
      licencesOf(found).sure.some((pack) => admits(now, pack, now.target) === true)
    )
  },
  // A broker that nobody told of may have joined since, without the certificate.
  setCertificate: ({ now, hasBegun }, { role, thumbprint }) =>
    hasBegun && isBound(now.inventory, role, thumbprint) && !(brokersOfSet(now) instanceof Unknown),
}

function isMember(estate: Estate, collection: string, host: string): Truth {
  return isAny(membersIn(estate, collection, host))
}

function isMemberAnywhere(estate: Estate, host: string): boolean {
  return membersOf(estate, host).length > 0
}

function desktopsAre(estate: Estate, name: string, state: 'off' | 'running'): boolean {
  const found = named(desktopCollections(estate), name)
  if (found === undefined || found instanceof Unknown || !found.virtualDesktops || restOf(found.virtualDesktops))
    return false
  return found.virtualDesktops.every((desktop) => desktop.state?.toLowerCase() === state)
}

function isBound({ deployment }: Inventory, role: string, thumbprint: string | undefined): boolean {
  const found = deployment?.certificates?.find((entry) => entry.role === role)
  if (found?.level !== 'Trusted') return false
  return thumbprint === undefined || found.thumbprint?.toLowerCase() === thumbprint.toLowerCase()
}

import type { Definition } from './definition.ts'
import { type Arguments, nameOf, type Operation, type OperationName } from './operation.ts'
import { addBroker } from './operations/add-broker.ts'
import { addHost } from './operations/add-host.ts'
import { allowConnections, drain, signOut } from './operations/connections.ts'
import { createCollection } from './operations/create-collection.ts'
import { addLicenseServer, removeLicenseServer } from './operations/license-servers.ts'
import { installLicenses, moveLicenses, removeLicenses } from './operations/licenses.ts'
import { shutDownDesktops, shutDownMachines, startDesktops, startMachines } from './operations/machines.ts'
import { moveDesktops } from './operations/move-desktops.ts'
import { moveProfileDisks } from './operations/move-profile-disks.ts'
import { publishApps } from './operations/publish-apps.ts'
import { removeBrokers } from './operations/remove-brokers.ts'
import { removeCollection } from './operations/remove-collection.ts'
import { removeHost } from './operations/remove-host.ts'
import { replaceServer } from './operations/replace-server.ts'
import { setActiveBroker } from './operations/set-active-broker.ts'
import { setCertificate } from './operations/set-certificate.ts'
import { setProfileDiskLocation } from './operations/set-profile-disk-location.ts'
import { upgradeServer } from './operations/upgrade-server.ts'
import { addVirtualizationHost, removeVirtualizationHost } from './operations/virtualization-hosts.ts'

/** Every operation by its name. */
export const definitions: { readonly [Name in OperationName]: Definition<Arguments[Name]> } = {
  removeBrokers,
  upgradeServer,
  addBroker,
  setActiveBroker,
  addHost,
  removeHost,
  drain,
  allowConnections,
  signOut,
  createCollection,
  publishApps,
  removeCollection,
  shutDownMachines,
  startMachines,
  shutDownDesktops,
  startDesktops,
  addVirtualizationHost,
  removeVirtualizationHost,
  moveDesktops,
  moveProfileDisks,
  setProfileDiskLocation,
  replaceServer,
  addLicenseServer,
  removeLicenseServer,
  moveLicenses,
  removeLicenses,
  installLicenses,
  setCertificate,
}

/** What an operation is, and what this one takes. */
export function definitionOf(operation: Operation): {
  readonly definition: Definition<unknown>
  readonly taken: unknown
} {
  const name = nameOf(operation)
  // The name says which of the types both are of, which no type can say of a union.
  const definition = definitions[name] as Definition<unknown>
  return { definition, taken: (operation as Readonly<Record<string, unknown>>)[name] }
}

import { activeServer } from './active-server.ts'
import {
  desktopProfileDisks,
  desktopUserGroups,
  sessionProfileDisks,
  sessionUserGroups,
} from './collection-configuration.ts'
import { computerSystem } from './computer-system.ts'
import { deploymentCertificates } from './deployment-certificates.ts'
import { deploymentGateway } from './deployment-gateway.ts'
import { features } from './features.ts'
import { connectionPolicies, gatewayFarm, gatewaySettings, resourcePolicies } from './gateway.ts'
import { highAvailability } from './high-availability.ts'
import { keyPacks, licenseServer } from './license-server.ts'
import { licensing } from './licensing.ts'
import { odbcDrivers } from './odbc-drivers.ts'
import { operatingSystem } from './operating-system.ts'
import { rdServer } from './rd-server.ts'
import { registry } from './registry.ts'
import { remoteApps } from './remote-apps.ts'
import { sessionCollections } from './session-collections.ts'
import { sessionHosts } from './session-hosts.ts'
import { share } from './share.ts'
import type { Source } from './source.ts'
import { storeCertificates } from './store-certificates.ts'
import { userSessions } from './user-sessions.ts'
import { virtualDesktopCollections, virtualDesktops } from './virtual-desktops.ts'
import { remoteFxAdapters, virtualizationHost, virtualMachines } from './virtualization.ts'
import { webConfig } from './web-config.ts'

/** Everything that an inventory is made from; where several spell a name, the first spelling counts. */
export const sources: readonly Source[] = [
  rdServer,
  activeServer,
  highAvailability,
  sessionCollections,
  virtualDesktopCollections,
  deploymentGateway,
  licensing,
  deploymentCertificates,
  sessionHosts,
  sessionProfileDisks,
  sessionUserGroups,
  remoteApps,
  userSessions,
  virtualDesktops,
  desktopProfileDisks,
  desktopUserGroups,
  share,
  operatingSystem,
  computerSystem,
  registry,
  features,
  odbcDrivers,
  storeCertificates,
  licenseServer,
  keyPacks,
  gatewaySettings,
  gatewayFarm,
  connectionPolicies,
  resourcePolicies,
  webConfig,
  virtualizationHost,
  virtualMachines,
  remoteFxAdapters,
]

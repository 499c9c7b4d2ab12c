import { brokerFacts } from './brokers.ts'
import { certificateNameFacts } from './certificate-names.ts'
import { certificateStoreFacts } from './certificate-stores.ts'
import { certificateFacts } from './certificates.ts'
import { collectionHostFacts } from './collection-hosts.ts'
import { collectionMoveFacts } from './collection-moves.ts'
import { commonPackFacts } from './common-packs.ts'
import { databaseDriverFacts } from './database-drivers.ts'
import { deploymentGatewayFacts } from './deployment-gateway.ts'
import { desktopFacts } from './desktops.ts'
import { dutyFacts } from './duties.ts'
import { eachOnceFacts } from './each-once.ts'
import { estateFacts } from './estate.ts'
import type { Fact } from './fact.ts'
import { gatewayFarmFacts } from './gateway-farms.ts'
import { gatewayPolicyFacts } from './gateway-policies.ts'
import { hostPairFacts } from './host-pairs.ts'
import { inPlaceFacts } from './in-place.ts'
import { keyPackFacts } from './key-packs.ts'
import { licenseVersionFacts } from './license-versions.ts'
import { licensingFacts } from './licensing.ts'
import { machineVersionFacts } from './machine-versions.ts'
import { moveFacts } from './moves.ts'
import { profileDiskMoveFacts } from './profile-disk-moves.ts'
import { profileDiskPlaceFacts } from './profile-disk-places.ts'
import { releaseFacts } from './releases.ts'
import { roleFacts } from './roles.ts'
import { serverFacts } from './servers.ts'
import { sessionFacts } from './sessions.ts'
import { spareBrokerFacts } from './spare-brokers.ts'
import { surplusBrokerFacts } from './surplus-brokers.ts'
import { upgradePathFacts } from './upgrade-paths.ts'
import { virtualMachineFacts } from './virtual-machines.ts'
import { virtualizationHostFacts } from './virtualization-hosts.ts'
import { webAccessFacts } from './web-access.ts'

/** Every derived fact that conditions may call. */
export const facts: readonly Fact[] = [
  ...serverFacts,
  ...eachOnceFacts,
  ...releaseFacts,
  ...roleFacts,
  ...moveFacts,
  ...upgradePathFacts,
  ...brokerFacts,
  ...databaseDriverFacts,
  ...inPlaceFacts,
  ...certificateNameFacts,
  ...collectionHostFacts,
  ...collectionMoveFacts,
  ...dutyFacts,
  ...estateFacts,
  ...spareBrokerFacts,
  ...surplusBrokerFacts,
  ...sessionFacts,
  ...profileDiskMoveFacts,
  ...profileDiskPlaceFacts,
  ...desktopFacts,
  ...virtualizationHostFacts,
  ...virtualMachineFacts,
  ...machineVersionFacts,
  ...hostPairFacts,
  ...webAccessFacts,
  ...gatewayPolicyFacts,
  ...gatewayFarmFacts,
  ...certificateStoreFacts,
  ...certificateFacts,
  ...commonPackFacts,
  ...deploymentGatewayFacts,
  ...keyPackFacts,
  ...licenseVersionFacts,
  ...licensingFacts,
]

import type { Release } from './release.ts'

/** A list as far as it is known. */
export interface Known<T> {
  readonly list: readonly T[]
  /** Whether there are no others; false where nobody told. */
  readonly isWhole: boolean
}

/** A machine. */
export interface TopologyServer {
  /** As its entry spells it; where there is no entry, as the place that names it does. */
  readonly name: string
  /** Its Windows Server release, `none` where it runs a build that has none; absent where that is not known. */
  readonly release?: Release | 'none'
  /** The inventory only names it and holds no entry of it. */
  readonly isOnlyNamed?: true
}

/** A collection with the hosts that it runs on, by their positions among the servers. */
export interface TopologyCollection {
  readonly name: string
  readonly hosts: Known<number>
}

/** A role of a certificate in the deployment. */
export interface TopologyCertificate {
  readonly role: string
  /** The last day on which it is valid, YYYY-MM-DD. */
  readonly expires?: string
}

/** A move of the plan, between positions among the servers. */
export interface TopologyMove {
  readonly source: number
  readonly destination?: number
}

/**
 * What stands where in a deployment: enough to draw it, and to say where a finding sits. Servers are told by their
 * positions in `servers`; lists that the inventory holds, down to the hosts of a session collection, keep its order.
 */
export interface Topology {
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string
  /** The day on which the inventory was collected, YYYY-MM-DD. */
  readonly collectedOn?: string
  /** What collected it, with its version. */
  readonly collector?: string
  /** Whether there is a deployment; absent where nobody told. */
  readonly isDeployed?: boolean
  /** The servers of the inventory in its order, then those that it only names. */
  readonly servers: Known<TopologyServer>
  readonly brokers: Known<number>
  /** The active management server; absent where it is not known. */
  readonly activeBroker?: number
  /** The members of the high availability set; null where there is no set, absent where that is not known. */
  readonly highAvailability?: readonly number[] | null
  readonly webAccess: Known<number>
  readonly gateways: Known<number>
  readonly licenseServers: Known<number>
  readonly sessionCollections: Known<TopologyCollection>
  readonly virtualDesktopCollections: Known<TopologyCollection>
  readonly certificates: Known<TopologyCertificate>
  readonly moves: readonly TopologyMove[]
}

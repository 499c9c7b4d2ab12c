import type { CertificateRole } from '../inventory/inventory.ts'
import type { Release, Severity } from '../model/report.ts'
import type { Unknown } from '../model/unknown.ts'

/** What each operation takes, by its name: the names that plans write and runbooks list. Servers may be named short or full. */
export interface Arguments {
  readonly removeBrokers: { readonly brokers: readonly string[] }
  /** To the target of the run, or to the release `to`, where the way takes a hop. */
  readonly upgradeServer: { readonly server: string; readonly to?: Release }
  readonly addBroker: { readonly broker: string }
  readonly setActiveBroker: { readonly broker: string }
  readonly addHost: { readonly collection: string; readonly host: string }
  readonly removeHost: { readonly collection: string; readonly host: string }
  readonly drain: { readonly host: string }
  readonly allowConnections: { readonly host: string }
  readonly signOut: { readonly host: string }
  readonly createCollection: { readonly collection: string; readonly hosts: readonly string[] }
  readonly publishApps: { readonly from: string; readonly to: string }
  readonly removeCollection: { readonly collection: string }
  readonly shutDownMachines: { readonly host: string }
  readonly startMachines: { readonly host: string }
  readonly shutDownDesktops: { readonly collection: string }
  readonly startDesktops: { readonly collection: string }
  readonly addVirtualizationHost: { readonly host: string }
  readonly removeVirtualizationHost: { readonly host: string }
  readonly moveDesktops: { readonly collection: string; readonly from: string; readonly to: string }
  readonly moveProfileDisks: { readonly from: string; readonly to: string }
  readonly setProfileDiskLocation: { readonly collection: string; readonly location: string }
  readonly replaceServer: { readonly server: string; readonly by: string }
  readonly addLicenseServer: { readonly server: string }
  readonly removeLicenseServer: { readonly server: string }
  readonly moveLicenses: { readonly from: string; readonly to: string }
  readonly removeLicenses: { readonly server: string }
  readonly installLicenses: { readonly server: string }
  readonly setCertificate: { readonly role: CertificateRole; readonly thumbprint?: string }
}

/** What operations are called. */
export type OperationName = keyof Arguments

/** One step of a plan or runbook as it is written: an object whose single key is the operation, its value what it takes. */
export type Operation = { [Name in OperationName]: { readonly [Key in Name]: Arguments[Name] } }[OperationName]

/** A precondition that a state does not meet, or of which the state does not tell. */
export interface Violation {
  /** The rule that the precondition protects, or `runbook-step-impossible`. */
  readonly rule: string
  readonly message: string
  readonly severity: Severity
  /** Present where the precondition is undecided: the facts that would tell. */
  readonly missing?: Unknown
}

/** The name of an operation: the single key of its object. */
export function nameOf(operation: Operation): OperationName {
  // The type says that there is one key, and which; Object.keys forgets it.
  return Object.keys(operation)[0] as OperationName
}

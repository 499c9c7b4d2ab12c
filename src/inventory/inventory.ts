import type * as Generated from '../../generated/inventory-types.ts'

type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** An inventory, version 1: a property that is absent is not known; null and [] say that there is none. */
export type Inventory = DeepReadonly<Generated.InventoryFile>

// The parts of an inventory by the titles of the schema; where a part may be null, that is said where it is used, not here.
type Part<T> = NonNullable<DeepReadonly<T>>

export type AuthorizationPolicy = Part<Generated.AuthorizationPolicy>
export type CertificateChoice = Part<Generated.CertificateChoice>
export type CertificateRole = Part<Generated.CertificateRole>
export type Collection = Part<Generated.Collection>
export type CollectionMove = Part<Generated.CollectionMove>
export type CollectionSource = Part<Generated.CollectionSource>
export type Deployment = Part<Generated.Deployment>
export type HighAvailability = Part<Generated.HighAvailability>
export type KeyPack = Part<Generated.KeyPack>
export type Licensing = Part<Generated.Licensing>
export type Migration = Part<Generated.Migration>
export type OperatingSystem = Part<Generated.OperatingSystem>
export type ProfileDiskMove = Part<Generated.ProfileDiskMove>
export type ProfileDisks = Part<Generated.ProfileDisks>
export type RemoteApp = Part<Generated.RemoteApp>
export type Role = Part<Generated.Role>
export type RoleCertificate = Part<Generated.RoleCertificate>
export type Server = Part<Generated.Server>
export type ServerGateway = Part<Generated.ServerGateway>
export type ServerMove = Part<Generated.ServerMove>
export type SessionCollection = Part<Generated.SessionCollection>
export type SessionHost = Part<Generated.SessionHost>
export type Sessions = Part<Generated.Sessions>
export type StoreCertificate = Part<Generated.StoreCertificate>
export type VirtualDesktop = Part<Generated.VirtualDesktop>
export type VirtualDesktopCollection = Part<Generated.VirtualDesktopCollection>
export type VirtualMachine = Part<Generated.VirtualMachine>

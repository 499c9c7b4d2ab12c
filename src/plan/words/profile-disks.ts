import type { Arguments } from '../operation.ts'
import { desktopCollections } from '../preconditions/collections.ts'
import { sameName } from '../state/names.ts'
import { replacedBy } from '../state/successors.ts'
import type { StepWords, Wording } from './wording.ts'

/** Words of the operations on profile disks. */
export const profileDiskWords: {
  readonly [Name in 'moveProfileDisks' | 'setProfileDiskLocation']: StepWords<Arguments[Name]>
} = {
  moveProfileDisks: {
    title: ({ from, to }) => `Move the profile disks from ${from} to ${to}`,
    subjects: ({ from, to }) => [from, to],
    commands: ({ from, to }, { arg }) => [
      `robocopy ${arg(folder(from), 'location')} ${arg(folder(to), 'new location')} /E /COPYALL`,
    ],
    verify: ({ to }, { arg }) => [`Get-ChildItem -LiteralPath ${arg(to, 'new location')} -Recurse -Filter UVHD-*.vhdx`],
    rules: ['profile-disk-files-missing', 'profile-disk-relative-path-changed'],
    interrupts: true,
  },
  setProfileDiskLocation: {
    title: ({ collection, location }) => `Point ${collection} at its profile disks in ${location}`,
    subjects: ({ collection, location }) => [collection, location],
    commands: ({ collection, location }, wording) => [pointing(collection, location, wording)],
    verify: ({ collection }, wording) => [configuration(collection, wording)],
    rules: ['profile-disk-location-not-updated'],
  },
}

// A closing backslash before a quote would escape it for robocopy.
function folder(path: string): string {
  return path.replace(/(?<=[^\\:])\\+$/, '')
}

function pointing(collection: string, location: string, wording: Wording): string {
  const { arg, broker } = wording
  const [set, enable] = isOfDesktops(collection, wording)
    ? ['Set-RDVirtualDesktopCollectionConfiguration', '-EnableUserProfileDisks']
    : ['Set-RDSessionCollectionConfiguration', '-EnableUserProfileDisk']
  const size = arg(sizeOf(collection, wording), 'size in GB')
  return `${set} -CollectionName ${arg(collection, 'collection')} ${enable} -DiskPath ${arg(location, 'new location')} -MaxUserProfileDiskSizeGB ${size} ${broker}`
}

function configuration(collection: string, wording: Wording): string {
  const { arg, broker } = wording
  const [get, disks] = isOfDesktops(collection, wording)
    ? ['Get-RDVirtualDesktopCollectionConfiguration', '-UserProfileDisks']
    : ['Get-RDSessionCollectionConfiguration', '-UserProfileDisk']
  return `${get} -CollectionName ${arg(collection, 'collection')} ${disks} ${broker}`
}

function isOfDesktops(collection: string, { estate }: Wording): boolean {
  return desktopCollections(estate).some(({ name }) => sameName(name, collection))
}

/** The size of the disks of a collection or, of a new one, of the collection that it takes the place of. */
function sizeOf(collection: string, { estate }: Wording): number | undefined {
  const { deployment } = estate.inventory
  const all = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  const found = all.find(({ name }) => sameName(name, collection))
  return (found?.profileDisks ?? replacedBy(estate.inventory, collection)?.profileDisks)?.maxSizeGB
}

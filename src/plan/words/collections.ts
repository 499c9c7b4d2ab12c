import { Unknown } from '../../model/unknown.ts'
import type { Arguments } from '../operation.ts'
import { named, sessionCollections } from '../preconditions/collections.ts'
import { shortNames } from './names.ts'
import type { StepWords } from './wording.ts'

/** Words of the operations on session collections. */
export const collectionWords: {
  readonly [Name in 'createCollection' | 'publishApps' | 'removeCollection']: StepWords<Arguments[Name]>
} = {
  createCollection: {
    title: ({ collection, hosts }, wording) =>
      `Create collection ${collection}${hosts.length === 0 ? '' : ` of ${shortNames(hosts, wording)}`}`,
    subjects: ({ collection, hosts }) => [collection, ...hosts],
    commands: ({ collection, hosts }, { arg, broker }) => [
      ...hosts.map((host) => `Add-RDServer -Server ${arg(host, 'new host')} -Role RDS-RD-SERVER ${broker}`),
      `New-RDSessionCollection -CollectionName ${arg(collection, 'new collection')} -SessionHost ${arg(hosts, 'new host')} ${broker}`,
    ],
    verify: ({ collection }, { arg, broker }) => [
      `Get-RDSessionHost -CollectionName ${arg(collection, 'new collection')} ${broker}`,
    ],
    rules: ['host-migration-crosses-releases', 'session-collection-mixed-releases'],
  },
  publishApps: {
    title: ({ from, to }) => `Publish the RemoteApps of ${from} on ${to}, for the same user groups`,
    subjects: ({ from, to }) => [from, to],
    commands: ({ from, to }, { arg, broker, after }) => {
      // The cmdlet sets the list: groups that the collection has already would be struck else.
      const held = named(sessionCollections(after), to) ?? named(sessionCollections(after), from)
      const groups = held instanceof Unknown ? undefined : held?.userGroups
      return [
        `Set-RDSessionCollectionConfiguration -CollectionName ${arg(to, 'new collection')} -UserGroup ${arg(groups ?? [], 'user groups')} ${broker}`,
        `Get-RDRemoteApp -CollectionName ${arg(from, 'collection')} ${broker} | ForEach-Object { New-RDRemoteApp -CollectionName ${arg(to, 'new collection')} -Alias $_.Alias -DisplayName $_.DisplayName -FilePath $_.FilePath -CommandLineSetting $_.CommandLineSetting -RequiredCommandLine $_.RequiredCommandLine -ShowInWebAccess $_.ShowInWebAccess ${broker} }`,
        // Those with groups of their own would be shown to everybody in the collection else.
        `Get-RDRemoteApp -CollectionName ${arg(from, 'collection')} ${broker} | Where-Object -Property UserGroups | ForEach-Object { Set-RDRemoteApp -CollectionName ${arg(to, 'new collection')} -Alias $_.Alias -UserGroups $_.UserGroups ${broker} }`,
      ]
    },
    verify: ({ to }, { arg, broker }) => [
      `Get-RDRemoteApp -CollectionName ${arg(to, 'new collection')} ${broker}`,
      `Get-RDSessionCollectionConfiguration -CollectionName ${arg(to, 'new collection')} -UserGroup ${broker}`,
    ],
    rules: ['host-migration-crosses-releases', 'session-collection-mixed-releases'],
  },
  removeCollection: {
    title: ({ collection }) => `Remove collection ${collection}`,
    subjects: ({ collection }) => [collection],
    commands: ({ collection }, { arg, broker }) => [
      `Remove-RDSessionCollection -CollectionName ${arg(collection, 'collection')} ${broker} -Force`,
    ],
    verify: (_, { broker }) => [`Get-RDSessionCollection ${broker}`],
    rules: ['host-migration-crosses-releases', 'session-host-has-sessions'],
  },
}

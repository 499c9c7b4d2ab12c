import type { Arguments } from '../operation.ts'
import { isDrained, membersOf } from '../preconditions/collections.ts'
import type { StepWords, Wording } from './wording.ts'

/** Words of the operations on session hosts. */
export const sessionHostWords: {
  readonly [Name in 'addHost' | 'removeHost' | 'drain' | 'allowConnections' | 'signOut']: StepWords<Arguments[Name]>
} = {
  drain: {
    title: ({ host }, { short }) => `Drain ${short(host)}`,
    subjects: ({ host }) => [host],
    commands: ({ host }, wording) => [connections(host, 'No', wording)],
    verify: ({ host }, wording) => hostsOf(host, wording),
    rules: ['session-host-accepts-connections'],
    interrupts: ({ host }, wording) => leavesNoHost(host, wording),
  },
  allowConnections: {
    title: ({ host }, { short }) => `Allow new connections to ${short(host)} again`,
    subjects: ({ host }) => [host],
    commands: ({ host }, wording) => [connections(host, 'Yes', wording)],
    verify: ({ host }, wording) => hostsOf(host, wording),
    rules: ['session-host-drain-lapses', 'session-host-accepts-connections'],
  },
  signOut: {
    title: ({ host }, { short }) => `Sign out all sessions on ${short(host)}`,
    subjects: ({ host }) => [host],
    commands: ({ host }, wording) =>
      sessionsOn(host, wording).map(
        (sessions) =>
          `${sessions} | ForEach-Object { Invoke-RDUserLogoff -HostServer $_.HostServer -UnifiedSessionID $_.UnifiedSessionId -Force }`,
      ),
    verify: ({ host }, wording) => sessionsOn(host, wording),
    rules: ['session-host-has-sessions'],
    interrupts: true,
  },
  addHost: {
    title: ({ collection, host }, { short }) => `Add ${short(host)} to ${collection}`,
    subjects: ({ collection, host }) => [host, collection],
    commands: ({ collection, host }, { arg, broker }) => [
      `Add-RDServer -Server ${arg(host, 'new host')} -Role RDS-RD-SERVER ${broker}`,
      `Add-RDSessionHost -CollectionName ${arg(collection, 'collection')} -SessionHost ${arg(host, 'new host')} ${broker}`,
    ],
    verify: ({ collection }, wording) => [hostsIn(collection, wording)],
    rules: ['session-host-newer-than-broker', 'session-collection-mixed-releases'],
  },
  removeHost: {
    title: ({ collection, host }, { short }) => `Remove ${short(host)} from ${collection}`,
    subjects: ({ collection, host }) => [host, collection],
    commands: ({ host }, { arg, broker }) => [
      `Remove-RDSessionHost -SessionHost ${arg(host, 'host')} ${broker} -Force`,
      `Remove-RDServer -Server ${arg(host, 'host')} -Role RDS-RD-SERVER ${broker} -Force`,
    ],
    verify: ({ collection }, wording) => [hostsIn(collection, wording)],
    rules: ['session-host-has-sessions'],
  },
}

function connections(host: string, allowed: 'Yes' | 'No', { arg, broker }: Wording): string {
  return `Set-RDSessionHost -SessionHost ${arg(host, 'host')} -NewConnectionAllowed ${allowed} ${broker}`
}

function hostsIn(collection: string | undefined, { arg, broker }: Wording): string {
  return `Get-RDSessionHost -CollectionName ${arg(collection, 'collection')} ${broker}`
}

function hostsOf(host: string, wording: Wording): readonly string[] {
  return collectionsOf(host, wording).map((collection) => hostsIn(collection, wording))
}

function sessionsOn(host: string, wording: Wording): readonly string[] {
  const { arg, broker } = wording
  return collectionsOf(host, wording).map(
    (collection) =>
      `Get-RDUserSession -CollectionName ${arg(collection, 'collection')} ${broker} | Where-Object -Property HostServer -EQ -Value ${arg(host, 'host')}`,
  )
}

function collectionsOf(host: string, { estate }: Wording): readonly (string | undefined)[] {
  const names = membersOf(estate, host).map(({ collection }) => collection.name)
  return names.length > 0 ? names : [undefined]
}

/** Whether after a drain no host of one of its collections is known to be left that takes new connections. */
function leavesNoHost(host: string, { estate, after }: Wording): boolean {
  const touched = membersOf(estate, host).map(({ collection }) => collection.name)
  const collections = after.inventory.deployment?.sessionCollections ?? []
  return collections.some(
    ({ name, sessionHosts = [] }) => touched.includes(name) && sessionHosts.every((one) => isDrained(one) !== false),
  )
}

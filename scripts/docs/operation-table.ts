import { definitions } from '../../src/plan/definitions.ts'
import type { OperationName } from '../../src/plan/operation.ts'
import { table } from './table.ts'

/** What an operation needs of the state before it, with the rule that stands for it. */
type Need = readonly [needs: string, rule?: string]

/** What each operation does, and what it needs. */
const operations: Readonly<Record<OperationName, readonly [does: string, ...needs: readonly Need[]]>> = {
  removeBrokers: [
    'brokers leave the high availability set and the deployment',
    ['the active one stays', 'broker-kept-is-not-active'],
  ],
  upgradeServer: [
    'the server runs the target in place, or the release `to` on the way',
    ['a documented path', 'in-place-path-unsupported'],
    ['a broker is alone in its set', 'broker-ha-surplus-brokers'],
    ['a session host is drained', 'session-host-accepts-connections'],
    ['nobody is signed in', 'session-host-has-sessions'],
    ['no virtual machine runs on it', 'virtual-machine-running'],
  ],
  addBroker: ['a broker joins the set', ['the release of the set', 'broker-ha-mixed-releases']],
  setActiveBroker: ['the active management server changes', ['it is in the set']],
  addHost: [
    'a session host joins a collection and the deployment',
    ['it is in no other collection'],
    ['it is not newer than the oldest broker', 'session-host-newer-than-broker'],
  ],
  removeHost: [
    'a session host leaves the collection and the deployment',
    ['nobody has a session on it', 'session-host-has-sessions'],
  ],
  drain: ['the host takes no new connections'],
  allowConnections: ['the host takes connections again'],
  signOut: ['all sessions on the host end', ['it is drained', 'session-host-accepts-connections']],
  createCollection: [
    'a new session collection with these hosts',
    ['the hosts run one release', 'session-collection-mixed-releases'],
    ['none is newer than the oldest broker', 'session-host-newer-than-broker'],
  ],
  publishApps: ['RemoteApps and user groups of one collection are on another one too', ['both exist']],
  removeCollection: [
    'a session collection is gone',
    ['nobody has a session on its hosts', 'session-host-has-sessions'],
    ['its RemoteApps are published elsewhere'],
  ],
  shutDownMachines: ['all virtual machines of the host are off'],
  startMachines: ['they run again'],
  shutDownDesktops: ['all desktops of the collection are off'],
  startDesktops: ['they run again'],
  addVirtualizationHost: [
    'a virtualization host joins the deployment',
    ['it is not newer than the oldest broker', 'virtualization-host-newer-than-broker'],
  ],
  removeVirtualizationHost: [
    'a virtualization host leaves the deployment',
    ['no desktop of a collection is left on it', 'virtual-desktop-on-retiring-host'],
  ],
  moveDesktops: ['the desktops of a collection change their host', ['both hosts are in the deployment']],
  moveProfileDisks: [
    'the files of the disks are at the new location',
    ['the same path below the share', 'profile-disk-relative-path-changed'],
    ['nobody is signed in where they are used', 'session-host-has-sessions'],
  ],
  setProfileDiskLocation: [
    'the collection takes its disks from there',
    ['the files are there', 'profile-disk-files-missing'],
  ],
  replaceServer: ['another server takes over Web Access, a gateway or the role of a server that stands alone'],
  addLicenseServer: ['the deployment lists a licence server', ['it is activated', 'license-server-not-activated']],
  removeLicenseServer: [
    'the deployment lists it no more',
    ['its licences are gone from it', 'license-cals-on-both-servers'],
    ['another one is listed', 'license-server-missing'],
  ],
  moveLicenses: [
    'the licences of one server are on another one too',
    ['that one can hold them', 'license-server-older-than-host'],
  ],
  removeLicenses: ['the licences are gone from the server', ['they are on another server that is listed']],
  installLicenses: ['licences of the target are on the server', ['it can hold them', 'license-server-older-than-host']],
  setCertificate: [
    'the role has this certificate, or the one that the plan names for it',
    ['a server has its private key', 'certificate-private-key-missing'],
  ],
}

/** The operations that a runbook may hold, as a Markdown table. */
export function operationTable(): string {
  return table(
    ['operation', 'after it', 'it needs'],
    (Object.keys(definitions) as OperationName[]).map((name) => {
      const [does, ...needs] = operations[name]
      return [`\`${written(name)}\``, does, needs.map(need).join('; ')]
    }),
  )
}

function written(name: OperationName): string {
  const taken = Object.entries(definitions[name].parameters).map(([key, parameter]) => {
    const { kind, isOptional } = parameter as { readonly kind: string; readonly isOptional?: true }
    return `${key}${isOptional ? '?' : ''}${kind === 'servers' ? ': []' : ''}`
  })
  return `${name}: { ${taken.join(', ')} }`
}

function need([needs, rule]: Need): string {
  return rule === undefined ? needs : `${needs} ([${rule}](rules/${rule}.md))`
}

import { releases } from '../../../generated/tables.ts'
import type { Server, SessionHost } from '../../inventory/inventory.ts'
import type { Release } from '../../model/report.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { drained, free, servedBy } from '../preconditions/hosts.ts'
import { judge } from '../preconditions/precondition.ts'
import { isAlone, leadsThere, machinesAreOff } from '../preconditions/upgrade.ts'
import { changeHost } from '../state/deployment.ts'
import { changeServer } from '../state/servers.ts'

/** Upgrades a server in place, to the target or, where the way takes a hop, to the release that is named. */
export const upgradeServer: Definition<Arguments['upgradeServer']> = {
  parameters: { server: { kind: 'server' }, to: { kind: 'release', isOptional: true } },
  apply: (inventory, { server, to }, target) => {
    const upgraded = changeServer(inventory, server, (entry) => upgradedTo(entry, to ?? target))
    return changeHost(upgraded, server, afterRestart)
  },
  violations: (estate, { server, to = estate.target }) => {
    const members = servedBy(estate, server)
    return judge(
      leadsThere(estate, server, to),
      isAlone(estate, server),
      drained(members, server),
      free(estate, members, server),
      machinesAreOff(estate, server),
    )
  },
}

function upgradedTo(server: Server, release: Release | undefined): Server {
  const { operatingSystem, webAccess } = server
  return {
    ...server,
    operatingSystem: systemOf(operatingSystem, release),
    // "upgraded before" is what the next upgrade asks for the marker of Web Access.
    ...(webAccess && { webAccess: { ...webAccess, upgradedBefore: true } }),
  }
}

/** The operating system after the upgrade: the edition and the language stay, and without a target nobody knows the release. */
function systemOf(
  system: Server['operatingSystem'],
  release: Release | undefined,
): NonNullable<Server['operatingSystem']> {
  const { version: _, caption: __, ...kept } = system ?? {}
  const version = releases.find((row) => row.release === release)?.versions.at(-1)
  return { ...kept, ...(version === undefined ? {} : { version }) }
}

/** The upgrade restarts the server, which ends a drain until then. */
function afterRestart(host: SessionHost): SessionHost {
  return host.newConnectionAllowed === 'NotUntilReboot' ? { ...host, newConnectionAllowed: 'Yes' } : host
}

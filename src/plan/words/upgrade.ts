import { windowsName } from '../../inventory/facts/releases.ts'
import { isDeployed, rdsRoles } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Arguments } from '../operation.ts'
import { isAny, membersOf } from '../preconditions/collections.ts'
import { desktopsOn } from '../preconditions/desktops.ts'
import type { StepWords, Wording } from './wording.ts'

/** Words of the upgrade in place, which is started from the installation medium on the server itself ("Perform an in-place upgrade of Windows Server"). */
export const upgradeWords: { readonly upgradeServer: StepWords<Arguments['upgradeServer']> } = {
  upgradeServer: {
    title: ({ server, to }, { short, estate }) =>
      `Upgrade ${short(server)} in place to ${windowsName(to ?? estate.target)}${to === undefined ? '' : ', on its way'}`,
    subjects: ({ server }) => [server],
    commands: ({ server }, { arg }) => [
      `<drive of the installation medium>\\setup.exe # on ${arg(server, 'server')}, and keep files, settings and apps`,
    ],
    verify: ({ server }, { arg }) => [
      `Get-CimInstance -ClassName Win32_OperatingSystem -ComputerName ${arg(server, 'server')} | Select-Object -Property Caption, Version`,
    ],
    rules: ['in-place-path-unsupported', 'broker-ha-surplus-brokers'],
    interrupts: ({ server }, wording) => isInUse(wording, server),
  },
}

/** Whether users depend on a server: it holds a role, in the deployment or by itself; not known counts as yes. */
function isInUse({ estate }: Wording, name: string): boolean {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return true
  // By the names of hosts alone: an index of all of them would be made anew for each step.
  const serves = () => isAny(membersOf(estate, name)) !== false || isAny(desktopsOn(estate, name)) !== false
  const isUsed = isDeployed(estate, server) !== false || serves()
  return isUsed || (rdsRoles(estate, server).length > 0 && estate.inventory.deployment === null)
}

import type { Estate } from '../../inventory/estate.ts'
import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { eachOnce } from '../../inventory/facts/each-once.ts'
import { releaseOf, windowsName } from '../../inventory/facts/releases.ts'
import { holdsRdsRole } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import { upgradeStops } from '../../inventory/facts/upgrade-paths.ts'
import { runningMachines } from '../../inventory/facts/virtual-machines.ts'
import { directPath } from '../../inventory/upgrade-paths.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { firstOf } from '../../model/listed.ts'
import { and, not, or, type Truth } from '../../model/logic.ts'
import type { Release } from '../../model/report.ts'
import { Unknown } from '../../model/unknown.ts'
import { isInSet } from './brokers.ts'
import { isAny } from './collections.ts'
import { servesDesktops } from './desktops.ts'
import type { Precondition } from './precondition.ts'

/** A documented upgrade leads from the release of a server straight to another one. */
export function leadsThere(estate: Estate, server: string, to: Release): Precondition {
  const release = releaseOf(estate, server)
  if (release === to) {
    return {
      holds: false,
      violated: () => `${server} runs ${windowsName(to)} already.`,
      question: '',
    }
  }
  const stops = release instanceof Unknown ? '' : upgradeStops({ ...estate, target: to }, release)
  return {
    holds: release instanceof Unknown ? release : directPath(release, to) !== undefined,
    rule: 'in-place-path-unsupported',
    violated: () =>
      `${server} runs ${windowsName(String(release))}, from which no upgrade leads straight to ${windowsName(to)}${
        stops === '' ? '' : `; the documented way leads ${stops}`
      }.`,
    question: `whether an upgrade leads from the release of ${server} to ${windowsName(to)}`,
  }
}

/** A broker is in no high availability set, or the only one that is left in it. */
export function isAlone(estate: Estate, server: string): Precondition {
  const set = brokersOfSet(estate)
  const others = set === undefined || set instanceof Unknown ? set : eachOnce(estate, set)
  return {
    holds: or(not(inSet(estate, server)), isOne(others)),
    rule: 'broker-ha-surplus-brokers',
    violated: () =>
      `${server} is one of several brokers in the high availability set: ${firstOf(set instanceof Unknown ? [] : (set ?? []))}; remove the others first.`,
    question: `whether ${server} is the only broker in the high availability set`,
  }
}

/** A virtualization host runs no machine; of another server nothing is asked. */
export function machinesAreOff(estate: Estate, server: string): Precondition {
  const running = runningMachines(estate, [server])
  return {
    holds: not(and(servesDesktops(estate, server), isAny(running))),
    rule: 'virtual-machine-running',
    violated: () => `Virtual machines run on ${server}: ${firstOf(running)}; shut them down or save them first.`,
    question: `whether virtual machines run on ${server}`,
  }
}

// A server that is known not to be a broker is in no set, told or not.
function inSet(estate: Estate, name: string): Truth {
  const server = serverOf(estate, name)
  const isBroker = server instanceof Unknown ? server : holdsRdsRole(estate, server, 'RDS-CONNECTION-BROKER')
  const told = isInSet(estate, name)
  return told instanceof Unknown ? and(told, isBroker) : told
}

function isOne(brokers: readonly string[] | undefined | Unknown): Truth {
  if (brokers === undefined) return true
  if (brokers instanceof Unknown) return brokers
  const rest = restOf(brokers)
  return brokers.length > 1 ? false : rest ? new Unknown(rest) : true
}

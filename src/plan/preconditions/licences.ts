import { licences } from '../../../generated/tables.ts'
import type { Estate } from '../../inventory/estate.ts'
import { licencesOf } from '../../inventory/facts/key-packs.ts'
import { canHold, licenseVersion } from '../../inventory/facts/license-versions.ts'
import { listedLicenseServers } from '../../inventory/facts/licensing.ts'
import { releaseOf, windowsName } from '../../inventory/facts/releases.ts'
import { sameServer, serverOf } from '../../inventory/facts/servers.ts'
import type { KeyPack, Server } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { and, every, some, type Truth } from '../../model/logic.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import type { Precondition } from './precondition.ts'

/** A licence server is new enough to hold every licence of another. */
export function canHoldAll(estate: Estate, from: string, to: string): Precondition {
  return {
    holds: ofEachLicence(estate, from, (pack) => fits(estate, pack, to)),
    rule: 'license-server-older-than-host',
    violated: () =>
      `${to} runs ${windowsName(String(releaseOf(estate, to)))}, which is too old to hold the licences of ${from}.`,
    question: `whether ${to} can hold the licences of ${from}`,
  }
}

/** A licence server is new enough to hold licences that admit to the target release. */
export function canHoldTarget(estate: Estate, server: string): Precondition {
  return {
    holds: canHold(estate, server, estate.target),
    rule: 'license-server-older-than-host',
    violated: () =>
      `${server} runs ${windowsName(String(releaseOf(estate, server)))}, which is too old to hold licences for session hosts of ${windowsName(estate.target)}.`,
    question: `whether ${server} can hold licences for session hosts of ${windowsName(estate.target)}`,
  }
}

/** Every licence of a server is on another licence server that the deployment lists. */
export function areOnListed(estate: Estate, server: string): Precondition {
  const others = otherServers(estate, server)
  return {
    holds: ofEachLicence(estate, server, (pack) =>
      some(others.map((other) => (other instanceof Unknown ? other : isOn(estate, pack, other)))),
    ),
    violated: () => `Licences of ${server} are on no other licence server that the deployment lists; move them first.`,
    question: `whether the licences of ${server} are on another licence server that the deployment lists`,
  }
}

/** Whether a server holds no licence. */
export function holdsNoLicence(estate: Estate, server: string): Truth {
  return ofEachLicence(estate, server, () => false)
}

/** Whether something is so of each licence on a server. */
function ofEachLicence(estate: Estate, name: string, say: (pack: KeyPack) => Truth): Truth {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return server
  const { sure, unclear, rest } = licencesOf(server)
  const open = unclear.map(({ pack, why }) => say(pack) === true || why)
  return every([...sure.map(say), ...open, ...(rest.length > 0 ? [new Unknown(rest)] : [])])
}

function fits(estate: Estate, pack: KeyPack, to: string): Truth {
  const version = licenseVersion(estate, pack)
  const release = releaseOf(estate, to)
  const row = licences.find((one) => one.version === version)
  return merge([version, release]) ?? row?.heldBy.some((holder) => holder === release) ?? false
}

/** The other licence servers that the deployment lists, and what is unknown of them. */
function otherServers(estate: Estate, server: string): readonly (Server | Unknown)[] {
  const names = listedLicenseServers(estate)
  const rest = restOf(names)
  const others = names.flatMap((name) => {
    const isSame = sameServer(estate, name, server)
    return isSame === true ? [] : [isSame || serverOf(estate, name)]
  })
  return [...others, ...(rest ? [new Unknown(rest)] : [])]
}

/**
 * Whether a licence is on a server too. One pack is the same by version, type and total, since ids differ by server
 * (docs/decisions/readings.md).
 */
export function isOn(estate: Estate, pack: KeyPack, server: Server): Truth {
  const { sure, unclear, rest } = licencesOf(server)
  const open = unclear.map(({ pack: other, why }) => and(isSame(estate, pack, other), why))
  return some([
    ...sure.map((other) => isSame(estate, pack, other)),
    ...open,
    ...(rest.length > 0 ? [new Unknown(rest)] : []),
  ])
}

function isSame(estate: Estate, one: KeyPack, other: KeyPack): Truth {
  const versions = [licenseVersion(estate, one), licenseVersion(estate, other)] as const
  return and(
    merge(versions) ?? versions[0] === versions[1],
    agree(one, other, 'licenseType'),
    agree(one, other, 'total'),
  )
}

function agree(one: KeyPack, other: KeyPack, key: 'licenseType' | 'total'): Truth {
  const told = [one, other].map((pack) => pack[key] ?? unknown(pack, key))
  return merge(told) ?? told[0] === told[1]
}

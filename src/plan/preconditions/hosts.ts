import type { Estate } from '../../inventory/estate.ts'
import { holdsRole } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import { listed } from '../../model/listed.ts'
import { not } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import { sameName } from '../state/names.ts'
import { eachIs, isAny, isDrained, isFree, type Member, membersOf } from './collections.ts'
import type { Precondition } from './precondition.ts'

/** A session host takes no new connections, in whichever collections it is. */
export function drained(members: readonly Member[], host: string): Precondition {
  return {
    holds: eachIs(members, (member) => isDrained(member.host)),
    rule: 'session-host-accepts-connections',
    violated: () => `${host} still takes new connections; drain it first.`,
    question: `whether ${host} takes new connections`,
  }
}

/** Nobody has a session on a session host, in whichever collections it is. */
export function free(estate: Estate, members: readonly Member[], host: string): Precondition {
  return {
    holds: eachIs(members, (member) => isFree(estate, member.host)),
    rule: 'session-host-has-sessions',
    violated: () => `${host} still has sessions, active or disconnected; sign them out first.`,
    question: `whether ${host} still has sessions`,
  }
}

/** Where a server is a session host; nowhere where it is known not to hold the role, even if not all collections are told. */
export function servedBy(estate: Estate, name: string): readonly Member[] {
  const members = membersOf(estate, name)
  const server = serverOf(estate, name)
  const isHost = server instanceof Unknown ? server : holdsRole(server, 'RDS-RD-SERVER')
  return members.length === 0 && isHost === false ? [] : members
}

/** A server is a session host of no collection: a host belongs to one. `joins` is the one that it is to join. */
export function inNoCollection(estate: Estate, host: string, joins: string): Precondition {
  const members = servedBy(estate, host)
  return {
    holds: not(isAny(members)),
    violated: () => {
      const names = members.map(({ collection }) => collection.name)
      return names.every((name) => sameName(name, joins))
        ? `${host} is a session host of ${listed(names)} already.`
        : `${host} is a session host of ${listed(names)}, and a host belongs to one collection.`
    },
    question: `whether ${host} is a session host of another collection`,
  }
}

/** A server is a session host of some collection. */
export function inSomeCollection(members: readonly Member[], host: string): Precondition {
  return {
    holds: isAny(members),
    violated: () => `${host} is a session host of no collection.`,
    question: `whether ${host} is a session host of a collection`,
  }
}

import { firstOf, listed } from '../../model/listed.ts'
import type { Wording } from './wording.ts'

const most = 5

/** Names of servers for a title, without their domain. */
export function shortNames(servers: readonly string[], { short }: Wording): string {
  const names = servers.map(short)
  return names.length > most ? firstOf(names) : listed(names)
}

import { firstOf } from '../../model/listed.ts'
import type { Wording } from './wording.ts'

/** Names of servers for a title, without their domain. */
export function shortNames(servers: readonly string[], { short }: Wording): string {
  return firstOf(servers.map(short))
}

import type { SessionHost } from '../../inventory/inventory.ts'
import { fold, shortOf } from '../../inventory/names.ts'

/** Tells of lists of session hosts whether one may hold a server: names of one server begin alike. */
export function mayHold(server: string): (hosts: readonly SessionHost[]) => boolean {
  const short = shortOf(fold(server))
  return (hosts) => namesIn(hosts).has(short)
}

// Nearly all collections stay the same from step to step, and to fold ten thousand names would cost more than the step.
const known = new WeakMap<readonly SessionHost[], ReadonlySet<string>>()

function namesIn(hosts: readonly SessionHost[]): ReadonlySet<string> {
  const told = known.get(hosts) ?? new Set(hosts.map(({ server }) => shortOf(fold(server))))
  known.set(hosts, told)
  return told
}

import type { Inventory, Server, VirtualMachine } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { givenFor, inSectionOf } from './given-sections.ts'
import { inPlaceOf, knownInPart, mapItems, withoutItems } from './lists.ts'
import { changeServer, entryOf } from './servers.ts'

/** An inventory with each virtual machine of a virtualization host changed. */
export function changeMachines(
  inventory: Inventory,
  host: string,
  change: (machine: VirtualMachine) => VirtualMachine,
): Inventory {
  return changeServer(inventory, host, (server) => withMachines(server, (machines) => mapItems(machines, change)))
}

/**
 * An inventory in which the virtual machines of these names, in lower case, have left one virtualization host for another.
 * Where others may have left too, what both hosts hold is known only in part; where not all are told, what the other holds.
 */
export function moveMachines(
  inventory: Inventory,
  names: ReadonlySet<string>,
  from: string,
  to: string,
  isWhole: boolean,
): Inventory {
  const goes = ({ name }: VirtualMachine) => names.has(name.toLowerCase())
  const source = entryOf(inventory, from)?.virtualizationHost
  const there = source === null ? [] : source?.virtualMachines
  const moved = there?.filter(goes) ?? []
  const isTold = there !== undefined && !restOf(there)
  // Of machines that nobody told, those of these names have left, and where others may have, any may.
  const isAllThatCame = isTold ? isWhole || there.length === 0 : isWhole && moved.length === names.size
  if (moved.length === 0 && isAllThatCame) return inventory
  const without = changeServer(inventory, from, (server) =>
    withMachines(server, (machines) => (isWhole ? withoutItems(machines, goes) : knownInPart([]))),
  )
  return changeServer(without, to, (server) => joinedBy(server, moved, isAllThatCame))
}

function withMachines(
  server: Server,
  change: (machines: readonly VirtualMachine[]) => readonly VirtualMachine[],
): Server {
  const { virtualizationHost } = server
  const machines = virtualizationHost?.virtualMachines
  const now = machines && change(machines)
  if (now === machines || !now) return server
  return emptied(server, now) ?? holding(server, now)
}

/** A server whose section goes with the last machine that moved there; undefined where the section stays. */
function emptied(server: Server, left: readonly VirtualMachine[]): Server | undefined {
  const { virtualizationHost, ...rest } = server
  const first = virtualizationHost && left.length === 0 ? givenFor(virtualizationHost) : undefined
  if (first?.was === null) return restOf(left) ? undefined : { ...rest, virtualizationHost: null }
  return first && rest
}

function holding(server: Server, virtualMachines: readonly VirtualMachine[]): Server {
  const { virtualizationHost: host } = server
  return { ...server, virtualizationHost: inSectionOf(host, { ...host, virtualMachines }) }
}

function joinedBy(server: Server, moved: readonly VirtualMachine[], areAll: boolean): Server {
  const { virtualizationHost: host, ...rest } = server
  // Without the section a server is known to have no machine; a section that is not told may hold any.
  const there = host === null ? [] : host?.virtualMachines
  if (moved.length === 0 && !there) return server
  // Whether it has any is not told where none is known to have come.
  if (moved.length === 0 && host === null) return rest
  const all = [...(there ?? []), ...moved]
  return holding(server, there && areAll ? inPlaceOf(there, all) : knownInPart(all))
}

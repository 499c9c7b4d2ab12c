import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Definition } from '../definition.ts'
import { changeDesktops } from '../state/deployment.ts'
import { desktopsOf } from '../state/desktops.ts'
import { changeMachines } from '../state/machines.ts'
import { denotes, sameName } from '../state/names.ts'

type OfHost = Definition<{ readonly host: string }>
type OfCollection = Definition<{ readonly collection: string }>

/** Shuts down all virtual machines of a virtualization host. */
export const shutDownMachines: OfHost = ofHost('Off')

/** Starts all virtual machines of a virtualization host. */
export const startMachines: OfHost = ofHost('Running')

/** Shuts down the desktops of a virtual desktop collection. */
export const shutDownDesktops: OfCollection = ofCollection('Off')

/** Starts the desktops of a virtual desktop collection. */
export const startDesktops: OfCollection = ofCollection('Running')

// A desktop is a machine of Hyper-V, so that the state of one is the state of the other.
type State = 'Off' | 'Running'

function ofHost(state: State): OfHost {
  return {
    parameters: { host: { kind: 'server' } },
    apply: (inventory, { host }) => {
      const isHost = denotes(inventory, host)
      const switched = changeMachines(inventory, host, (machine) => inState(machine, state))
      return changeDesktops(switched, (desktop) => {
        if (desktop.host === undefined) return withoutOtherState(desktop, state)
        return isHost(desktop.host) ? inState(desktop, state) : desktop
      })
    },
    violations: () => [],
  }
}

function ofCollection(state: State): OfCollection {
  return {
    parameters: { collection: { kind: 'desktopCollection' } },
    apply: (inventory, { collection }) => {
      const switched = changeDesktops(inventory, (desktop, { name }) =>
        sameName(name, collection) ? inState(desktop, state) : desktop,
      )
      const { hosts, isWhole } = machinesOf(inventory, collection)
      const started = hosts.reduce(
        (now, { host, names }) =>
          changeMachines(now, host, (machine) => (names.has(fold(machine)) ? inState(machine, state) : machine)),
        switched,
      )
      return isWhole ? started : withoutOtherStates(started, state)
    },
    violations: () => [],
  }
}

function inState<T extends { readonly state?: string }>(machine: T, state: State): T {
  return machine.state === state ? machine : { ...machine, state }
}

interface Machines {
  /** Names of the collection's machines in lower case, by host. */
  readonly hosts: readonly { readonly host: string; readonly names: ReadonlySet<string> }[]
  /** Whether every desktop of the collection and its host is told. */
  readonly isWhole: boolean
}

function machinesOf(inventory: Inventory, collection: string): Machines {
  const desktops = desktopsOf(inventory, collection)
  const byHost = new Map<string, Set<string>>()
  for (const desktop of desktops ?? []) {
    if (desktop.host !== undefined) byHost.set(desktop.host, (byHost.get(desktop.host) ?? new Set()).add(fold(desktop)))
  }
  const isWhole = desktops !== undefined && !restOf(desktops) && desktops.every(({ host }) => host !== undefined)
  return { hosts: [...byHost].map(([host, names]) => ({ host, names })), isWhole }
}

/** Of machines that may be desktops which nobody told, no other state is known any more. */
function withoutOtherStates(inventory: Inventory, state: State): Inventory {
  const hosts = (inventory.servers ?? []).filter(
    ({ virtualizationHost }) => virtualizationHost?.virtualMachines?.length,
  )
  return hosts.reduce(
    (now, { name }) => changeMachines(now, name, (machine) => withoutOtherState(machine, state)),
    inventory,
  )
}

/** One that may be in a state by now, or in that in which it was. */
function withoutOtherState<T extends { readonly state?: string }>(one: T, state: State): T | Omit<T, 'state'> {
  if (one.state === state || one.state === undefined) return one
  const { state: _, ...rest } = one
  return rest
}

function fold({ name }: { readonly name: string }): string {
  return name.toLowerCase()
}

import type { Inventory } from '../../inventory/inventory.ts'
import type { Definition } from '../definition.ts'
import { changeDesktops } from '../state/deployment.ts'
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
      return changeDesktops(switched, (desktop) =>
        desktop.host !== undefined && isHost(desktop.host) ? inState(desktop, state) : desktop,
      )
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
      return machinesByHost(inventory, collection).reduce(
        (now, { host, names }) =>
          changeMachines(now, host, (machine) =>
            names.has(machine.name.toLowerCase()) ? inState(machine, state) : machine,
          ),
        switched,
      )
    },
    violations: () => [],
  }
}

function inState<T extends { readonly state?: string }>(machine: T, state: State): T {
  return machine.state === state ? machine : { ...machine, state }
}

interface MachinesOfHost {
  readonly host: string
  /** In lower case. */
  readonly names: ReadonlySet<string>
}

function machinesByHost({ deployment }: Inventory, collection: string): readonly MachinesOfHost[] {
  const byHost = new Map<string, Set<string>>()
  const found = deployment?.virtualDesktopCollections?.find(({ name }) => sameName(name, collection))
  for (const { name, host } of found?.virtualDesktops ?? []) {
    if (host !== undefined) byHost.set(host, (byHost.get(host) ?? new Set()).add(name.toLowerCase()))
  }
  return [...byHost].map(([host, names]) => ({ host, names }))
}

import { virtualMachineVersions } from '../../generated/tables.ts'
import type { VirtualMachine } from '../../src/inventory/inventory.ts'
import type { Machine, World } from './world.ts'

/** A virtual desktop of a collection, and the host that it is on. */
export interface Desktop {
  readonly collection: string
  readonly name: string
  readonly host: Machine
  readonly state: string
}

/** The virtual machines of a host: the desktops of collections that are on it, and others. */
export function virtualMachinesOf(world: World, host: Machine): readonly VirtualMachine[] {
  const { random, isAmiss, desktops } = world
  const others = Array.from({ length: random.below(3) }, (_, number) => ({
    name: `${host.name.slice(0, 4)}-VM${number}`,
    state: random.pick(isAmiss() ? ['Running', 'Paused'] : ['Off', 'Saved', 'Running']),
  }))
  const own = desktops.flatMap(({ name, host: { name: on }, state }) =>
    on === host.name ? [{ name, state: asHyperV[state] ?? 'Running' }] : [],
  )
  return [...own, ...others].map((machine) => ({
    ...machine,
    configurationVersion: versionOf(world, host),
    remoteFxAdapter: isAmiss(),
  }))
}

// Hyper-V and the broker have words of their own for one state.
const asHyperV: Readonly<Record<string, string>> = { RUNNING: 'Running', STOPPED: 'Off', SAVED: 'Saved' }

function versionOf({ random, isAmiss }: World, { release }: Machine): string {
  const own = virtualMachineVersions.filter((row) => row.release === release)
  const { oldest, newest } = random.pick(isAmiss() || own.length === 0 ? virtualMachineVersions : own)
  return random.pick([newest, newest, oldest])
}

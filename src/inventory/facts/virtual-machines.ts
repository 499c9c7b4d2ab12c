import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { VirtualDesktop, VirtualMachine } from '../inventory.ts'
import { desktopsOn } from './desktops.ts'
import type { Fact } from './fact.ts'
import { serverOf } from './servers.ts'

/** What is asked of each machine. */
interface Question {
  readonly holds: (machine: VirtualMachine, host: string) => Truth
  /** How a machine of which it holds is told; by its name where absent. */
  readonly text?: (machine: VirtualMachine) => string
  /** Of a desktop that the machines of its host lack; nothing is known of it where absent. */
  readonly holdsOfDesktop?: (desktop: VirtualDesktop) => Truth
}

/**
 * The virtual machines on the named hosts of which a question is true, each as text, in order. Incomplete where the question
 * cannot be told of a machine, the machines of a host are not told, or they lack a desktop that sits there.
 */
export function machinesThat(
  estate: Estate,
  hosts: readonly string[],
  { holds, text = ({ name }) => name, holdsOfDesktop }: Question,
): readonly string[] {
  const missing: MissingFact[] = [...(restOf(hosts) ?? [])]
  const found: string[] = []
  for (const host of hosts) {
    const { told, rest, gap } = machinesOn(estate, host)
    missing.push(...rest)
    const note = (machine: VirtualMachine, answer: Truth) => {
      if (answer === true) found.push(text(machine))
      else if (answer instanceof Unknown) missing.push(...answer.facts)
    }
    for (const machine of told) note(machine, holds(machine, host))
    for (const desktop of desktopsBeyond(estate, host, told)) {
      const { name } = desktop
      note(
        { name },
        holdsOfDesktop?.(desktop) ?? new Unknown(gap ? [{ ...gap, name: `virtual machine ${name}` }] : rest),
      )
    }
  }
  return incomplete(found.sort(), missing)
}

/**
 * Names of the virtual machines on the named hosts that run: their state is neither off nor saved. A desktop that the machines
 * of its host lack runs by its own state.
 */
export function runningMachines(estate: Estate, hosts: readonly string[]): readonly string[] {
  return machinesThat(estate, hosts, { holds: isRunning, holdsOfDesktop: isRunning })
}

/** Names of the virtual machines on the named hosts that have a RemoteFX adapter. */
export function remoteFxMachines(estate: Estate, hosts: readonly string[]): readonly string[] {
  return machinesThat(estate, hosts, {
    holds: (machine) => machine.remoteFxAdapter ?? unknown(machine, 'remoteFxAdapter'),
  })
}

interface Machines {
  readonly told: readonly VirtualMachine[]
  readonly rest: readonly MissingFact[]
  /** Where a machine that is missing would stand, if the machines are known. */
  readonly gap?: MissingFact
}

/** The virtual machines of a host, and what would tell of others; a host without the role's section is known to have none. */
function machinesOn(estate: Estate, name: string): Machines {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return { told: [], rest: server.facts }
  const { virtualizationHost: host } = server
  if (host === null) return { told: [], rest: [], gap: { holder: server, key: 'virtualizationHost' } }
  if (host === undefined) return { told: [], rest: [{ holder: server, key: 'virtualizationHost' }] }
  const { virtualMachines } = host
  if (virtualMachines === undefined) return { told: [], rest: [{ holder: host, key: 'virtualMachines' }] }
  const rest = restOf(virtualMachines)
  return rest
    ? { told: virtualMachines, rest }
    : { told: virtualMachines, rest: [], gap: { holder: host, key: 'virtualMachines' } }
}

/** Desktops of collections that sit on a host and bear the name of none of its machines. */
function desktopsBeyond(estate: Estate, host: string, machines: readonly VirtualMachine[]): readonly VirtualDesktop[] {
  const desktops = desktopsOn(estate, host)
  if (desktops.length === 0) return desktops
  const names = new Set(machines.map(({ name }) => name.toLowerCase()))
  return desktops.filter(({ name }) => !names.has(name.toLowerCase()))
}

// Hyper-V writes Off and Saved; the words of virtual desktops are taken too (docs/decisions/readings.md).
const still: readonly string[] = ['off', 'stopped', 'saved']

function isRunning(machine: VirtualMachine | VirtualDesktop): Truth {
  return machine.state === undefined ? unknown(machine, 'state') : !still.includes(machine.state.toLowerCase())
}

export const virtualMachineFacts: readonly Fact[] = [
  {
    name: 'runningMachines',
    takes: ['list(string)'],
    gives: 'list(string)',
    says: 'Names of the virtual machines on the named hosts that run: neither off nor saved.',
    of: runningMachines,
  },
  {
    name: 'remoteFxMachines',
    takes: ['list(string)'],
    gives: 'list(string)',
    says: 'Names of the virtual machines on the named hosts that have a RemoteFX adapter.',
    of: remoteFxMachines,
  },
]

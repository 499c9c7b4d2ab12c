import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { VirtualMachine } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { serverOf } from './servers.ts'

/**
 * The virtual machines on the named hosts of which a question is true, each as text, in order. Incomplete where the question
 * cannot be told of a machine, or the machines of a host are not told.
 */
export function machinesThat(
  estate: Estate,
  hosts: readonly string[],
  holds: (machine: VirtualMachine, host: string) => Truth,
  text: (machine: VirtualMachine) => string = ({ name }) => name,
): readonly string[] {
  const missing: MissingFact[] = [...(restOf(hosts) ?? [])]
  const found: string[] = []
  for (const host of hosts) {
    const { told, rest } = machinesOn(estate, host)
    missing.push(...rest)
    for (const machine of told) {
      const answer = holds(machine, host)
      if (answer === true) found.push(text(machine))
      else if (answer instanceof Unknown) missing.push(...answer.facts)
    }
  }
  return incomplete(found.sort(), missing)
}

/** Names of the virtual machines on the named hosts that run: their state is neither off nor saved. */
export function runningMachines(estate: Estate, hosts: readonly string[]): readonly string[] {
  return machinesThat(estate, hosts, isRunning)
}

/** Names of the virtual machines on the named hosts that have a RemoteFX adapter. */
export function remoteFxMachines(estate: Estate, hosts: readonly string[]): readonly string[] {
  return machinesThat(estate, hosts, (machine) => machine.remoteFxAdapter ?? unknown(machine, 'remoteFxAdapter'))
}

interface Machines {
  readonly told: readonly VirtualMachine[]
  readonly rest: readonly MissingFact[]
}

/** The virtual machines of a host, and what would tell of others; a host without the role's section is known to have none. */
function machinesOn(estate: Estate, name: string): Machines {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return { told: [], rest: server.facts }
  const { virtualizationHost: host } = server
  if (host === null) return { told: [], rest: [] }
  if (host === undefined) return { told: [], rest: [{ holder: server, key: 'virtualizationHost' }] }
  const { virtualMachines } = host
  if (virtualMachines === undefined) return { told: [], rest: [{ holder: host, key: 'virtualMachines' }] }
  return { told: virtualMachines, rest: restOf(virtualMachines) ?? [] }
}

// Hyper-V writes Off and Saved; the words of virtual desktops are taken too (docs/decisions/readings.md).
const still: readonly string[] = ['off', 'stopped', 'saved']

function isRunning(machine: VirtualMachine): Truth {
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

import type { Value } from '../clixml/value.ts'
import { field, filledText, flag } from '../read/fields.ts'
import { rows } from '../read/rows.ts'
import { are } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The domain of a server, and whether it is a virtual machine. */
export const computerSystem: Source = {
  name: 'Win32_ComputerSystem',
  about: 'server',
  types: ['Win32_ComputerSystem'],
  properties: ['PartOfDomain', 'Domain'],
  neverEmpty: 'every machine is a computer system',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      rows(part, 'Domain', (row) => are(path, { domain: domain(row), virtualMachine: virtualMachine(row) })),
    ),
}

function domain(row: Value): string | null | undefined {
  const joined = flag(field(row, 'PartOfDomain'))
  if (joined === undefined) return undefined
  return joined ? filledText(field(row, 'Domain')) : null
}

// Model as the hypervisors that Windows Server runs on write it; HypervisorPresent is also true on a Hyper-V host itself.
const virtualModels = /virtual|vmware|kvm|hvm domu|bochs|google compute engine|amazon ec2|parallels|openstack/i

function virtualMachine(row: Value): boolean | undefined {
  const told = flag(field(row, 'VirtualMachine'))
  if (told !== undefined) return told
  const model = filledText(field(row, 'Model'))
  if (model !== undefined && virtualModels.test(model)) return true
  const hypervisor = flag(field(row, 'HypervisorPresent'))
  if (hypervisor === false) return false
  return undefined
}

import { field, filledText, word } from '../read/fields.ts'
import { named, onlyRow, rows } from '../read/rows.ts'
import { are, is, whole } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** How a virtualization host authenticates live migrations. */
export const virtualizationHost: Source = {
  name: 'Get-VMHost',
  about: 'server',
  types: ['Microsoft.HyperV.PowerShell.VMHost'],
  properties: ['VirtualMachineMigrationAuthenticationType'],
  neverEmpty: 'a virtualization host always answers for itself',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'VirtualMachineMigrationAuthenticationType', (row) => [
        ...is([...path, 'virtualizationHost'], {}),
        ...is(
          [...path, 'virtualizationHost', 'liveMigrationAuthentication'],
          word(field(row, 'VirtualMachineMigrationAuthenticationType'), ['Kerberos', 'CredSSP'], {
            0: 'CredSSP',
            1: 'Kerberos',
          }),
        ),
      ]),
    ),
}

/** The virtual machines of a host. */
export const virtualMachines: Source = {
  name: 'Get-VM',
  about: 'server',
  types: ['Microsoft.HyperV.PowerShell.VirtualMachine'],
  properties: [],
  read: (answer) =>
    ofServers(answer, (part, path) => [
      ...rows(part, 'Name', (row) =>
        named(part, row, 'Name', (name) =>
          are([...path, 'virtualizationHost', { list: 'virtualMachines', name }], {
            name,
            state: filledText(field(row, 'State')),
            configurationVersion: filledText(field(row, 'Version')),
          }),
        ),
      ),
      ...whole([...path, 'virtualizationHost'], 'virtualMachines'),
    ]),
}

/** The RemoteFX adapters of a host's virtual machines; a machine that the script's answer does not name has none. */
export const remoteFxAdapters: Source = {
  name: 'Get-VMRemoteFx3dVideoAdapter',
  about: 'server',
  types: ['Microsoft.HyperV.PowerShell.VMRemoteFx3DVideoAdapter'],
  properties: [],
  read: (answer) =>
    ofServers(answer, (part, path) => {
      const host = [...path, 'virtualizationHost'] as const
      return [
        ...rows(part, 'VMName', (row) =>
          named(part, row, 'VMName', (name) =>
            is([...host, { list: 'virtualMachines', name }, 'remoteFxAdapter'], true),
          ),
        ),
        ...(part.isLoose
          ? []
          : ([
              { kind: 'others', path: host, list: 'virtualMachines', property: 'remoteFxAdapter', value: false },
            ] as const)),
      ]
    }),
}

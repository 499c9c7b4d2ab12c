import type { Arguments } from '../operation.ts'
import type { StepWords, Wording } from './wording.ts'

type Operations =
  | 'shutDownMachines'
  | 'startMachines'
  | 'shutDownDesktops'
  | 'startDesktops'
  | 'addVirtualizationHost'
  | 'removeVirtualizationHost'
  | 'moveDesktops'

/** Words of the operations on virtualization hosts and desktops. */
export const virtualDesktopWords: { readonly [Name in Operations]: StepWords<Arguments[Name]> } = {
  shutDownMachines: {
    title: ({ host }, { short }) => `Shut down the virtual machines of ${short(host)}`,
    subjects: ({ host }) => [host],
    commands: ({ host }, { arg }) => [
      `Get-VM -ComputerName ${arg(host, 'host')} | Where-Object -Property State -NE -Value Off | Stop-VM`,
    ],
    verify: ({ host }, wording) => [machines(host, wording)],
    rules: ['virtual-machine-running'],
    interrupts: true,
  },
  startMachines: {
    title: ({ host }, { short }) => `Start the virtual machines of ${short(host)}`,
    subjects: ({ host }) => [host],
    commands: ({ host }, { arg }) => [`Get-VM -ComputerName ${arg(host, 'host')} | Start-VM`],
    verify: ({ host }, wording) => [machines(host, wording)],
    rules: ['virtual-machine-running'],
  },
  shutDownDesktops: {
    title: ({ collection }) => `Shut down the desktops of ${collection}`,
    subjects: ({ collection }) => [collection],
    commands: ({ collection }, wording) => [
      `${desktops(collection, wording)} | ForEach-Object { Stop-VM -ComputerName $_.HostName -Name $_.VirtualDesktopName }`,
    ],
    verify: ({ collection }, wording) => [desktops(collection, wording)],
    rules: ['virtual-machine-running', 'profile-disk-location-not-updated'],
    interrupts: true,
  },
  startDesktops: {
    title: ({ collection }) => `Start the desktops of ${collection}`,
    subjects: ({ collection }) => [collection],
    commands: ({ collection }, wording) => [
      `${desktops(collection, wording)} | ForEach-Object { Start-VM -ComputerName $_.HostName -Name $_.VirtualDesktopName }`,
    ],
    verify: ({ collection }, wording) => [desktops(collection, wording)],
    rules: ['virtual-machine-running', 'profile-disk-location-not-updated'],
  },
  addVirtualizationHost: {
    title: ({ host }, { short }) => `Add virtualization host ${short(host)} to the deployment`,
    subjects: ({ host }) => [host],
    commands: ({ host }, { arg, broker }) => [
      `Add-RDServer -Server ${arg(host, 'new host')} -Role RDS-VIRTUALIZATION ${broker}`,
    ],
    verify: (_, wording) => [hosts(wording)],
    rules: ['virtualization-host-newer-than-broker', 'virtual-desktop-on-retiring-host'],
  },
  moveDesktops: {
    title: ({ collection, from, to }, { short }) =>
      `Move the desktops of ${collection} from ${short(from)} to ${short(to)}`,
    subjects: ({ collection, from, to }) => [collection, from, to],
    commands: ({ collection, from, to }, wording) => {
      const { arg, broker } = wording
      const source = arg(from, 'host')
      return [
        `${desktops(collection, wording)} | Where-Object -Property HostName -EQ -Value ${source} | ForEach-Object { Move-RDVirtualDesktop -SourceHost ${source} -DestinationHost ${arg(to, 'new host')} -Name $_.VirtualDesktopName ${broker} }`,
      ]
    },
    verify: ({ collection }, wording) => [desktops(collection, wording)],
    rules: ['virtual-desktop-on-retiring-host'],
  },
  removeVirtualizationHost: {
    title: ({ host }, { short }) => `Remove virtualization host ${short(host)} from the deployment`,
    subjects: ({ host }) => [host],
    commands: ({ host }, { arg, broker }) => [
      `Remove-RDServer -Server ${arg(host, 'host')} -Role RDS-VIRTUALIZATION ${broker} -Force`,
    ],
    verify: (_, wording) => [hosts(wording)],
    rules: ['virtual-desktop-on-retiring-host'],
  },
}

function machines(host: string, { arg }: Wording): string {
  return `Get-VM -ComputerName ${arg(host, 'host')} | Select-Object -Property ComputerName, Name, State`
}

function desktops(collection: string, { arg, broker }: Wording): string {
  return `Get-RDVirtualDesktop -CollectionName ${arg(collection, 'collection')} ${broker}`
}

function hosts({ broker }: Wording): string {
  return `Get-RDServer -Role RDS-VIRTUALIZATION ${broker}`
}

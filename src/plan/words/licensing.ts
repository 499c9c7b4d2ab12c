import { licensingMode, listedLicenseServers } from '../../inventory/facts/licensing.ts'
import { windowsName } from '../../inventory/facts/releases.ts'
import { sameServer } from '../../inventory/facts/servers.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Arguments } from '../operation.ts'
import { withItem, withoutItems } from '../state/lists.ts'
import type { StepWords, Wording } from './wording.ts'

type Operations = 'addLicenseServer' | 'removeLicenseServer' | 'moveLicenses' | 'removeLicenses' | 'installLicenses'

// Windows has no cmdlet that moves or installs licences: RD Licensing Manager does.
const manager = 'licmgr.exe'

/** Words of the operations on licence servers. */
export const licensingWords: { readonly [Name in Operations]: StepWords<Arguments[Name]> } = {
  moveLicenses: {
    title: ({ from, to }, { short }) => `Migrate the licences of ${short(from)} to ${short(to)}`,
    subjects: ({ from, to }) => [from, to],
    commands: () => [manager],
    verify: ({ to }, wording) => [packs(to, wording)],
    rules: ['license-server-older-than-host', 'license-cals-on-both-servers'],
  },
  installLicenses: {
    title: ({ server }, { short, estate }) =>
      `Install licences for ${windowsName(estate.target)} on ${short(server)}, where that has none`,
    subjects: ({ server }) => [server],
    commands: () => [manager],
    verify: ({ server }, wording) => [packs(server, wording)],
    rules: ['license-cal-older-than-host'],
  },
  addLicenseServer: {
    title: ({ server }, { short }) => `List ${short(server)} as a licence server of the deployment`,
    subjects: ({ server }) => [server],
    commands: ({ server }, wording) => [
      `Add-RDServer -Server ${wording.arg(server, 'new licence server')} -Role RDS-LICENSING ${wording.broker}`,
      configured(withItem(listedLicenseServers(wording.estate), server), wording),
    ],
    verify: (_, { broker }) => [`Get-RDLicenseConfiguration ${broker}`],
    rules: ['license-destination-not-listed', 'license-server-not-activated'],
  },
  removeLicenses: {
    title: ({ server }, { short }) => `Remove the licences from ${short(server)}`,
    subjects: ({ server }) => [server],
    commands: ({ server }, { arg }) => [
      `Invoke-CimMethod -ClassName Win32_TSLicenseKeyPack -MethodName UninstallLicenseKeyPackWithId -ComputerName ${arg(server, 'licence server')} -Arguments @{ KeyPackId = <key pack id> }`,
    ],
    verify: ({ server }, wording) => [packs(server, wording)],
    rules: ['license-cals-on-both-servers'],
  },
  removeLicenseServer: {
    title: ({ server }, { short }) => `Take licence server ${short(server)} out of the deployment`,
    subjects: ({ server }) => [server],
    commands: ({ server }, wording) => {
      const { estate } = wording
      const staying = withoutItems(listedLicenseServers(estate), (one) => sameServer(estate, one, server) === true)
      return [
        configured(staying, wording),
        `Remove-RDServer -Server ${wording.arg(server, 'licence server')} -Role RDS-LICENSING ${wording.broker} -Force`,
      ]
    },
    verify: (_, { broker }) => [`Get-RDLicenseConfiguration ${broker}`, `Get-RDServer -Role RDS-LICENSING ${broker}`],
    rules: ['license-source-still-listed'],
  },
}

function packs(server: string, { arg }: Wording): string {
  return `Get-CimInstance -ClassName Win32_TSLicenseKeyPack -ComputerName ${arg(server, 'licence server')} | Select-Object -Property KeyPackId, ProductVersion, TypeAndModel, TotalLicenses`
}

function configured(servers: readonly string[], { arg, broker, estate }: Wording): string {
  const mode = licensingMode(estate)
  const word = mode === null || mode instanceof Unknown || mode === 'NotConfigured' ? '<PerUser or PerDevice>' : mode
  return `Set-RDLicenseConfiguration -Mode ${word} -LicenseServer ${arg(servers, 'licence servers')} ${broker} -Force`
}

import { roles } from '../../../generated/tables.ts'
import { rdsRoles } from '../../inventory/facts/roles.ts'
import { serverOf } from '../../inventory/facts/servers.ts'
import { listed } from '../../model/listed.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Arguments } from '../operation.ts'
import { movable } from '../operations/replace-server.ts'
import type { StepWords, Wording } from './wording.ts'

/** Words of the operations on Web Access, gateways, servers that stand alone, and certificates. */
export const roleServerWords: {
  readonly [Name in 'replaceServer' | 'setCertificate']: StepWords<Arguments[Name]>
} = {
  replaceServer: {
    title: ({ server, by }, wording) =>
      `Migrate ${namesOf(server, wording)}from ${wording.short(server)} to ${wording.short(by)}, by ${guidesOf(server, wording)}`,
    subjects: ({ server, by }) => [server, by],
    commands: ({ server, by }, wording) => replacing(server, by, wording),
    verify: ({ by }, { arg, broker, estate }) =>
      estate.inventory.deployment === null
        ? [`Get-WindowsFeature -Name RDS-* -ComputerName ${arg(by, 'new server')} | Where-Object -Property Installed`]
        : [`Get-RDServer ${broker} | Where-Object -Property Server -EQ -Value ${arg(by, 'new server')}`],
    rules: ['standalone-role-server', 'web-access-customized', 'gateway-policy-uses-local-group'],
    interrupts: true,
  },
  setCertificate: {
    title: ({ role }) => `Set the certificate of ${role}`,
    subjects: ({ role }) => [role],
    commands: ({ role }, { broker }) => [
      `Set-RDCertificate -Role ${role} -ImportPath <path of the PFX file> -Password (Read-Host -AsSecureString) ${broker} -Force`,
    ],
    verify: ({ role }, { broker }) => [`Get-RDCertificate -Role ${role} ${broker}`],
    rules: ['certificate-not-configured'],
  },
}

type Row = (typeof roles)[number]

/** The roles that move: Web Access and Gateway of a server in the deployment, all of one that stands alone. */
function moving(name: string, { estate }: Wording): readonly Row[] {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return []
  const held = rdsRoles(estate, server)
  const isDeployed = (server.roles ?? []).length > 0
  return roles.filter(({ role }) => held.includes(role) && (!isDeployed || movable.includes(role)))
}

function namesOf(server: string, wording: Wording): string {
  const names = moving(server, wording).map(({ name }) => name)
  return names.length === 0 ? '' : `${listed(names)} `
}

function guidesOf(server: string, wording: Wording): string {
  const guides = moving(server, wording).flatMap(({ guide }) => (guide ? [`“${guide.title}”`] : []))
  return guides.length === 0 ? 'the guide of its role' : listed(guides)
}

function replacing(server: string, by: string, wording: Wording): readonly string[] {
  const { arg, broker, estate } = wording
  const [old, successor] = [arg(server, 'server'), arg(by, 'new server')]
  const rows = moving(server, wording)
  const found = serverOf(estate, server)
  const isDeployed = !(found instanceof Unknown) && (found.roles ?? []).length > 0
  if (!isDeployed)
    return rows.map(
      ({ feature }) => `Install-WindowsFeature -Name ${feature} -IncludeManagementTools -ComputerName ${successor}`,
    )
  const fqdn = arg(estate.inventory.deployment?.gateway?.externalFqdn, 'external name')
  return [
    ...rows.map(
      ({ role }) =>
        `Add-RDServer -Server ${successor} -Role ${role} ${broker}${role === 'RDS-GATEWAY' ? ` -GatewayExternalFqdn ${fqdn}` : ''}`,
    ),
    ...rows.map(({ role }) => `Remove-RDServer -Server ${old} -Role ${role} ${broker} -Force`),
  ]
}

import { holdsRole } from '../../inventory/facts/roles.ts'
import type { CertificateRole, Role } from '../../inventory/inventory.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'

/** Certificate roles, and the role of a server without which nobody uses them. */
const roles: readonly (readonly [CertificateRole, Role | undefined])[] = [
  ['RDRedirector', undefined],
  ['RDPublishing', undefined],
  ['RDWebAccess', 'RDS-WEB-ACCESS'],
  ['RDGateway', 'RDS-GATEWAY'],
]

/** The stage of the certificates: with new servers every role that is used, else those that the plan changes. */
export function certificateStage(scene: Scene): readonly Draft[] {
  const { estate } = scene
  if (!estate.inventory.deployment) return []
  // A role shows its certificate of before also where a server that came since has none.
  const follows = [...scene.replaced.values(), ...scene.joined]
  return roles.flatMap(([role, server]) => {
    const planned = estate.inventory.migration?.certificates?.find((choice) => choice.role === role)?.thumbprint
    const isUsed =
      estate.method === 'migrate' &&
      (server === undefined || estate.servers.some((one) => holdsRole(one, server) === true))
    if (planned === undefined && !isUsed) return []
    const thumbprint = planned ?? today(scene, role)
    return [
      {
        category: 'certificates',
        operation: { setCertificate: thumbprint === undefined ? { role } : { role, thumbprint } },
        follows,
      },
    ]
  })
}

/** The certificate that a role has: what the article's last step exports and imports. */
function today({ estate }: Scene, role: CertificateRole): string | undefined {
  const found = estate.inventory.deployment?.certificates?.find((entry) => entry.role === role)
  return found?.level === 'NotConfigured' ? undefined : found?.thumbprint
}

import { firstOf } from '../../model/listed.ts'
import { not } from '../../model/logic.ts'
import type { Definition } from '../definition.ts'
import { notNewerThanBrokers } from '../preconditions/brokers.ts'
import { isAny } from '../preconditions/collections.ts'
import { desktopsOn } from '../preconditions/desktops.ts'
import { judge } from '../preconditions/precondition.ts'
import { isDeployedAs, isVirtualizationHost } from '../preconditions/roles.ts'
import { withoutRole, withRole } from '../state/servers.ts'

type OfHost = Definition<{ readonly host: string }>

/** Adds a virtualization host to the deployment. */
export const addVirtualizationHost: OfHost = {
  parameters: { host: { kind: 'server' } },
  apply: (inventory, { host }) => withRole(inventory, host, 'RDS-VIRTUALIZATION'),
  violations: (estate, { host }) =>
    judge(
      {
        holds: not(isDeployedAs(estate, host, 'RDS-VIRTUALIZATION')),
        violated: () => `${host} is a virtualization host of the deployment already.`,
        question: `whether ${host} is a virtualization host of the deployment already`,
      },
      notNewerThanBrokers(estate, host, 'virtualization-host-newer-than-broker'),
    ),
}

/** Takes a virtualization host out of the deployment. */
export const removeVirtualizationHost: OfHost = {
  parameters: { host: { kind: 'server' } },
  apply: (inventory, { host }) => withoutRole(inventory, host, 'RDS-VIRTUALIZATION'),
  violations: (estate, { host }) => {
    const left = desktopsOn(estate, host)
    return judge(isVirtualizationHost(estate, host), {
      holds: not(isAny(left)),
      rule: 'virtual-desktop-on-retiring-host',
      violated: () => `Desktops of collections are still on ${host}: ${firstOf(left)}; move them first.`,
      question: `whether desktops of collections are still on ${host}`,
    })
  },
}

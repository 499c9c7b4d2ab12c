import type { Estate } from '../../inventory/estate.ts'
import { isActivated, isListed, licensingMode, listedLicenseServers } from '../../inventory/facts/licensing.ts'
import { sameServer } from '../../inventory/facts/servers.ts'
import type { Inventory, Licensing } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { not, or, some, type Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import { holdsNoLicence } from '../preconditions/licences.ts'
import { judge, type Precondition } from '../preconditions/precondition.ts'
import { isDeployedAs } from '../preconditions/roles.ts'
import { changeDeployment } from '../state/deployment.ts'
import { withItem, withoutItems } from '../state/lists.ts'
import { denotes, spelled } from '../state/names.ts'
import { withoutRole, withRole } from '../state/servers.ts'

type OfServer = Definition<{ readonly server: string }>

/** Lists a licence server in the deployment. */
export const addLicenseServer: OfServer = {
  parameters: { server: { kind: 'server' } },
  apply: (inventory, { server }) => {
    const isThere = denotes(inventory, server)
    const listed = changeLicensing(inventory, (licensing) =>
      licensing?.servers?.some(isThere)
        ? licensing
        : { ...none(licensing), servers: withItem(serversOf(licensing), spelled(inventory, server)) },
    )
    return withRole(listed, server, 'RDS-LICENSING')
  },
  violations: (estate, { server }) =>
    judge(
      {
        holds: not(isListed(estate, server)),
        violated: () => `The deployment lists ${server} as a licence server already.`,
        question: `whether the deployment lists ${server} as a licence server already`,
      },
      {
        holds: isActivated(estate, server),
        rule: 'license-server-not-activated',
        violated: () => `${server} is not activated as a licence server; activate it first.`,
        question: `whether ${server} is activated as a licence server`,
      },
    ),
}

/** Takes a licence server off the deployment's list, and out of the deployment. */
export const removeLicenseServer: OfServer = {
  parameters: { server: { kind: 'server' } },
  apply: (inventory, { server }) => {
    const goes = denotes(inventory, server)
    const left = changeLicensing(inventory, (licensing) => {
      const servers = licensing?.servers && withoutItems(licensing.servers, goes)
      return servers === licensing?.servers || !servers ? licensing : { ...licensing, servers }
    })
    return withoutRole(left, server, 'RDS-LICENSING')
  },
  violations: (estate, { server }) =>
    judge(
      {
        holds: or(isListed(estate, server), isDeployedAs(estate, server, 'RDS-LICENSING')),
        violated: () => `${server} is no licence server of the deployment.`,
        question: `whether ${server} is a licence server of the deployment`,
      },
      holdsNone(estate, server),
      {
        holds: or(isWithoutMode(estate), another(estate, server)),
        rule: 'license-server-missing',
        violated: () => `Without ${server} the deployment lists no licence server.`,
        question: `whether the deployment lists another licence server than ${server}`,
      },
    ),
}

function holdsNone(estate: Estate, name: string): Precondition {
  return {
    holds: holdsNoLicence(estate, name),
    rule: 'license-cals-on-both-servers',
    violated: () => `${name} still holds licences; remove them first, once they are on another licence server.`,
    question: `whether ${name} still holds licences`,
  }
}

function another(estate: Estate, server: string): Truth {
  const servers = listedLicenseServers(estate)
  const rest = restOf(servers)
  return some([...servers.map((one) => not(sameServer(estate, one, server))), ...(rest ? [new Unknown(rest)] : [])])
}

// The rule asks for a licence server where a mode is set.
function isWithoutMode(estate: Estate): Truth {
  const mode = licensingMode(estate)
  return mode instanceof Unknown ? mode : mode === null || mode === 'NotConfigured'
}

/** An inventory with the licensing of its deployment changed: null where it has none, undefined where that is not told. */
function changeLicensing(
  inventory: Inventory,
  change: (licensing: Licensing | null | undefined) => Licensing | null | undefined,
): Inventory {
  return changeDeployment(inventory, (deployment) => {
    const licensing = change(deployment.licensing)
    return licensing === deployment.licensing || licensing === undefined ? deployment : { ...deployment, licensing }
  })
}

function none(licensing: Licensing | null | undefined): Licensing {
  return licensing === null ? { mode: 'NotConfigured' } : { ...licensing }
}

function serversOf(licensing: Licensing | null | undefined): readonly string[] | undefined {
  return licensing === null ? [] : licensing?.servers
}

import { indexNames } from '../inventory/names.ts'
import type { Json } from './statement.ts'
import type { Origin, Tree } from './tree.ts'

/** The section of a server that belongs to a role, with the feature that installs it. */
const sections = [
  { section: 'licenseServer', role: 'RDS-LICENSING', feature: 'rds-licensing' },
  { section: 'gateway', role: 'RDS-GATEWAY', feature: 'rds-gateway' },
  { section: 'webAccess', role: 'RDS-WEB-ACCESS', feature: 'rds-web-access' },
  { section: 'virtualizationHost', role: 'RDS-VIRTUALIZATION', feature: 'rds-virtualization' },
] as const

/** Gives servers that are outside of the deployment no roles, and takes away sections of roles that a server does not have. */
export function settleRoles(tree: Tree): void {
  const servers = tree.lists.get('servers')
  if (!servers) return
  const outside = originOfOutside(tree)
  const isListed = listedLicenseServers(tree)
  for (const { name, tree: server } of servers.entries.values()) {
    if (outside && !server.children.has('roles'))
      server.children.set('roles', {
        children: new Map(),
        lists: new Map(),
        origin: outside,
        leaf: { value: [], origin: outside },
      })
    for (const { section, role, feature } of sections) {
      const held = isHeld(server, role, feature, section === 'licenseServer' && isListed(name))
      // Where nobody knows whether a role is there, what its own classes told stands; but every machine has a registry.
      if (held === false || (held === undefined && section === 'webAccess')) server.children.delete(section)
    }
  }
}

/** What told that a server without roles is not in the deployment: the whole list of servers, or that there is no deployment. */
function originOfOutside(tree: Tree): Origin | undefined {
  const [source] = tree.lists.get('servers')?.wholeBy ?? []
  if (source !== undefined) return { source }
  const deployment = tree.children.get('deployment')
  return deployment?.leaf?.value === null ? deployment.leaf.origin : undefined
}

function isHeld(server: Tree, role: string, feature: string, isListed: boolean | undefined): boolean | undefined {
  const held = holds(valueAt(server, 'roles'), role)
  const installed = holds(valueAt(server, 'installedFeatures'), feature)
  const answers = [held, installed, isListed]
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function holds(list: Json | undefined, word: string): boolean | undefined {
  if (!Array.isArray(list)) return undefined
  return list.some((one) => String(one).toLowerCase() === word.toLowerCase())
}

function listedLicenseServers(tree: Tree): (name: string) => boolean | undefined {
  const deployment = tree.children.get('deployment')
  if (deployment?.leaf?.value === null) return () => false
  const licensing = deployment?.children.get('licensing')
  const listed = licensing && valueAt(licensing, 'servers')
  if (!Array.isArray(listed)) return () => undefined
  const index = indexNames(listed.map(String))
  return (name) => index.find(name).length > 0
}

function valueAt(part: Tree, property: string): Json | undefined {
  return part.children.get(property)?.leaf?.value
}

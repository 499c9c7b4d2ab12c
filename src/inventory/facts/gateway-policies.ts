import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { MissingFact } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { AuthorizationPolicy, Server } from '../inventory.ts'
import { fold, mayDenoteSame, shortOf } from '../names.ts'
import type { Fact } from './fact.ts'

/** Groups in a gateway's authorization policies that only the gateway itself knows; incomplete where that is not told. */
export function localGroups(_: Estate, server: Server): readonly string[] {
  const { gateway } = server
  if (gateway === undefined) return incomplete<string>([], [{ holder: server, key: 'gateway' }])
  if (gateway === null) return []
  const policies = gateway.authorizationPolicies
  if (policies === undefined) return incomplete<string>([], [{ holder: gateway, key: 'authorizationPolicies' }])
  const found = policies.map((policy) => localGroupsOf(policy, server))
  const missing = [...(restOf(policies) ?? []), ...found.flatMap((groups) => restOf(groups) ?? [])]
  return incomplete([...new Set(found.flat())].sort(), missing)
}

/** The policies of a gateway that name groups known to be local to it, as folders of the drive `RDS:` of its PowerShell module. */
export function localGroupPolicies(_: Estate, server: Server): readonly string[] {
  return (server.gateway?.authorizationPolicies ?? [])
    .filter((policy) => localGroupsOf(policy, server).length > 0)
    .map(({ name, kind }) => `RDS:\\GatewayServer\\${kind === 'connection' ? 'CAP' : 'RAP'}\\${name}`)
}

function localGroupsOf(policy: AuthorizationPolicy, server: Server): readonly string[] {
  const local: string[] = []
  const missing: MissingFact[] = []
  for (const part of [...userGroupsOf(policy), ...computerGroupOf(policy)]) {
    const home = 'group' in part ? homeOf(part.group, server.name) : 'untold'
    if (home === 'gateway' && 'group' in part && part.isSecurityGroup) local.push(part.group)
    else if (home !== 'elsewhere') missing.push(part.fact)
  }
  return incomplete(local, missing)
}

/** A group that a policy names, or a fact that would tell one; `fact` is what to ask where the group does not decide. */
type Part = Named | { readonly fact: MissingFact }

interface Named {
  readonly group: string
  readonly isSecurityGroup: boolean
  readonly fact: MissingFact
}

function userGroupsOf(policy: AuthorizationPolicy): readonly Part[] {
  const fact = { holder: policy, key: 'userGroups' }
  if (policy.userGroups === undefined) return [{ fact }]
  const groups = policy.userGroups.map((group) => ({ group, isSecurityGroup: true, fact: { ...fact, name: group } }))
  return [...groups, ...(restOf(policy.userGroups) ?? []).map((rest) => ({ fact: rest }))]
}

/** The computers that a resource policy admits to; a connection policy admits users to the gateway, and to no computers. */
function computerGroupOf(policy: AuthorizationPolicy): readonly Part[] {
  const { kind, computerGroup: group, computerGroupType: type } = policy
  if (kind === 'connection' || type === 'managed' || type === 'any') return []
  const fact = { holder: policy, key: type === undefined ? 'computerGroupType' : 'computerGroup' }
  return [
    group === undefined ? { fact } : { group, isSecurityGroup: type !== undefined, fact: { ...fact, name: group } },
  ]
}

/**
 * Where a group lives. A name without a domain is unclear: Windows looks for it on the machine first and in the domain then.
 * So is the SID of an account, which does not say whether a machine or a domain issued it.
 */
function homeOf(group: string, gateway: string): 'gateway' | 'elsewhere' | 'unclear' {
  const sid = securityIdentifier.exec(group)
  if (sid) return sid[1] === '32' ? 'gateway' : sid[1] === '21' ? 'unclear' : 'elsewhere'
  const domain = domainOf(group)
  if (domain === undefined) return 'unclear'
  const isOwn = ownDomains.has(domain) || mayDenoteSame(domain, gateway) || domain === netBiosName(gateway)
  return isOwn ? 'gateway' : 'elsewhere'
}

const securityIdentifier = /^s-1-(?:5-(\d+)|\d)/i
// German Windows translates BUILTIN.
const ownDomains: ReadonlySet<string> = new Set(['.', 'builtin', 'vordefiniert'])

/** The domain part of DOMAIN\group, or of group@DOMAIN, as the RDS: drive of PowerShell writes it. */
function domainOf(group: string): string | undefined {
  const [, before, after] = /^([^\\]*)\\|@([^@]*)$/.exec(group) ?? []
  const domain = before ?? after
  return domain === undefined ? undefined : domain === '.' ? domain : fold(domain.trim())
}

function netBiosName(server: string): string {
  return shortOf(fold(server)).slice(0, 15)
}

export const gatewayPolicyFacts: readonly Fact[] = [
  {
    name: 'localGroups',
    takes: ['Server'],
    gives: 'list(string)',
    says: "Groups in a gateway's authorization policies that are local to the gateway.",
    of: localGroups,
  },
  {
    name: 'localGroupPolicies',
    takes: ['Server'],
    gives: 'list(string)',
    says: "The policies of a gateway that name groups local to it, as folders of PowerShell's drive RDS:.",
    of: localGroupPolicies,
  },
]

import { type Category, categories } from '../../src/model/report.ts'
import { stepTitles } from '../../src/report/pretty/words.ts'
import type { RuleFile } from '../../src/rules/rule.ts'
import { table } from './table.ts'

const looksFor: Readonly<Record<Category, string>> = {
  estate:
    'releases that the move cannot start from, successors of another language or release, editions, roles that share a server',
  'connection-broker': 'high availability and its database, brokers of several releases, the broker that is kept',
  'session-collections':
    'collections of several releases, hosts that are not drained, user profile disks and where they go',
  'virtual-desktop-collections':
    'virtualization hosts newer than the broker, desktops on hosts that retire, virtual machines that the target does not run',
  'web-access': 'machine keys that differ, changed pages, servers that an upgrade may fail on',
  gateway: 'policies with local groups, farms whose members disagree, Network Access Protection',
  licensing: 'licence servers, licence versions, licensing mode, what is left on the old server',
  certificates: 'missing, expired and untrusted certificates, private keys, names that are not covered',
}

/** What the rules look for, by step of the migration, with links to the list of rules. */
export function rulesByStep(rules: readonly RuleFile[]): string {
  const rows = categories.map((category) => {
    const title = stepTitles[category]
    const anchor = title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-')
    const count = rules.filter((rule) => rule.category === category).length
    return [`[${title}](docs/rules/README.md#${anchor})`, String(count), looksFor[category]]
  })
  return table(['step', 'rules', 'look for'], [...rows, ['all', String(rules.length), '']])
}

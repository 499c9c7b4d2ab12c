import { groupBy } from '../../model/group-by.ts'
import { listed } from '../../model/listed.ts'
import { releases } from '../../model/report.ts'
import type { Known, Topology } from '../../model/topology.ts'
import { count } from '../pretty/words.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html } from './markup.ts'
import { releaseBadge, releaseText } from './release.ts'

/** Gives the picture in words: how many of what, and how many servers on which release. */
export function caption({ topology, domain }: Drawing): Html {
  const order = [...releases, 'none', '']
  const groups = groupBy(topology.servers.list, releaseText).toSorted(
    ([one], [other]) => order.indexOf(one?.release ?? '') - order.indexOf(other?.release ?? ''),
  )
  return html`<figcaption><p class="legend">${groups.map(
    (group) => html`<span class="legend-item">${releaseBadge(group[0])} ${count(group.length, 'server')}</span> `,
  )}</p>
    <p>In words: ${inWords(topology)}.${domain !== undefined && ` Names are shown without ${domain}.`} Each number with a word leads to what was found there.</p></figcaption>`
}

function inWords(topology: Topology): string {
  const { brokers, webAccess, gateways, licenseServers, sessionCollections, virtualDesktopCollections } = topology
  const hosts = sessionCollections.list.reduce((sum, { hosts }) => sum + hosts.list.length, 0)
  return listed([
    told(brokers, 'connection broker'),
    told(webAccess, 'Web Access server'),
    told(gateways, 'gateway'),
    told(licenseServers, 'licence server'),
    `${told(sessionCollections, 'session collection')}${sessionCollections.list.length === 0 ? '' : ` with ${count(hosts, 'host')}`}`,
    told(virtualDesktopCollections, 'virtual desktop collection'),
  ])
}

function told({ list, isWhole }: Known<unknown>, what: string): string {
  if (list.length === 0) return isWhole ? `no ${what}` : `${what}s not known`
  return isWhole ? count(list.length, what) : `at least ${count(list.length, what)}`
}

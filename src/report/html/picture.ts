import type { Known, Topology } from '../../model/topology.ts'
import { count, dayName } from '../pretty/words.ts'
import { caption } from './caption.ts'
import { collections } from './collections.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { type Html, html } from './markup.ts'
import { box, marksAt, serverList } from './picture-box.ts'
import type { View } from './view.ts'

/** Gives the topology as a picture made of lists, so that it reads as well without its style: what stands where, on which release, and what was found there. */
export function picture(view: View): Html | undefined {
  const { topology } = view.inventory
  if (topology === undefined) return undefined
  const drawing = drawingOf(view, topology)
  const id = `picture-${view.number}`
  return html`<section class="topology" aria-labelledby="${id}">
    <h3 id="${id}">What stands where</h3>
    <figure>
    ${topology.isDeployed === false ? html`<p>There is no deployment; the servers stand alone.</p>` : tiers(drawing)}
    ${others(drawing)}
    ${caption(drawing)}
    </figure>
    </section>`
}

function tiers(drawing: Drawing): Html {
  const { topology, view } = drawing
  const draw = (list: Known<number>) => serverList(list, drawing)
  return html`${topology.isDeployed === undefined && html`<p class="not-told">Whether there is a deployment is not known.</p>`}
    <div class="tier whole"><p class="tier-name">The whole estate</p>${marksAt('estate', view) ?? html`<span class="clear">nothing found that concerns all of it</span>`}</div>
    <div class="tier first"><p class="tier-name">Users come in</p><div class="boxes">
    ${box('Web Access', '', marksAt('webAccess', view), draw(topology.webAccess))}
    ${box('Gateways', '', marksAt('gateways', view), draw(topology.gateways))}</div></div>
    <div class="tier"><p class="tier-name">The broker directs them</p><div class="boxes">
    ${box('Connection brokers', highAvailability(topology), marksAt('brokers', view), draw(topology.brokers))}
    ${box('Licence servers', '', marksAt('licenseServers', view), draw(topology.licenseServers))}</div></div>
    <div class="tier"><p class="tier-name">Users work</p><div>${collections(drawing)}</div></div>
    <div class="tier beside"><p class="tier-name">Certificates</p><div class="boxes across">${box('Roles of certificates', '', marksAt('certificates', view), certificates(drawing))}</div></div>`
}

function highAvailability({ highAvailability }: Topology): string {
  if (highAvailability === undefined) return 'high availability not known'
  return highAvailability === null ? 'no high availability' : 'high availability set'
}

function certificates({ view, topology: { certificates } }: Drawing): Html {
  const { list, isWhole } = certificates
  if (list.length === 0)
    return html`<p class="${isWhole ? 'nothing' : 'not-told'}">${isWhole ? 'none' : 'not known'}</p>`
  return html`<ul class="servers">${list.map(
    ({ role, expires }, at) =>
      html`<li class="server"><span class="name">${role}</span> <span class="moves">${expires === undefined ? 'last day not known' : `until ${dayName(expires)}`}</span> ${marksAt(`r${at}`, view)}</li>`,
  )}</ul>${!isWhole && html`<p class="not-told">perhaps others: the list is not known whole</p>`}`
}

function others(drawing: Drawing): Html | undefined {
  const { topology, view } = drawing
  const placed = new Set(
    [
      ...['brokers', 'webAccess', 'gateways', 'licenseServers'].map((role) => topology[role as 'brokers']),
      ...view.sites.collections.map(({ hosts }) => hosts),
    ].flatMap(({ list }) => list),
  )
  const list = [...topology.servers.list.keys()].filter((server) => !placed.has(server))
  if (list.length === 0) return undefined
  const remark = `${count(list.length, 'server')} being built, standing alone, or only named by the plan`
  const servers = serverList({ list, isWhole: topology.servers.isWhole }, drawing)
  return html`<div class="tier beside"><p class="tier-name">Beside it</p><div class="boxes across">${box('Other servers', remark, undefined, servers)}</div></div>`
}

import type { TopologyServer } from '../../model/topology.ts'
import { releaseName } from '../../model/which-releases.ts'
import { type Html, html } from './markup.ts'

/** Gives the release of a server as a badge; colour alone says nothing. */
export function releaseBadge(server: TopologyServer | undefined): Html {
  return html`<span class="release ${releaseClass(server)}">${releaseText(server)}</span>`
}

/** Gives a release in words, or that there is none, or that it is not known. */
export function releaseText(server: TopologyServer | undefined): string {
  if (server?.release === undefined) return server?.isOnlyNamed ? 'not in the inventory' : 'release not known'
  return server.release === 'none' ? 'no Windows Server release' : releaseName(server.release)
}

/** Gives the class that colours a release. */
export function releaseClass(server: TopologyServer | undefined): string {
  if (server?.release === undefined) return server?.isOnlyNamed ? 'r-none' : 'r-unknown'
  return `r-${server.release}`
}

import type { Source } from '../../model/report.ts'
import { stanceNames } from '../pretty/words.ts'
import { webAddress } from '../web-address.ts'
import { address, type Html, html } from './markup.ts'

/** Longer addresses are no links. */
const longest = 2000

/** Gives where Microsoft says so, as a link where the address is one of the web, with how it bears on the rule. */
export function sourceLink({ document, section, url, revised, stance }: Source): Html {
  const day = revised === undefined ? '' : `, revised ${revised}`
  return html`${documentLink(document, url)}, “${section}” (${stanceNames[stance]}${day})`
}

/** Gives a document as a link where its address is one of the web. */
export function documentLink(document: string, url: string): Html {
  const href = webAddress(url)
  if (href === undefined || href.length > longest) return html`${document}`
  return html`<a href="${address(href)}" rel="noopener noreferrer">${document}</a>`
}

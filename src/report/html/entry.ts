import { stepTitles } from '../pretty/words.ts'
import { kindOf } from './marks.ts'
import { command, type Html, html, joined, none, partKeys } from './markup.ts'
import type { PlacedEntry, View } from './view.ts'
import { kindNames } from './words.ts'

/** Facts of an undecided entry that are named; the rest is counted. */
const named = 4

/** Gives a finding or something undecided as an item of a list: what is wrong, where, what to do, how to check; `section` is the id of what tells of its rule. */
export function entryItem(entry: PlacedEntry, view: View, section: string): Html {
  const kind = kindOf(entry) ?? 'info'
  const { id, category, rule } = entry
  return html`<li class="entry" id="${id}" data-standing="${entry.standing}" data-kind="${kind}" data-step="${category}" data-servers="${partKeys(entry.site.servers, view.number)}" data-collections="${partKeys(entry.site.collections, view.number)}">
    <p class="message">${badge(kind)} ${entry.standing === 'undecided' ? `Not decided for ${entry.subject}.` : entry.message}${entry.baseline === 'new' && html` <span class="tag">new since the baseline</span>`}</p>
    ${placeOf(entry)}
    ${entry.standing === 'undecided' ? waiting(entry, view) : remedy(entry)}
    <p class="rule-name">Rule <a href="#${section}">${rule}</a>, ${stepTitles[category]}</p>
    </li>
    `
}

/** Gives the word for what an entry counts as; colour alone says nothing. */
export function badge(kind: 'error' | 'warning' | 'info' | 'undecided'): Html {
  return html`<span class="badge k-${kind}">${kindNames[kind]}</span>`
}

/** Gives the lines of a command to copy. */
export function codeOf(lines: readonly string[], label: string): Html {
  if (lines.length === 0) return none
  return html`<div class="code"><span class="code-label">${label}</span><pre><code>${joined(lines.map(command), '\n')}</code></pre></div>`
}

/** Gives whose an entry is, and where that stands. */
export function placeOf({ subject, file, region, pointer, isInText }: PlacedEntry): Html {
  const place = isInText ? `${file}:${region.line}:${region.column}` : file
  return html`<p class="place"><span class="name">${subject}</span> <span class="where"><code>${place}</code> <code>${pointer}</code></span></p>`
}

function remedy({ remediation }: PlacedEntry): Html {
  const { text = '', commands = [], verify = [] } = remediation ?? {}
  return html`<p class="do"><strong>Do:</strong> ${text}</p>
    ${commands.length + verify.length > 0 && html`<details class="commands"><summary>Commands to copy</summary>${codeOf(commands, 'Commands')}${codeOf(verify, 'Check afterwards')}</details>`}`
}

function waiting({ missing }: PlacedEntry, { kindOf }: View): Html {
  const shown = missing.slice(0, named)
  const rest = missing.length - shown.length
  return html`<p class="do"><strong>Not known:</strong> ${shown.map((fact, index) => {
    const id = kindOf(fact)
    return html`${index > 0 && '; '}${id === undefined ? fact.label : html`<a href="#${id}">${fact.label}</a>`}`
  })}${rest > 0 && `; and ${rest} more`}.</p>`
}

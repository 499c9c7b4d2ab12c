import { groupBy } from '../../model/group-by.ts'
import { type Category, categories, type RuleDescriptor } from '../../model/report.ts'
import { count, stepTitles } from '../pretty/words.ts'
import { entryItem } from './entry.ts'

import { type Html, html, joined } from './markup.ts'
import type { Room } from './room.ts'
import { sourceLink } from './source-link.ts'
import type { PlacedEntry, View } from './view.ts'

/** Of a rule with more findings than this the rest is folded; what is not decided never is. */
const most = 12
const unfolded = 8

/** Gives what counts by step of the migration and by rule: findings, then what is not decided. */
export function findings(view: View, room: Room): Html {
  const open = view.listed
  const shown = room.take(open)
  const steps = categories.flatMap((category) => {
    const own = shown.filter((entry) => entry.category === category)
    return own.length === 0 ? [] : [stepSection(category, own, view)]
  })
  const left = open.length - shown.length + view.unlisted
  return html`<section class="findings" aria-labelledby="${`findings-${view.number}`}">
    <h3 id="${`findings-${view.number}`}">Findings, step by step</h3>
    ${steps.length === 0 && html`<p>${open.length === 0 ? 'No finding counts, and nothing is undecided.' : 'None had room here.'}</p>`}
    ${left > 0 && html`<p class="left-out">${count(left, 'entry', 'entries')} more had no room on this page; the formats json and csv have them all.</p>`}
    <div class="by-step">${steps}</div>
    </section>`
}

function stepSection(category: Category, own: readonly PlacedEntry[], view: View): Html {
  const groups = [
    ...groupBy(
      own.filter(({ standing }) => standing === 'failed'),
      ({ rule, severity }) => `${severity} ${rule}`,
    ),
    ...groupBy(
      own.filter(({ standing }) => standing === 'undecided'),
      ({ rule }) => rule,
    ),
  ]
  return html`<section class="step" data-step="${category}"><h4>${stepTitles[category]}</h4>
    ${groups.map((group) => ruleSection(group, view))}
    </section>
    `
}

function ruleSection(group: readonly PlacedEntry[], view: View): Html {
  const id = group[0]?.rule ?? ''
  const rule = view.rules.get(id)
  const isOpen = group[0]?.standing === 'undecided'
  const first = group.length > most && !isOpen ? group.slice(0, unfolded) : group
  const rest = group.slice(first.length)
  const section = view.anchor(`rule-${id}`)
  return html`<section class="rule" id="${section}">
    <h5>${rule?.title ?? id}</h5>
    <ul class="entries">${first.map((entry) => entryItem(entry, view, section))}</ul>
    ${rest.length > 0 && html`<details class="more"><summary>${count(rest.length, 'more of this rule', 'more of this rule')}</summary><ul class="entries">${rest.map((entry) => entryItem(entry, view, section))}</ul></details>`}
    ${rule && basis(rule)}
    </section>
    `
}

function basis({ why, sources }: RuleDescriptor): Html {
  return html`<div class="basis"><p><strong>Why:</strong> ${why}</p><p><strong>Source:</strong> ${joined(sources.map(sourceLink), '; ')}</p></div>`
}

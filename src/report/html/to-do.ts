import { groupBy } from '../../model/group-by.ts'
import { type Category, categories, type Remediation } from '../../model/report.ts'
import { severities } from '../../model/severity.ts'
import { count, grouped, stepTitles } from '../pretty/words.ts'
import { badge, codeOf } from './entry.ts'
import { type Html, html, joined } from './markup.ts'
import { stepTable } from './steps.ts'
import type { PlacedEntry, View } from './view.ts'

/** Of one thing to do so many places and lines of command are named; the rest stands with the findings, on a screen. */
const named = 12
const lines = 100

/** Gives what to do in the order of the migration: what to find out first, then each step with its commands. */
export function toDo(view: View): Html {
  const open = view.listed.filter(({ standing }) => standing === 'failed')
  const steps = categories.flatMap((category) => {
    const own = open.filter((entry) => entry.category === category)
    return own.length === 0 ? [] : [stepPart(category, own)]
  })
  return html`<section class="to-do" aria-labelledby="${`to-do-${view.number}`}">
    <h3 id="${`to-do-${view.number}`}">What to do, in the order of the migration</h3>
    ${stepTable(view)}
    ${findOut(view)}
    ${steps}
    ${view.unlisted > 0 && html`<p class="left-out">${count(view.unlisted, 'more remark')} that block nothing had no room on this page; the formats json and csv have them all.</p>`}
    ${steps.length === 0 && view.kinds.length === 0 && html`<p>Nothing has to be done before the move goes on.</p>`}
    </section>`
}

function findOut({ facts, kinds }: View): Html | undefined {
  if (facts.length === 0) return undefined
  const shown = kinds.slice(0, named)
  const links = shown.map(({ id, facts: some }) => {
    const more = some.length === 1 ? '' : ` and ${grouped(some.length - 1)} more of the kind`
    return html`<li><a href="#${id}">${some[0]?.missing.label ?? ''}</a>${more}</li>`
  })
  const rest = kinds.length - shown.length
  return html`<section class="step"><h4>First, find out ${count(facts.length, 'fact')}</h4>
    <p>${badge('undecided')} Rules wait for what follows; each says how to collect it.</p>
    <ul class="facts">${links}${rest > 0 && html`<li>and ${count(rest, 'more kind')}</li>`}</ul></section>`
}

function stepPart(category: Category, own: readonly PlacedEntry[]): Html {
  const groups = groupBy(own, ({ rule, severity, remediation }) => `${severity} ${rule} ${remediation?.text}`)
  const ordered = severities.flatMap((severity) => groups.filter(([first]) => first?.severity === severity))
  return html`<section class="step"><h4>${stepTitles[category]}</h4>
    <ol class="actions">${ordered.map(action)}</ol></section>
    `
}

function action(group: readonly PlacedEntry[]): Html {
  const [first] = group
  const { text = '' } = first?.remediation ?? {}
  const links = group.slice(0, named).map(({ id, subject }) => html`<a href="#${id}">${subject}</a>`)
  const rest = group.length - links.length
  return html`<li class="action"><p>${badge(first?.severity ?? 'info')} ${text}</p>
    <p class="for">For ${joined(links, ', ')}${rest > 0 && ` and ${grouped(rest)} more`}</p>
    ${commands(group, 'commands', 'Commands')}
    ${commands(group, 'verify', 'Check afterwards')}</li>
    `
}

function commands(
  group: readonly PlacedEntry[],
  key: keyof Remediation & ('commands' | 'verify'),
  label: string,
): Html {
  const all = [...new Set(group.flatMap(({ remediation }) => remediation?.[key] ?? []))]
  const rest = all.length - lines
  return html`${codeOf(all.slice(0, lines), label)}${rest > 0 && html`<p class="left-out">${count(rest, 'more command')} with the findings, on a screen.</p>`}`
}

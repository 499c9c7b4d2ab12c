import { groupBy } from '../../model/group-by.ts'
import type { InventoryReport, Report, RuleDescriptor, Tally } from '../../model/report.ts'
import { count, grouped, stepTitles } from '../pretty/words.ts'
import { type Html, html } from './markup.ts'
import { documentLink } from './source-link.ts'
import { table } from './table.ts'

/** Gives every rule that applied with its outcomes, and the documents that rules rest on. */
export function ruleList({ rules, inventories }: Report): Html {
  if (rules.length === 0) return html``
  const sources = rules.flatMap((rule) => rule.sources.map((source) => ({ rule, source })))
  // Where targets were compared, no one run has outcomes.
  const wasJudged = inventories.some(({ counts }) => counts.rules > 0)
  const documents = groupBy(sources, ({ source }) => `${source.document} ${source.url}`)
  return html`<section class="rules" aria-labelledby="rules"><h2 id="rules">Rules and sources</h2>
    ${wasJudged && outcomes(rules, inventories)}
    <details open><summary>${count(documents.length, 'document')} of Microsoft’s that the rules rest on</summary>
    <ul class="documents">${documents.map((group) => documentItem(group))}</ul></details>
    </section>`
}

function outcomes(rules: readonly RuleDescriptor[], inventories: readonly InventoryReport[]): Html {
  return html`<details><summary>${count(rules.length, 'rule')} applied: outcomes of each</summary>
    ${table(
      ['Rule', 'Step', ...['Passed', 'Failed', 'Undecided', 'Not applicable'].map((number) => ({ number }))],
      rules.map((rule) => row(rule, inventories)),
    )}</details>`
}

function row({ id, title, category }: RuleDescriptor, inventories: readonly InventoryReport[]): Html {
  const total = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
  for (const { tallies } of inventories) {
    const tally: Tally | undefined = Object.hasOwn(tallies, id) ? tallies[id] : undefined
    if (tally === undefined) continue
    for (const key of ['pass', 'fail', 'undecided', 'notApplicable'] as const) total[key] += tally[key]
  }
  return html`<tr><th scope="row"><code>${id}</code><br><span class="plain">${title}</span></th><td>${stepTitles[category]}</td><td class="number">${grouped(total.pass)}</td><td class="number">${grouped(total.fail)}</td><td class="number">${grouped(total.undecided)}</td><td class="number">${grouped(total.notApplicable)}</td></tr>
    `
}

function documentItem(
  group: readonly { readonly rule: RuleDescriptor; readonly source: RuleDescriptor['sources'][number] }[],
): Html {
  const [first] = group
  if (first === undefined) return html``
  const ids = [...new Set(group.map(({ rule }) => rule.id))]
  return html`<li>${documentLink(first.source.document, first.source.url)}: ${ids.map((id, index) => html`${index > 0 && ', '}<code>${id}</code>`)}</li>
    `
}

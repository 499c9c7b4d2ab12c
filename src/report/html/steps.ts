import { type Category, categories, type Tally } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'
import { grouped, stepTitles } from '../pretty/words.ts'
import { kindOf, kinds } from './marks.ts'
import { type Html, html } from './markup.ts'
import { table } from './table.ts'
import type { PlacedEntry, View } from './view.ts'

/** Gives the steps of the migration as a table: what was found in each, what is open, and how much was looked at. */
export function stepTable(view: View): Html {
  const rows = categories.map((category) => row(category, view))
  return table(
    ['Step', 'State', ...['Errors', 'Not decided', 'Warnings', 'Info', 'Passed'].map((number) => ({ number }))],
    rows,
    'The steps at a glance',
  )
}

function row(category: Category, view: View): Html {
  const own = view.entries.filter((entry) => entry.category === category)
  const numbers = kinds.map((kind) => ({ kind, number: own.filter((entry) => kindOf(entry) === kind).length }))
  const [state, word] = stateOf(category, own, view)
  const { pass } = tallyOf(category, view)
  return html`<tr><th scope="row">${stepTitles[category]}</th><td><span class="state st-${state}">${word}</span></td>${numbers.map(
    ({ kind, number }) => html`<td class="number k-${number === 0 ? 'zero' : kind}">${grouped(number)}</td>`,
  )}<td class="number">${grouped(pass)}</td></tr>
    `
}

/** The state of a step, with the class that colours it; only what was checked, wholly, and found right reads as fine. */
function stateOf(category: Category, own: readonly PlacedEntry[], view: View): readonly [state: string, word: string] {
  const { report, inventory, rules } = view
  const has = (standing: PlacedEntry['standing']) => own.some((entry) => entry.standing === standing)
  const { pass, fail, undecided } = tallyOf(category, view)
  if (own.some((entry) => entry.standing === 'failed' && reaches(entry.severity, report.failOn)))
    return ['blocked', 'Put right first']
  if (inventory.faults.some(({ rule }) => rules.get(rule)?.category === category))
    return ['unusable', 'A rule went wrong']
  if (has('undecided')) return ['undecided', 'Find out first']
  if (has('failed')) return ['look', 'Read the findings']
  if (has('suppressed') || has('known')) return ['look', 'Suppressed or known']
  return pass + fail + undecided > 0 ? ['ready', 'Nothing in the way'] : ['nothing', 'Nothing was checked']
}

function tallyOf(category: Category, { inventory, rules }: View): Tally {
  const total = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
  for (const [rule, tally] of Object.entries(inventory.tallies)) {
    if (rules.get(rule)?.category !== category) continue
    total.pass += tally.pass
    total.fail += tally.fail
    total.undecided += tally.undecided
    total.notApplicable += tally.notApplicable
  }
  return total
}

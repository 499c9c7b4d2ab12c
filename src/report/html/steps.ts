import { type Category, categories, type Tally } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'
import { grouped, stepTitles } from '../pretty/words.ts'
import { kindOf, kinds } from './marks.ts'
import { type Html, html } from './markup.ts'
import { table } from './table.ts'
import type { View } from './view.ts'

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
  const blocks = own.some((entry) => entry.standing === 'failed' && reaches(entry.severity, view.report.failOn))
  const open = own.some(({ standing }) => standing === 'undecided')
  const found = own.some(({ standing }) => standing === 'failed')
  const { pass, fail, undecided } = tallyOf(category, view)
  const looked = pass + fail + undecided > 0
  const [state, word] = blocks
    ? ['blocked', 'Put right first']
    : open
      ? ['undecided', 'Find out first']
      : found
        ? ['look', 'Read the findings']
        : looked
          ? ['ready', 'Nothing in the way']
          : ['nothing', 'Nothing was checked']
  return html`<tr><th scope="row">${stepTitles[category]}</th><td><span class="state st-${state}">${word}</span></td>${numbers.map(
    ({ kind, number }) => html`<td class="number k-${number === 0 ? 'zero' : kind}">${grouped(number)}</td>`,
  )}<td class="number">${grouped(pass)}</td></tr>
    `
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

import { listed } from '../../model/listed.ts'
import { releaseName } from '../../model/which-releases.ts'
import { numbersOf } from '../numbers.ts'
import { next } from '../pretty/next.ts'
import { pageOf } from '../pretty/page.ts'
import { lookedAt } from '../pretty/verdict.ts'
import { count, dayName, grouped, methodNames, phaseNames } from '../pretty/words.ts'
import { remarksOf } from '../remarks.ts'
import { type Html, html } from './markup.ts'
import { remarkList } from './remark-list.ts'
import type { View } from './view.ts'
import { meanings } from './words.ts'

/** What `next` shows names and places by. */
const page = pageOf({})

/** Gives the verdict of an inventory: the word, what it means, what to do next, the numbers, and what it rests on. */
export function headOf(view: View): Html {
  const { inventory, open, report, facts } = view
  const { verdict, file } = inventory
  return html`<div class="verdict v-${verdict}">
    <h2><span class="word">${capital(verdict)}</span> <span class="name">${file}</span></h2>
    <p class="about">${about(view)}</p>
    <p class="meaning">${meanings[verdict]}</p>
    <p class="next"><strong>Next:</strong> ${next(open, facts, report, page)}.</p>
    </div>
    ${tiles(view)}
    <p class="looked">${lookedAt(inventory)}${outcomes(view)}.</p>
    ${remarkList(remarksOf(inventory, report))}
    ${provenance(view)}`
}

function about({ inventory }: View): string {
  const { releases, target, method, phase, plannedFor, counts } = inventory
  // What is said of a file that could not be read is nobody's word.
  if (counts.rules === 0) return ''
  const from = listed(releases.map(releaseName))
  const to = target === undefined ? '' : `to ${releaseName(target)}`
  const day = plannedFor === undefined ? '' : `, planned for ${dayName(plannedFor)}`
  return [`Windows Server ${from} ${to}`.replace('  ', ' ').trim(), methodNames[method], phaseNames[phase] + day].join(
    ' · ',
  )
}

function tiles({ inventory, facts }: View): Html {
  const { failed, undecided, suppressed, known, gone } = numbersOf(inventory)
  const wrong = inventory.diagnostics.filter(({ severity }) => severity === 'error').length
  const waiting = facts.length === 0 ? '' : ` for want of ${count(facts.length, 'fact')}`
  const all: readonly (readonly [kind: string, number: number, label: string, always: boolean])[] = [
    ['error', wrong, 'in the file', false],
    ['error', failed.error, failed.error === 1 ? 'error' : 'errors', true],
    ['undecided', undecided, `not decided${waiting}`, true],
    ['warning', failed.warning, failed.warning === 1 ? 'warning' : 'warnings', true],
    ['info', failed.info, 'info', true],
    ['error', inventory.faults.length, 'faults in rules', false],
    ['suppressed', suppressed, 'suppressed', false],
    ['known', known, 'known from the baseline', false],
    ['known', gone, 'gone since the baseline', false],
  ]
  const shown = all.filter(([, number, , always]) => always || number > 0)
  return html`<ul class="tiles">${shown.map(
    ([kind, number, label]) =>
      html`<li class="tile k-${number === 0 ? 'zero' : kind}"><b>${grouped(number)}</b> <span>${label}</span></li>`,
  )}</ul>`
}

function outcomes({ inventory: { counts } }: View): string {
  if (counts.rules === 0 || counts.subjects === 0) return ''
  const { pass, fail, undecided, notApplicable } = counts
  return `: ${grouped(pass)} passed, ${grouped(fail)} failed, ${grouped(undecided)} undecided, ${grouped(notApplicable)} not applicable`
}

function provenance({ inventory: { topology } }: View): Html | undefined {
  if (topology === undefined) return undefined
  const { asOf, collectedOn, collector } = topology
  const when = collectedOn === undefined ? 'on a day that is not known' : `on ${dayName(collectedOn)}`
  const by = collector === undefined ? '' : ` by ${collector}`
  return html`<p class="provenance">Collected ${when}${by}. Judged as of ${dayName(asOf)}.</p>`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

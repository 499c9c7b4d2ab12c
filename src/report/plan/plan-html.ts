import type { Layout, PlanReport, PlanStage, PlanStep } from '../../model/plan-report.ts'
import type { Source } from '../../model/report.ts'
import { address, command, type Html, html } from '../html/markup.ts'
import { type Room, roomOf } from '../html/room.ts'
import { staticPage } from '../html/static-page.ts'
import { webAddress } from '../web-address.ts'
import { finalVerdict } from './last-state.ts'
import { nextOf } from './next.ts'
import type { Note } from './note.ts'
import { notesOf } from './notes.ts'
import { noteList } from './notes-html.ts'
import { planStyle, planStyleHash } from './page-style.ts'
import { change, picture } from './picture.ts'
import { afterClass, afterTag, finalOf, statesOf } from './simulated-html.ts'
import {
  beforeWords,
  estimateOf,
  hoursOf,
  numbersOf,
  reasonsOf,
  sourceWords,
  stageNumbers,
  stageTitle,
  stepsOf,
  subjectOf,
  totalOf,
  verdictWords,
} from './words.ts'

/** Findings and undecided rules of a page; a browser still shows them at once. */
const mostNotes = 3000

/** Gives the plan as one HTML file for those who sign it: boxes, estimates, interruptions, and what stands where around each stage. */
export function planHtml(plan: PlanReport): string {
  const { tool, verdict, file, target, layout } = plan
  const notes = notesOf(plan)
  const room = roomOf(mostNotes)
  const body = html`<header>
    <h1>Remote Desktop Services migration plan: ${verdict}</h1>
    <p class="soft">${[file, ...subjectOf(plan)].join(' · ')}</p>
    </header>
    <main>
    ${summary(plan)}
    ${schedule(plan)}
    ${statesOf(plan, notes, room)}
    ${layout && html`<section aria-labelledby="today"><h2 id="today">What stands where today</h2>${picture(layout, target)}</section>`}
    ${stages(plan, notes, room)}
    ${finalOf(plan, room)}
    ${remarks('Not known', 'Steps for this may be missing.', plan.gaps)}
    ${remarks('Stays as it is', 'The plan leaves this alone.', plan.remarks)}
    ${pages(plan)}
    ${signatures()}
    </main>
    <footer><p class="soft">${tool.name} ${tool.version}. This page names servers, collections, groups and paths; pass it on with care.</p></footer>`
  return staticPage({
    tool,
    title: html`${verdict}: plan for ${file}`,
    style: planStyle,
    styleHash: planStyleHash,
    body,
  })
}

function summary(plan: PlanReport): Html {
  const total = totalOf(plan)
  return html`<div class="verdict v-${plan.verdict}">
    <p><span class="word">${plan.verdict}</span> ${numbersOf(plan).join(', ')}</p>
    <p>In all, ${verdictWords(plan)}. The inventory itself is ${beforeWords(plan)}.${plan.final && ` After the last step the deployment is ${finalVerdict(plan)}.`}</p>
    ${total !== undefined && html`<p>Microsoft estimates ${total} for all servers, one after the other.</p>`}
    <p><strong>Next:</strong> ${nextOf(plan)}.</p>
    </div>`
}

function schedule(plan: PlanReport): Html {
  const row = (stage: PlanStage): Html => {
    const steps = stepsOf(stage, plan)
    const interrupting = steps.filter(({ interrupts, status }) => interrupts && status !== 'done').length
    return html`<tr><th scope="row"><a href="#stage-${stage.number}">${stageTitle(stage)}</a></th><td>${steps.length}</td><td>${interrupting}</td><td>${stage.servers}</td><td>${stage.hours === 0 ? '' : hoursOf(stage)}</td></tr>
    `
  }
  return html`<section aria-labelledby="schedule"><h2 id="schedule">Schedule</h2><div class="wide"><table>
    <thead><tr><th scope="col">Stage</th><th scope="col">Steps</th><th scope="col">Interrupt service</th><th scope="col">Servers to migrate</th><th scope="col">Estimate</th></tr></thead>
    <tbody>${plan.stages.map(row)}</tbody></table></div></section>`
}

function stages(plan: PlanReport, notes: ReadonlyMap<string, readonly Note[]>, room: Room): readonly Html[] {
  let before: Layout | undefined = plan.layout
  return plan.stages.map((stage) => {
    const steps = stepsOf(stage, plan)
    const drawn = before && stage.layout && change(before, stage.layout, plan.target)
    before = stage.layout
    return html`<section aria-labelledby="stage-${stage.number}"><h2 id="stage-${stage.number}">${stageTitle(stage)}</h2>
    <p class="soft">${stageNumbers(stage, steps).join(' · ')}</p>
    ${drawn}
    ${steps.map((step) => stepOf(step, notes.get(step.step) ?? [], room))}
    </section>`
  })
}

function stepOf(step: PlanStep, notes: readonly Note[], room: Room): Html {
  const { status, interrupts, commands, verify } = step
  const tags = [
    ...(status === 'blocked' || status === 'undecided' ? [status] : []),
    ...(interrupts ? ['interrupts'] : []),
  ]
  const isDone = status === 'done'
  return html`<div class="step ${status}${afterClass(step)}" id="step-${step.step}"><span><span class="box" role="img" aria-label="${isDone ? 'done' : 'to do'}">${isDone && 'x'}</span></span>
    <span class="number">${step.step}</span>
    <span><span class="title">${step.title}</span>${tags.map((tag) => html` <span class="tag t-${tag}">${tag === 'interrupts' ? 'interrupts service' : tag}</span>`)} <span class="soft">${!isDone && step.category !== 'certificates' && `${estimateOf(step)} for its server`}</span>${afterTag(step)}</span>
    <div class="more">${reasonsOf(step).map((reason) => html`<p>${reason}</p>`)}
    ${noteList(notes, room)}
    <details${!isDone && { markup: ' open' }}><summary>Commands and check</summary>
    <pre>${commands.map((one) => html`${command(one)}${{ markup: '&#10;' }}`)}</pre>
    <p class="soft">Check:</p><pre>${verify.map((one) => html`${command(one)}${{ markup: '&#10;' }}`)}</pre>
    ${step.sources.length > 0 && html`<p class="soft">${step.sources.map((one) => html`${source(one)}. `)}</p>`}</details></div></div>
    `
}

function source(one: Source): Html {
  const href = webAddress(one.url)
  const words = sourceWords(one)
  return href === undefined ? html`${words}` : html`<a href="${address(href)}" rel="noopener noreferrer">${words}</a>`
}

function remarks(title: string, lead: string, entries: PlanReport['gaps']): Html | false {
  if (entries.length === 0) return false
  return html`<section><h2>${title}</h2><p class="soft">${lead}</p><ul>${entries.map(({ message }) => html`<li>${message}</li>`)}</ul></section>`
}

function pages({ order, durations }: PlanReport): Html {
  return html`<section><h2>Pages</h2><p class="soft">The order of the steps, and the estimates. Where pages disagree, the plan follows the one that requires it.</p>
    <ul>${[...order, ...durations].map((one) => html`<li>${source(one)}</li>`)}</ul></section>`
}

function signatures(): Html {
  const row = (who: string) => html`<tr><th scope="row">${who}</th><td></td><td></td></tr>`
  return html`<section><h2>Approval</h2><table class="sign"><thead><tr><th scope="col">Role</th><th scope="col">Name and signature</th><th scope="col">Day</th></tr></thead>
    <tbody>${['Plans', 'Approves', 'Carries out'].map(row)}</tbody></table></section>`
}

import { categories } from '../../model/report.ts'
import { stepTitles } from '../pretty/words.ts'
import { kinds } from './marks.ts'
import { type Html, html } from './markup.ts'
import { kindNames } from './words.ts'

/** Gives the controls that the script brings to life; without it they stay hidden. Servers and collections are filled in by the script. */
export function filters(): Html {
  return html`<div class="filters" id="filters" role="search" aria-label="Filter findings" hidden>
    <label>Contains <input type="search" id="filter-text" autocomplete="off" spellcheck="false"></label>
    <label>Show <select id="filter-kind"><option value="">everything</option>${kinds.map((kind) => html`<option value="${kind}">${kindNames[kind]}</option>`)}</select></label>
    <label>Step <select id="filter-step"><option value="">all steps</option>${categories.map((category) => html`<option value="${category}">${stepTitles[category]}</option>`)}</select></label>
    <label>Server <select id="filter-server"><option value="">all servers</option></select></label>
    <label>Collection <select id="filter-collection"><option value="">all collections</option></select></label>
    <label>Group by <select id="group-by"><option value="step">step</option><option value="server">server</option><option value="collection">collection</option></select></label>
    <button type="button" id="filter-reset">Reset</button>
    <p id="filter-count" role="status"></p>
    </div>
    `
}

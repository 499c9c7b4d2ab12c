import type { Source } from '../model/report.ts'
import type { Page } from '../report/pretty/page.ts'
import { stanceNames } from '../report/pretty/words.ts'
import { setIn, wrap } from '../report/pretty/wrap.ts'

/** Gives a text of a rule or a table as lines of a page, set in by `indent` columns. */
export function prose(text: string, indent: number, page: Page): readonly string[] {
  return setIn(wrap(page.show(text.trim().replace(/\s+/g, ' ')), page.width - indent), indent)
}

/** Gives what a source is and how it bears on the matter, and its address. */
export function sourceLines({ document, section, stance, revised, url }: Source, page: Page): readonly string[] {
  const details = [stanceNames[stance], ...(revised === undefined ? [] : [`revised ${revised}`])].join(', ')
  return [...prose(`${document}, "${section}" (${details})`, 2, page), `    ${page.link(page.show(url), url)}`]
}

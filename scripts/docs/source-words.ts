import type { Source } from '../../src/model/report.ts'
import { markdownText } from '../../src/report/markdown-text.ts'

/** A page of Microsoft's with its section and revision, as one line of Markdown. */
export function sourceWords({ document, section, url, revised }: Source): string {
  const when = revised === undefined ? '' : `, ${revised}`
  return `[${markdownText(document)}](<${url}>), "${markdownText(section)}"${when}`
}

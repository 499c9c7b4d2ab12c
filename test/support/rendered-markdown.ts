import markdownIt from 'markdown-it'
import { elements, type XmlTree, xmlTree } from './xml.ts'

/** A table as a reader sees it: the heading before it, its heads, and its rows, each cell as text. */
export interface RenderedTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Renders Markdown with everything that a page may turn it into: HTML, tables, and links of whatever looks like one. */
export function rendered(text: string): XmlTree {
  const renderer = markdownIt({ html: true, linkify: true, xhtmlOut: true })
  return xmlTree(`<page>${renderer.render(text)}</page>`)
}

/** Gives the tables of a page. */
export function tablesOf(page: XmlTree): readonly RenderedTable[] {
  let title = ''
  return page.children.flatMap((child) => {
    if (/^h\d$/.test(child.name)) title = child.text
    if (child.name !== 'table') return []
    const heads = elements(child, 'th').map(({ text }) => text)
    const rows = elements(child, 'tr').slice(1)
    return [{ title, heads, rows: rows.map((row) => elements(row, 'td').map(({ text }) => text)) }]
  })
}

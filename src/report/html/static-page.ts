import type { Report } from '../../model/report.ts'
import { type Html, html } from './markup.ts'

/** A page that needs nothing but its own style. */
interface StaticPage {
  readonly tool: Report['tool']
  readonly title: Html
  readonly style: string
  /** What the content security policy calls the style. */
  readonly styleHash: string
  /** What stands between the tags of the body. */
  readonly body: Html
}

/** Gives a page as one HTML file: nothing is fetched, nothing runs, and only the page's own style holds. */
export function staticPage({ tool, title, style, styleHash, body }: StaticPage): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`
  const page = html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${{ markup: policy.replaceAll("'", '&#39;') }}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="${tool.name} ${tool.version}">
    <title>${title} - ${tool.name}</title>
    <link rel="icon" href="data:,">
    <style>${{ markup: style }}</style>
    </head>
    <body>
    ${body}
    </body>
    </html>
    `
  // What is left out leaves an empty line.
  return page.markup.replace(/\n\s*/g, '\n')
}

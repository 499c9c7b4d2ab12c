import { visible } from '../model/visible.ts'

// What GitHub makes a mention, a reference or a link of after Markdown is done, so that a backslash does not help.
const linked = /(?:@|#(?=\d)|:(?=\/\/)|(?<=www)\.)+/gi
// A backtick as an entity: next to one of ours an escaped one would still count.
const escaped = /[\\*_{}[\]<>()#+!|~&]|`|^[-=]|^\d+(?=[.)])/g

/** Gives a text that Markdown shows letter by letter, also in a table: no link, image, heading, mention or HTML comes of it. */
export function markdownText(text: string): string {
  let done = ''
  let from = 0
  const shown = visible(text).trim()
  for (const { 0: run, index } of shown.matchAll(linked)) {
    done += `${literal(shown.slice(from, index))}\`${run}\``
    from = index + run.length
  }
  return done + literal(shown.slice(from))
}

/** Gives lines as a fenced block of code, the fence longer than any run of backticks in it. */
export function codeBlock(lines: readonly string[], language: string): string {
  const code = lines.map(visible).join('\n')
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

function literal(text: string): string {
  return text.replace(escaped, (found) => (found === '`' ? '&#96;' : `\\${found}`))
}

import { visible } from '../../model/visible.ts'

/** Gives a text that Markdown shows letter by letter: no link, image, heading, mention or HTML comes of it. */
export function markdownText(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#+!|~@&]|^[-=]|^\d+(?=[.)])/gm, '\\$&')
}

/** Gives lines as a fenced block of code, the fence longer than any run of backticks in it. */
export function codeBlock(lines: readonly string[], language: string): string {
  const code = lines.map(visible).join('\n')
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

/** The tables of a Markdown text: the cells of each row, without heads. */
export function tablesOf(markdown: string): readonly (readonly (readonly string[])[])[] {
  return [...markdown.matchAll(/^\|.*\|\n\|(?: *:?-+:? *\|)+\n((?:\|.*\n?)*)/gm)].map(([, body = '']) =>
    body
      .trimEnd()
      .split('\n')
      .map((line) =>
        line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  )
}

import { columns, cut } from './columns.ts'

/** Gives a visible text as lines of at most `width` columns, broken between words, or inside a word that is longer. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (let word of text.split(' ')) {
    let size = columns(word)
    if (line !== '' && used + 1 + size > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    while (size > width) {
      const [head, rest] = cut(word, width)
      lines.push(head)
      word = rest
      size = columns(word)
    }
    line = line === '' ? word : `${line} ${word}`
    used = used === 0 ? size : used + 1 + size
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** Gives visible parts as lines of at most `width` columns, `dot` between them, broken between parts where they fit. */
export function flow(parts: readonly string[], dot: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const joined = `${lines.at(-1)} ${dot} ${part}`
    if (lines.length > 0 && columns(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrap(part, width))
  }
  return lines
}

/** Gives lines set in by `indent` columns. */
export function setIn(lines: readonly string[], indent: number): readonly string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(indent) + line))
}

/** Gives lines with a label of `width` columns before the first and as much space before the others. */
export function labelled(
  label: string,
  width: number,
  lines: readonly string[],
  paint: (text: string) => string,
): readonly string[] {
  const first = paint(label) + ' '.repeat(Math.max(width - label.length, 1))
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(width)) + line)
}

import { visible } from '../model/visible.ts'

/** Breaks a text into lines of at most `width` characters, each with `indent` blanks in front; a word never breaks. */
export function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of visible(text.trim().replace(/\s+/g, ' ')).split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n')
}

/** Gives a text line by line as it stands, each with `indent` blanks in front. */
export function verbatim(text: string, indent: number): string {
  const lines = text.trimEnd().split('\n')
  return lines.map((line) => ' '.repeat(indent) + visible(line)).join('\n')
}

import type { OptionTable } from './option.ts'

/** What the help of a command consists of. */
interface HelpPage {
  readonly about: string
  readonly usage: readonly string[]
  readonly options: OptionTable
  /** Further parts: a heading, and lines of two columns. */
  readonly parts?: Readonly<Record<string, readonly Row[]>>
  readonly examples: readonly string[]
}

/** What is explained, and its explanation. */
export type Row = readonly [term: string, explanation: string]

const width = 80

/** Gives a page of help of 80 columns, ready to be printed. */
export function helpPage({ about, usage, options, parts = {}, examples }: HelpPage): string {
  const sections = [
    broken(about, width).join('\n'),
    part('Usage', usage),
    part('Options', table(optionRows(options))),
    ...Object.entries(parts).map(([heading, rows]) => part(heading, table(rows))),
    part('Examples', examples),
  ]
  return `${sections.join('\n\n')}\n`
}

function part(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}

function optionRows(options: OptionTable): readonly Row[] {
  return Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `
    const value = option.kind === 'flag' ? '' : ` ${option.placeholder}`
    return [`${short}--${name}${value}`, option.help]
  })
}

function table(rows: readonly Row[]): readonly string[] {
  const left = Math.max(...rows.map(([term]) => term.length)) + 2
  return rows.flatMap(([term, explanation]) =>
    broken(explanation, width - 2 - left).map((line, index) => (index === 0 ? term : '').padEnd(left) + line),
  )
}

function broken(text: string, columns: number): readonly string[] {
  return text.match(new RegExp(`\\S.{0,${columns - 1}}(?=\\s|$)`, 'g')) ?? []
}

import { styleText } from 'node:util'

/** Adds colour to a text, or leaves it as it is. Never alone a bearer of meaning. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  /** Coloured by the severity that the text begins with. */
  readonly severity: (text: string) => string
}

const severityColours = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Gives the brushes for a terminal with 16 colours, or for none. */
export function painter(colour: 'none' | '16'): Paint {
  if (colour === 'none') return { bold: same, dim: same, severity: same }
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    // Whether colour is wanted has been decided; Node shall not decide again.
    styleText(format, text, { validateStream: false })
  return {
    bold: style('bold'),
    dim: style('dim'),
    severity: (text) => {
      const found = /^\s*(error|warning|info)/.exec(text)?.[1] as keyof typeof severityColours | undefined
      return found === undefined ? text : style(severityColours[found])(text)
    },
  }
}

function same(text: string): string {
  return text
}

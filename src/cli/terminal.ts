import type { Host } from './host.ts'
import type { OptionTable } from './option.ts'

const colourChoices = ['auto', 'always', 'never'] as const
type ColourChoice = (typeof colourChoices)[number]

/** When to write in colour. */
export const colourOption = {
  color: {
    kind: 'value',
    placeholder: 'WHEN',
    choices: colourChoices,
    help: 'auto, always or never; default auto, which heeds NO_COLOR and FORCE_COLOR',
  },
} as const satisfies OptionTable

/** What may be written to where a text goes, as the formats ask for it. */
export interface Terminal {
  readonly color: 'none' | '16'
  /** Whether links may be written as OSC 8 sequences. */
  readonly hyperlinks: boolean
  /** The width of a line in characters: 40 to 100. */
  readonly width: number
  /** Whether only ASCII is sure to be shown. */
  readonly ascii: boolean
}

type Surroundings = Pick<Host, 'env' | 'platform' | 'stdoutIsTerminal' | 'columns'>

/** Tells what may be written to standard output. */
export function standardOutput(host: Surroundings, choice: ColourChoice = 'auto'): Terminal {
  const colour = hasColour(host, choice)
  return {
    color: colour ? '16' : 'none',
    hyperlinks: colour && host.stdoutIsTerminal && showsHyperlinks(host.env),
    width: Math.min(Math.max(host.columns ?? 80, 40), 100),
    ascii: host.platform === 'win32' && !host.env.WT_SESSION && !host.env.TERM_PROGRAM,
  }
}

/** Tells what may be written to a file: text in UTF-8, with colour only when asked. */
export function fileOutput(choice: ColourChoice = 'auto'): Terminal {
  return { color: choice === 'always' ? '16' : 'none', hyperlinks: false, width: 80, ascii: false }
}

// The flag, then FORCE_COLOR before NO_COLOR as Node and chalk have it, then what the terminal is.
function hasColour({ env, stdoutIsTerminal }: Surroundings, choice: ColourChoice): boolean {
  if (choice !== 'auto') return choice === 'always'
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  return !env.NO_COLOR && env.TERM !== 'dumb' && stdoutIsTerminal
}

const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty'])

// The terminals that document OSC 8; every other one might print the address as rubbish.
function showsHyperlinks(env: Host['env']): boolean {
  if (env.TERM === 'dumb' || env.STY) return false
  return (
    Boolean(env.WT_SESSION || env.KITTY_WINDOW_ID) ||
    programs.has(env.TERM_PROGRAM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000
  )
}

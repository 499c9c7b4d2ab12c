import { Chalk } from 'chalk'
import type { Severity, Verdict } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { webAddress } from '../web-address.ts'

/** What the terminal can show, and how much the reader wants to see. */
export interface PrettyOptions {
  /** Columns; default 80, at least 40. */
  readonly width?: number
  /** `16` writes SGR sequences of the sixteen basic colours; default `none`. */
  readonly color?: 'none' | '16'
  /** Whether addresses become OSC 8 hyperlinks. */
  readonly hyperlinks?: boolean
  /** Whether the tool's own signs stay within ASCII. */
  readonly ascii?: boolean
  /** Adds why, addresses, all places, and outcomes by rule. */
  readonly verbose?: boolean
  /** Leaves the verdict and what blocks. */
  readonly quiet?: boolean
}

type Paint = (text: string) => string

/** A page to write on: its measures, colours and signs. */
export interface Page {
  readonly width: number
  /** Too narrow for columns beside each other. */
  readonly narrow: boolean
  readonly verbose: boolean
  readonly quiet: boolean
  /** Between parts of a line. */
  readonly dot: string
  /** In place of what is left out. */
  readonly gap: string
  /** Gives a text from outside fit for the terminal: visible, and its long names shortened in the middle. */
  readonly show: Paint
  /** Gives a command fit for the terminal: whole, unless it is absurdly long. */
  readonly showCommand: Paint
  readonly strong: Paint
  readonly faint: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly verdict: Readonly<Record<Verdict, Paint>>
  /** Gives a visible text as a link where the terminal can and the address is one of the web. */
  readonly link: (text: string, address: string) => string
}

/** Gives the page for a terminal. */
export function pageOf(options: PrettyOptions): Page {
  const { ascii = false, hyperlinks = false, verbose = false, quiet = false } = options
  const width = Math.max(options.width ?? 80, 40)
  const gap = ascii ? '...' : '…'
  const chalk = new Chalk({ level: options.color === '16' ? 1 : 0 })
  return {
    width,
    narrow: width < 64,
    verbose,
    quiet,
    dot: ascii ? '-' : '·',
    gap,
    show: (text) => legible(text, 120, 1000, gap),
    showCommand: (text) => legible(text, 1000, 2000, gap),
    strong: one(chalk.bold),
    faint: one(chalk.dim),
    severity: { error: one(chalk.red), warning: one(chalk.yellow), info: one(chalk.cyan) },
    verdict: {
      ready: one(chalk.bold.green),
      blocked: one(chalk.bold.red),
      undecided: one(chalk.bold.yellow),
      unusable: one(chalk.bold.red),
    },
    link: hyperlinks ? hyperlink : (text) => text,
  }
}

/** chalk paints all its arguments, so that an index beside the text would be printed. */
function one(paint: Paint): Paint {
  return (text) => paint(text)
}

function hyperlink(text: string, address: string): string {
  const target = webAddress(address)
  return target === undefined ? text : `\u001b]8;;${target}\u001b\\${text}\u001b]8;;\u001b\\`
}

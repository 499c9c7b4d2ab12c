import type { Report } from '../model/report.ts'
import type { PrettyOptions } from './pretty.ts'
import type { SarifOptions } from './sarif.ts'

/** What the formats may ask for beside the report; each takes what it needs. */
type FormatOptions = PrettyOptions & SarifOptions

/** Gives a report as text. */
type Format = (report: Report, options: FormatOptions) => string

/** The formats by name, each loaded when it is asked for. */
export const formats = {
  pretty: async (): Promise<Format> => (await import('./pretty.ts')).pretty,
  json: async (): Promise<Format> => (await import('./json.ts')).json,
  sarif: async (): Promise<Format> => (await import('./sarif.ts')).sarif,
  junit: async (): Promise<Format> => (await import('./junit.ts')).junit,
  github: async (): Promise<Format> => (await import('./github.ts')).github,
  gitlab: async (): Promise<Format> => (await import('./gitlab.ts')).gitlab,
  markdown: async (): Promise<Format> => (await import('./markdown.ts')).markdown,
  html: async (): Promise<Format> => (await import('./html.ts')).html,
  csv: async (): Promise<Format> => (await import('./csv.ts')).csv,
  unix: async (): Promise<Format> => (await import('./unix.ts')).unix,
} as const

export type FormatName = keyof typeof formats

/**
 * The formats without a place for a comparison of targets: what they hold are tests or issues, and ways that are not taken are
 * neither. Without any, they would read as fine.
 */
export const ofOneTarget: readonly FormatName[] = ['junit', 'gitlab']

import type { RunbookReport } from '../../model/runbook-report.ts'
import type { PrettyOptions } from '../pretty.ts'
import type { SarifOptions } from '../sarif.ts'

/** Gives the report on a runbook as text. */
type RunbookFormat = (report: RunbookReport, options: PrettyOptions & SarifOptions) => string

/** The formats of a report on a runbook by name, each loaded when it is asked for. */
export const runbookFormats = {
  pretty: async (): Promise<RunbookFormat> => (await import('./runbook-pretty.ts')).runbookPretty,
  json: async (): Promise<RunbookFormat> => (await import('./runbook-json.ts')).runbookJson,
  sarif: async (): Promise<RunbookFormat> => (await import('./runbook-sarif.ts')).runbookSarif,
} as const

export type RunbookFormatName = keyof typeof runbookFormats

import type { PlanReport } from '../../model/plan-report.ts'
import type { PrettyOptions } from '../pretty.ts'

/** Gives a plan as text. */
type PlanFormat = (plan: PlanReport, options: PrettyOptions) => string

/** The formats of a plan by name, each loaded when it is asked for. */
export const planFormats = {
  pretty: async (): Promise<PlanFormat> => (await import('./plan-pretty.ts')).planPretty,
  json: async (): Promise<PlanFormat> => (await import('./plan-json.ts')).planJson,
  markdown: async (): Promise<PlanFormat> => (await import('./plan-markdown.ts')).planMarkdown,
  csv: async (): Promise<PlanFormat> => (await import('./plan-csv.ts')).planCsv,
  html: async (): Promise<PlanFormat> => (await import('./plan-html.ts')).planHtml,
} as const

export type PlanFormatName = keyof typeof planFormats

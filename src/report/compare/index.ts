import type { Comparison } from '../../model/comparison.ts'
import type { PrettyOptions } from '../pretty.ts'
import type { SarifOptions } from '../sarif.ts'

/** Gives a comparison as text. */
type ComparisonFormat = (comparison: Comparison, options: PrettyOptions & SarifOptions) => string

/** The formats of a comparison by name, each loaded when it is asked for. */
export const comparisonFormats = {
  pretty: async (): Promise<ComparisonFormat> => (await import('./comparison-pretty.ts')).comparisonPretty,
  json: async (): Promise<ComparisonFormat> => (await import('./comparison-json.ts')).comparisonJson,
  markdown: async (): Promise<ComparisonFormat> => (await import('./comparison-markdown.ts')).comparisonMarkdown,
  html: async (): Promise<ComparisonFormat> => (await import('./comparison-html.ts')).comparisonHtml,
  sarif: async (): Promise<ComparisonFormat> => (await import('./comparison-sarif.ts')).comparisonSarif,
} as const

export type ComparisonFormatName = keyof typeof comparisonFormats

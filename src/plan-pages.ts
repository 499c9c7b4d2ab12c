import sourcedTables from '../generated/sourced-tables.json' with { type: 'json' }
import type { PlanReport } from './model/plan-report.ts'
import type { Source } from './model/report.ts'

/** The pages on the order for a target, and those on how long it takes. */
export function tablesFor(target: string): Pick<PlanReport, 'order' | 'durations'> {
  // Checked against rules/data/schema.json when it was generated.
  const { stepOrders, durations } = sourcedTables as unknown as {
    readonly stepOrders: readonly (SourcedRow & { readonly target: string })[]
    readonly durations: readonly SourcedRow[]
  }
  const pages = new Map(
    durations.flatMap(({ sources }) => sources).map((source) => [source.url + source.section, source]),
  )
  return { order: stepOrders.find((row) => row.target === target)?.sources ?? [], durations: [...pages.values()] }
}

interface SourcedRow {
  readonly sources: readonly Source[]
}

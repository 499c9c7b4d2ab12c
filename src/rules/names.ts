/** The names that conditions and messages may use. */
export const names = {
  /** The part of the inventory at hand. */
  it: 'it',
  /** The object that holds it, lists between them skipped. */
  parent: 'parent',
  /** The logical name of the part. */
  subject: 'subject',
  deployment: 'deployment',
  servers: 'servers',
  migration: 'migration',
  collection: 'collection',
  target: 'target',
  method: 'method',
  phase: 'phase',
  /** The day of the run, midnight UTC. */
  today: 'today',
  /** The day of the move, else that of the run. */
  plannedDay: 'plannedDay',
} as const

/** The same names in the order in which a scope holds their values. */
export const nameOrder: readonly string[] = Object.values(names)

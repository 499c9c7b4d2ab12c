import {
  type Category,
  categories,
  type Method,
  type Phase,
  type Release,
  type Severity,
  type Source,
} from '../model/report.ts'

/** A built-in rule as its file has it. */
export interface CatalogueRule {
  readonly id: string
  readonly category: Category
  readonly title: string
  readonly severity: Severity | readonly SeverityEntry[]
  readonly for: string
  readonly when?: string
  readonly require: string
  readonly message: string
  readonly remediation: {
    readonly text: string
    readonly commands?: readonly string[]
    readonly verify?: readonly string[]
  }
  readonly why: string
  readonly sources: readonly Source[]
  readonly suppressible?: boolean
  readonly examples: Readonly<Partial<Record<ExampleKind, readonly Example[]>>>
}

/** A severity and where it holds; what is left out holds everywhere. The first entry that fits decides. */
export interface SeverityEntry {
  readonly is: Severity
  readonly phases?: readonly Phase[]
  readonly methods?: readonly Method[]
  readonly targets?: readonly Release[]
}

export const exampleKinds = ['fails', 'passes', 'undecided', 'notApplicable'] as const
export type ExampleKind = (typeof exampleKinds)[number]

/** A small inventory that shows one outcome. */
export interface Example {
  readonly name: string
  readonly findings?: readonly { readonly pointer: string; readonly message: string }[]
}

/** Gives every built-in rule in the order of the migration, then by id. */
export async function loadCatalogue(): Promise<readonly CatalogueRule[]> {
  const { default: rules } = await import('../../generated/catalogue.json', { with: { type: 'json' } })
  // Each rule file was validated when the catalogue was built.
  return (rules as unknown as readonly CatalogueRule[]).toSorted(byStepAndId)
}

/** Names a step of the migration. */
export function stepName(category: Category): string {
  const step = stepNumbers[category]
  return step === undefined ? 'The whole estate' : `Step ${step}, ${category.replaceAll('-', ' ')}`
}

// Step 7 of the article is a rule of the estate.
const stepNumbers: Readonly<Record<Category, number | undefined>> = {
  estate: undefined,
  'connection-broker': 1,
  'session-collections': 2,
  'virtual-desktop-collections': 3,
  'web-access': 4,
  gateway: 5,
  licensing: 6,
  certificates: 8,
}

function byStepAndId(one: CatalogueRule, other: CatalogueRule): number {
  return categories.indexOf(one.category) - categories.indexOf(other.category) || (one.id < other.id ? -1 : 1)
}

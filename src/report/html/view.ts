import type { Category, InventoryReport, Missing, Report, RuleDescriptor } from '../../model/report.ts'
import { standing } from '../../model/standing.ts'
import { type Entry, entriesOf } from '../entry.ts'
import { type Fact, type FactKind, factsOf, kindsOf } from '../pretty/unknowns.ts'
import type { Anchors } from './anchors.ts'
import { listedOf } from './listed.ts'
import { kindOf, type Marks, marksOf } from './marks.ts'
import { type Site, type Sites, sitesOf } from './sites.ts'

/** An entry with its id in the page and where it sits. */
export interface PlacedEntry extends Entry {
  readonly id: string
  readonly site: Site
  /** Whether its place is one in the text of its file; a file of a bundle has none. */
  readonly isInText: boolean
  /** What is missing; empty for a finding. */
  readonly missing: readonly Missing[]
}

/** Facts of one kind with their id in the page. */
export interface PlacedKind extends FactKind {
  readonly id: string
}

/** One inventory as the page shows it. */
export interface View {
  readonly report: Report
  /** The inventory with what nobody has answered: neither suppressed nor known. */
  readonly open: InventoryReport
  readonly inventory: InventoryReport
  /** Its number among the inventories, from 0. */
  readonly number: number
  readonly anchor: Anchors
  readonly rules: ReadonlyMap<string, RuleDescriptor>
  readonly entries: readonly PlacedEntry[]
  /** What counts and is listed. */
  readonly listed: readonly PlacedEntry[]
  /** How many remarks count and are not listed. */
  readonly unlisted: number
  readonly facts: readonly Fact[]
  readonly kinds: readonly PlacedKind[]
  /** The id of the kind that a missing fact belongs to. */
  readonly kindOf: (missing: Missing) => string | undefined
  readonly sites: Sites
  /** What counts, by the part of the picture that carries it. */
  readonly marks: Marks
}

/** Prepares an inventory for the page. */
export function viewOf(report: Report, inventory: InventoryReport, number: number, anchor: Anchors): View {
  const sites = sitesOf(inventory.topology)
  const told = inventory.findings.length
  const entries = entriesOf(inventory).map((entry, index): PlacedEntry => {
    const open = inventory.undecided[index - told]
    const missing = open?.missing ?? []
    const isInText = (open ?? inventory.findings[index])?.origin === undefined
    const site = siteOf(sites, entry, missing)
    return { ...entry, isInText, missing, site, id: anchor(entry.fingerprint ? `f-${entry.fingerprint}` : 'undecided') }
  })
  const open = standing(inventory)
  const listed = listedOf(entries, report.failOn)
  const facts = factsOf(open)
  const kinds = kindsOf(facts).map((kind) => ({ ...kind, id: anchor('missing') }))
  const ids = new Map(kinds.flatMap(({ facts, id }) => facts.map(({ missing }) => [missing.pointer, id] as const)))
  return {
    ...{ report, inventory, open, number, anchor, entries, listed, facts, kinds, sites },
    unlisted: entries.filter((entry) => kindOf(entry) !== undefined).length - listed.length,
    rules: new Map(report.rules.map((rule) => [rule.id, rule])),
    kindOf: ({ pointer }) => ids.get(pointer),
    marks: marksOf(entries),
  }
}

/** More servers than this make no filter of one entry. */
const most = 200

function siteOf(sites: Sites, { pointer, category }: Entry, missing: readonly Missing[]): Site {
  const own = sites.at(pointer, category)
  if (missing.length === 0) return own
  const all = [own, ...missing.slice(0, most).map((fact) => sites.at(fact.pointer, category satisfies Category))]
  return {
    servers: [...new Set(all.flatMap(({ servers }) => servers))],
    collections: [...new Set(all.flatMap(({ collections }) => collections))],
    spots: [...new Set(all.flatMap(({ spots }) => spots))],
  }
}

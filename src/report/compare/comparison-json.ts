import type { Change, ComparedItem, Comparison } from '../../model/comparison.ts'
import { jsonText } from '../json-text.ts'

/** Gives the comparison as JSON, version 1: see comparison.schema.json. Texts stand as the inventories have them. */
export function comparisonJson({ verdict, items, notCompared }: Comparison): string {
  return `${jsonText({ format: 1, verdict, items: items.map(itemOf), notCompared }, 2)}\n`
}

function itemOf({ kind, name, status, before, after, changes }: ComparedItem): object {
  return { kind, name, status, before, after, changes: changes.map(changeOf) }
}

function changeOf({ property, before, after }: Change): object {
  return { property, before, after }
}

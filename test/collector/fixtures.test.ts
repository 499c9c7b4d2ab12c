import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { storyInventory } from '../../scripts/fixtures/story-inventory.ts'
import { anonymize } from '../../src/collector/anonymize/anonymize.ts'
import { inventoryText, withMigration } from '../../src/collector/inventory-text.ts'
import type { Inventory, Migration } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import { lint } from '../../src/lint.ts'
import type { InventoryReport } from '../../src/model/report.ts'
import { collected, filesOf } from '../support/a-bundle.ts'

describe.each(readdirSync('fixtures').sort())('the bundle of %s', (story) => {
  const described: Inventory = JSON.parse(readFileSync(`fixtures/${story}/inventory.json`, 'utf8'))
  const made = collected(filesOf(`fixtures/${story}/bundle`))
  const inventory = withMigration(made, described.migration)
  const [fromBundle, fromInventory] = [reportOn(inventory), reportOn(described)]

  test('can be read without a remark, and gives an inventory without one', () => {
    expect(made.diagnostics).toEqual([])
    expect(loadInventory(new TextEncoder().encode(inventoryText(inventory))).diagnostics).toEqual([])
  })

  test('gives the same bytes each time', () => {
    expect(inventoryText(withMigration(collected(filesOf(`fixtures/${story}/bundle`)), described.migration))).toBe(
      inventoryText(inventory),
    )
  })

  test('tells the inventory of its story to the letter, but for what was filled in by hand and in the plan', () => {
    const { migration, ...others } = described
    const planned = { ...others, ...(migration ? { migration: withoutListings(migration) } : {}) }
    expect(inventoryText(storyInventory(made, planned))).toBe(readFileSync(`fixtures/${story}/inventory.json`, 'utf8'))
  })

  test('leaves nothing undecided that the inventory decides, but for customized pages', () => {
    const open = new Set(fromInventory.undecided.map(keyOf))
    const more = fromBundle.undecided.filter((one) => !open.has(keyOf(one)))
    expect(more.filter(({ rule }) => rule !== 'web-access-customized').map(keyOf)).toEqual([])
    expect(fromBundle.verdict).toBe(fromInventory.verdict)
  })

  test('lets every finding of the inventory be found, or undecided, and none pass', () => {
    const seen = new Set([...fromBundle.findings, ...fromBundle.undecided].map(keyOf))
    const open = new Set(fromBundle.undecided.map(({ rule }) => rule))
    expect(fromInventory.findings.filter((one) => !seen.has(keyOf(one)) && !open.has(one.rule)).map(keyOf)).toEqual([])
  })

  test('gives the same findings with pseudonyms', () => {
    const veiled = reportOn(anonymize(inventory))
    expect(veiled.verdict).toBe(fromBundle.verdict)
    expect(veiled.findings.map(placeOf)).toEqual(fromBundle.findings.map(placeOf))
    expect(veiled.undecided.map(placeOf)).toEqual(fromBundle.undecided.map(placeOf))
  })

  test('holds no secret', () => {
    for (const [name, bytes] of Object.entries(filesOf(`fixtures/${story}/bundle`)))
      expect(`${name} ${Buffer.from(bytes)}`).not.toContain('SECRET-MARKER')
  })
})

function reportOn(inventory: Inventory): InventoryReport {
  const bytes = new TextEncoder().encode(inventoryText(inventory))
  const [report] = lint([{ file: 'inventory.json', bytes }], { asOf: '2026-11-24' }).inventories
  if (!report) throw new Error('no report')
  return report
}

function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule} ${subject.toLowerCase()}`
}

function placeOf({ rule, pointer }: { readonly rule: string; readonly pointer: string }): string {
  return `${rule} ${pointer}`
}

/** A plan without the files that the script lists. */
function withoutListings({ profileDiskLocations, ...plan }: Migration): Migration {
  return {
    ...plan,
    ...(profileDiskLocations
      ? { profileDiskLocations: profileDiskLocations.map(({ source, destination }) => ({ source, destination })) }
      : {}),
  }
}

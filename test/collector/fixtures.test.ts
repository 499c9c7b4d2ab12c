import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { anonymize } from '../../src/collector/anonymize/anonymize.ts'
import { inventoryText, withMigration } from '../../src/collector/inventory-text.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
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

  test('contradicts the inventory in nothing', () => {
    const contradicted = differences(told(inventory.servers), told(described.servers))
    expect([...contradicted, ...differences(told(inventory.deployment), told(described.deployment))]).toEqual([])
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

/** What a section tells, by paths in which entries of lists stand by their names. */
function told(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      found.set(path, JSON.stringify([...value].map((one) => String(one).toLowerCase()).sort()))
    else for (const one of value) told(one, `${path}[${nameOf(one)}]`, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) told(inner, `${path}/${name}`, found)
  } else if (value !== undefined) found.set(path, typeof value === 'string' ? value.toLowerCase() : value)
  return found
}

function nameOf(entry: Readonly<Record<string, unknown>>): string {
  return (
    String(entry.kind ?? '') +
    String(entry.name ?? entry.server ?? entry.role ?? entry.thumbprint ?? entry.alias ?? entry.id).toLowerCase()
  )
}

// What the host invents where the story is silent, spells in its own way, or cannot turn back (its README says so).
const ofTheHost =
  /\/(?:caption|machineKeyHash|alias|type|path|state|computerGroupType|expiresOn|secondary|customized|dnsNames|enhancedKeyUsage|subjectAlternateNames|upgradedBefore|installedMarker)$/

function differences(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...one].flatMap(([path, value]) => {
    if (ofTheHost.test(path) || other.get(path) === value) return []
    return other.has(path) ? [`${path}: ${value}, not ${other.get(path)}`] : []
  })
}

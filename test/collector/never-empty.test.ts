import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sources } from '../../src/collector/sources/index.ts'
import { aBundle, collected } from '../support/a-bundle.ts'

const server = 'NWCB01.northwind.example'
const neverEmpty = sources.filter((source) => source.neverEmpty !== undefined)
const asked = { deployment: {}, collection: { collection: 'Sales' }, server: { server } }

test.each(neverEmpty.map((source) => [source.name, source] as const))(
  '%s always answers with something, so that an empty answer is a failed one and tells nothing',
  (name, source) => {
    // Of two questions of one name, the one that can be empty decides.
    if (sources.some((other) => other.name === name && other.neverEmpty === undefined)) return
    const { inventory, diagnostics } = collected(aBundle([{ name, ...asked[source.about], status: 'empty' }]))
    const [row] = inventory.collection?.sources ?? []
    expect(row?.status).toBe('failed')
    expect(row?.message).toBe(`${source.neverEmpty}, but the answer holds nothing`)
    expect(diagnostics).toHaveLength(1)
    const { collection: _, servers = [], ...others } = inventory
    expect(others).toEqual({ schemaVersion: 1 })
    // The server that was asked is there, whatever came of it.
    expect(servers).toEqual(source.about === 'server' ? [{ name: server }] : [])
  },
)

test('no question that the script takes for failed where it is empty reads as nothing there', () => {
  const script = readFileSync('collector/Export-RdsInventory.ps1', 'utf8')
  const always = [...script.matchAll(/Read-Source '([^']+)'[^\n]*? -Always\b/g)].map(([, name]) => name)
  expect(always.length).toBeGreaterThan(10)
  expect(always.filter((name) => !neverEmpty.some((source) => source.name === name))).toEqual([])
})

test('a server has features, so that a list of none is none of Get-WindowsFeature', () => {
  const { inventory } = collected(aBundle([{ name: 'Get-WindowsFeature', server, status: 'empty' }]))
  expect(inventory.servers).toEqual([{ name: server }])
})

test('a broker whose answer names neither a server nor none does not deny a deployment', () => {
  expect(collected(aBundle([{ name: 'Win32_RDMSEnvironment', server, status: 'empty' }])).inventory).not.toHaveProperty(
    'deployment',
  )
})

import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isPlainName } from '../../src/collector/bundle/files.ts'
import { readBundle } from '../../src/collector/bundle/read-bundle.ts'
import { isZip, unzip } from '../../src/collector/bundle/zip.ts'
import { collect } from '../../src/collector/collect.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { aBundle, bundleOf, clixml, collected, filesOf, objects, sha256 } from '../support/a-bundle.ts'

const servers = objects({ Server: 'NWCB01.northwind.example', Roles: ['RDS-CONNECTION-BROKER'] })
const bundle = aBundle([
  { name: 'Get-RDServer', text: servers },
  { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) },
])

function changed(change: (source: Record<string, unknown>) => void): Record<string, string> {
  const manifest = JSON.parse(bundle['manifest.json'] ?? '')
  change(manifest.sources[0])
  return { ...bundle, 'manifest.json': JSON.stringify(manifest) }
}

function without(name: string): Record<string, string> {
  const { [name]: _gone, ...rest } = bundle
  return rest
}

test.each([
  ['is missing', without('001-source.clixml'), /no such file/],
  ['was changed', { ...bundle, '001-source.clixml': servers.replace('NWCB01', 'NWCB02') }, /not as it was collected/],
  ['was cut off', { ...bundle, '001-source.clixml': servers.slice(0, 90) }, /not as it was collected/],
  [
    'is said to be elsewhere',
    changed((row) => Object.assign(row, { file: '../001-source.clixml' })),
    /no name of a file/,
  ],
  ['is said to be in a folder', changed((row) => Object.assign(row, { file: 'a\\b.clixml' })), /no name of a file/],
  ['has no hash', changed((row) => Object.assign(row, { sha256: undefined })), /no SHA-256/],
  ['is not named', changed((row) => Object.assign(row, { file: undefined })), /names no file/],
  [
    'is that of another source',
    aBundle([
      { name: 'Get-RDServer', text: objects({ CollectionName: 'Sales' }) },
      { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) },
    ]),
    /no property Server/,
  ],
  [
    'is no CLIXML',
    aBundle([
      { name: 'Get-RDServer', text: '<Objs' },
      { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) },
    ]),
    /not closed/,
  ],
  [
    'holds nothing',
    aBundle([
      { name: 'Get-RDServer', text: clixml() },
      { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) },
    ]),
    /holds nothing/,
  ],
  [
    'holds an error',
    aBundle([
      { name: 'Get-RDServer', text: clixml('<S S="Error">Access is denied.</S>') },
      { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) },
    ]),
    /Access is denied/,
  ],
])('a file that %s makes its own source a failed one, and nothing else', (_, files, reason) => {
  const { inventory, diagnostics } = collected(files)
  const [first, second] = inventory.collection?.sources ?? []
  expect(first).toMatchObject({ name: 'Get-RDServer', status: 'failed' })
  expect(first?.message).toMatch(reason)
  expect(inventory.servers).toBeUndefined()
  expect(diagnostics.length).toBeGreaterThan(0)
  if (second?.status === 'ok') expect(inventory.deployment?.sessionCollections).toEqual([{ name: 'Sales' }])
})

test.each([
  ['is missing', without('manifest.json'), /manifest\.json: there is no such file/],
  ['is no JSON', { ...bundle, 'manifest.json': '{' }, /manifest\.json: /],
  ['is no object', { ...bundle, 'manifest.json': '[]' }, /is an object/],
  [
    'is of another version',
    { ...bundle, 'manifest.json': '{ "bundleVersion": 2, "sources": [] }' },
    /bundleVersion 2; this version of rds-lint reads bundleVersion 1/,
  ],
  ['has no version', { ...bundle, 'manifest.json': '{ "sources": [] }' }, /no bundleVersion/],
  ['lists no sources', { ...bundle, 'manifest.json': '{ "bundleVersion": 1 }' }, /lists no sources/],
  [
    'has a list of no sources',
    { ...bundle, 'manifest.json': '{ "bundleVersion": 1, "sources": [] }' },
    /lists no sources/,
  ],
  [
    'has a source without a name',
    { ...bundle, 'manifest.json': '{ "bundleVersion": 1, "sources": [{}] }' },
    /has no name/,
  ],
  [
    'has a status that is none',
    { ...bundle, 'manifest.json': '{ "bundleVersion": 1, "sources": [{ "name": "x", "status": "fine" }] }' },
    /must be one of ok, empty, failed, skipped/,
  ],
])('a manifest that %s makes the bundle unusable', (_, files, sentence) => {
  const read = readBundle(bundleOf(files), sha256)
  expect('problem' in read && read.problem.message).toMatch(sentence)
})

test.each([
  ['020-Get-RDSessionHost.clixml', true],
  ['manifest.json', true],
  ['', false],
  ['.', false],
  ['..', false],
  ['../x', false],
  ['a/b', false],
  ['a\\b', false],
  ['C:x', false],
  ['file.clixml:stream', false],
  ['nul.clixml', false],
  ['a\u0000b', false],
  ['trailing.', false],
])('of %j it is told whether it is the name of a file in a bundle', (name, isPlain) => {
  expect(isPlainName(name)).toBe(isPlain)
})

describe('a zip file', () => {
  const bytes = Object.fromEntries(Object.entries(bundle).map(([name, text]) => [name, strToU8(text)]))

  test.each([
    ['of the files', bytes],
    [
      'of the folder',
      Object.fromEntries(Object.entries(bytes).map(([name, content]) => [`RdsInventory/${name}`, content])),
    ],
    [
      'of the folder, as .NET once wrote it',
      Object.fromEntries(Object.entries(bytes).map(([name, content]) => [`RdsInventory\\${name}`, content])),
    ],
  ])('%s holds the same as the folder', (_, entries) => {
    const zip = zipSync(entries)
    expect(isZip(zip)).toBe(true)
    const files = unzip(zip)
    if ('reason' in files) throw new Error(files.reason)
    const read = readBundle(files, sha256)
    if ('problem' in read) throw new Error(read.problem.message)
    expect(collect(read.questions).inventory).toEqual(collected(bundle).inventory)
  })

  test.each([
    ['without a manifest', zipSync({ 'a.clixml': strToU8('x') }), /no manifest\.json/],
    [
      'of two bundles',
      zipSync({ 'a/manifest.json': strToU8('{}'), 'b/manifest.json': strToU8('{}') }),
      /several bundles/,
    ],
    ['that was cut off', zipSync(bytes).slice(0, 100), /damaged or cut off/],
    [
      'that grows beyond reason',
      zipSync({ 'manifest.json': strToU8('{}'), 'a.clixml': new Uint8Array(2 ** 24) }),
      /grows more than any export/,
    ],
    ['of nothing', zipSync({}), /no manifest\.json/],
  ])('%s is refused', (_, zip, reason) => {
    const files = unzip(zip)
    expect('reason' in files && files.reason).toMatch(reason)
  })

  test('gives no file outside of its folder', () => {
    const files = unzip(
      zipSync({ 'manifest.json': strToU8('{}'), '../evil.clixml': strToU8('x'), '/etc/x.clixml': strToU8('x') }),
    )
    if ('reason' in files) throw new Error(files.reason)
    for (const name of ['../evil.clixml', 'evil.clixml', '/etc/x.clixml', 'x.clixml'])
      expect(files.read(name)).toHaveProperty('reason')
  })

  test('that was damaged anywhere is refused, or costs single sources', () => {
    const zip = zipSync(bytes)
    for (let at = 0; at < zip.length; at += 3) {
      const flipped = Uint8Array.from(zip)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      const files = unzip(flipped)
      if ('reason' in files) continue
      const read = readBundle(files, sha256)
      if ('problem' in read) continue
      const { servers: found } = collect(read.questions).inventory
      if (found !== undefined) expect(found).toEqual(collected(bundle).inventory.servers)
    }
  })
})

test('a bundle that was damaged in one file loses the facts of that source only', () => {
  const files = filesOf('fixtures/healthy-2012-farm/bundle')
  const whole = collected(files).inventory
  const names = Object.keys(files).filter((one) => one.endsWith('.clixml'))
  for (const name of names.filter((_, index) => index % 6 === 0)) {
    const bytes = Uint8Array.from(files[name] ?? [])
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    const { inventory } = collected({ ...files, [name]: bytes })
    expect(failedIn(inventory), name).toBe(failedIn(whole) + 1)
    expect(newFacts(inventory, whole), name).toEqual([])
  }
})

function failedIn({ collection }: Inventory): number {
  return (collection?.sources ?? []).filter(({ status }) => status === 'failed').length
}

/** Paths at which the first inventory tells what the second does not: a fact that came from nothing. */
function newFacts(one: unknown, other: unknown, path = ''): readonly string[] {
  if (path === '/collection') return []
  if (Array.isArray(one)) {
    if (!Array.isArray(other)) return [path]
    return one.length === 0 && other.length > 0
      ? [path]
      : one.flatMap((entry) =>
          typeof entry === 'object'
            ? newFacts(
                entry,
                other.find((candidate) => nameOf(candidate) === nameOf(entry)),
                `${path}[${nameOf(entry)}]`,
              )
            : other.includes(entry)
              ? []
              : [path],
        )
  }
  if (typeof one === 'object' && one !== null) {
    if (typeof other !== 'object' || other === null) return [path]
    return Object.entries(one).flatMap(([name, inner]) =>
      newFacts(inner, (other as Readonly<Record<string, unknown>>)[name], `${path}/${name}`),
    )
  }
  return Object.is(one, other) ? [] : [path]
}

function nameOf(entry: Readonly<Record<string, unknown>>): string {
  return (
    String(entry.kind ?? '') +
    String(entry.name ?? entry.server ?? entry.role ?? entry.thumbprint ?? entry.alias ?? entry.id)
  )
}

test.each([
  [
    'another row says that it failed',
    aBundle([
      { name: 'Get-RDConnectionBrokerHighAvailability', status: 'empty' },
      { name: 'Get-RDConnectionBrokerHighAvailability', status: 'failed', message: 'Access is denied.' },
    ]),
  ],
  [
    'it names a file',
    changedRow(aBundle([{ name: 'Get-RDConnectionBrokerHighAvailability', status: 'empty' }]), { file: '001.clixml' }),
  ],
])('a row that says "nothing there" is not believed where %s', (_, files) => {
  const { inventory, diagnostics } = collected(files)
  expect(inventory.deployment?.highAvailability).toBeUndefined()
  expect(diagnostics.map(({ message }) => message).join()).toMatch(/taken as failed/)
})

test('a file that the manifest names twice is believed for neither row', () => {
  const manifest = JSON.parse(bundle['manifest.json'] ?? '')
  const [row] = manifest.sources
  manifest.sources.push({ ...row, name: 'Get-RDServer', file: '001-SOURCE.clixml' })
  const { inventory } = collected({ ...bundle, 'manifest.json': JSON.stringify(manifest) })
  expect(inventory).not.toHaveProperty('servers')
  expect(inventory.collection?.sources?.map(({ status }) => status)).toEqual(['failed', 'ok', 'failed'])
  expect(inventory.collection?.sources?.[0]?.message).toMatch(/names this file twice/)
})

test('lists that refer to lists over and over are read at once', () => {
  const [first, ...rest] = Array.from({ length: 40 }, (_, id) =>
    id === 0 ? '<S>x</S>'.repeat(9) : `<Ref RefId="${id - 1}" />`.repeat(9),
  )
  const lists = [first, ...rest].map((items, id) => `<Obj RefId="${id}"><LST>${items}</LST></Obj>`)
  const { inventory } = collected(aBundle([{ name: 'Get-RDServer', text: clixml(...lists) }]))
  expect(inventory).not.toHaveProperty('servers')
})

function changedRow(files: Record<string, string>, change: object): Record<string, string> {
  const manifest = JSON.parse(files['manifest.json'] ?? '')
  Object.assign(manifest.sources[0], change)
  return { ...files, 'manifest.json': JSON.stringify(manifest) }
}

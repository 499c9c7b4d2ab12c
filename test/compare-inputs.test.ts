import { expect, test } from 'vitest'
import { compareInputs } from '../src/compare-inputs.ts'
import { nextOf } from '../src/report/compare/words.ts'
import { compared, farmBytes } from './support/a-comparison.ts'

const line = (bytes: Uint8Array, text: string) =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .findIndex((one) => one.includes(text)) + 1

test('places are those of the part, before and later', () => {
  const [before, after] = [farmBytes(), farmBytes(({ deployment }) => (deployment.licensing.mode = 'PerDevice'))]
  const changed = compared(before, after).items.find(({ status }) => status === 'changed')
  expect(changed?.beforePlace?.region.line).toBe(line(before, '"PerUser"'))
  expect(changed?.laterPlace.region.line).toBe(line(after, '"PerDevice"'))
})

test.each<readonly [string, Parameters<typeof farmBytes>[0], string, string]>([
  [
    'the list that lacks it',
    ({ deployment }) => (deployment.sessionCollections[0].remoteApps = []),
    'missing',
    '"remoteApps": []',
  ],
  ['what would hold the list', ({ deployment }) => delete deployment.certificates, 'notObserved', '"deployment"'],
  [
    'the section without the property',
    ({ deployment }) => delete deployment.gateway.mode,
    'notObserved',
    '"gateway": {',
  ],
  ['the whole file', (farm) => delete farm.deployment, 'notObserved', '{'],
])('the later place of what is gone is %s', (_, edit, status, text) => {
  const after = farmBytes(edit)
  const item = compared(farmBytes(), after).items.find((one) => one.status === status)
  const lines = new TextDecoder().decode(after).split('\n')
  expect(lines[(item?.laterPlace.region.line ?? 0) - 1]).toContain(text)
})

test.each<readonly [string, object[], string]>([
  [
    'what the collector said',
    [{ name: 'Get-RDCertificate', status: 'failed', message: 'Access is denied.' }],
    'Get-RDCertificate: Access is denied.',
  ],
  ['that it was not asked', [{ name: 'Get-RDCertificate', status: 'skipped' }], 'Get-RDCertificate: It was not asked.'],
  ['what would tell', [], 'Get-RDCertificate tells it.'],
])('the reason why something was not observed is %s', (_, sources, reason) => {
  const after = farmBytes(({ deployment, collection }) => {
    delete deployment.certificates
    collection.sources = sources
  })
  expect(compared(farmBytes(), after).items.find(({ status }) => status === 'notObserved')?.reason).toBe(reason)
})

test('the reason is that of the collection or server', () => {
  const after = farmBytes(({ deployment, collection }) => {
    delete deployment.sessionCollections[0].remoteApps
    collection.sources = [
      { name: 'Get-RDRemoteApp', collection: 'Office', status: 'failed', message: 'Not this one.' },
      { name: 'Get-RDRemoteApp', collection: 'Sales', status: 'failed', message: 'No broker answers.' },
    ]
  })
  const [item] = compared(farmBytes(), after).items.filter(({ status }) => status === 'notObserved')
  expect(item?.reason).toBe('Get-RDRemoteApp of Sales: No broker answers.')
})

test('fingerprints tell parts apart and survive another order', () => {
  const after = farmBytes(({ deployment }) => {
    deployment.sessionCollections[0].userGroups = []
    deployment.sessionCollections[1].remoteApps = []
  })
  const turned = farmBytes(({ deployment }) => deployment.sessionCollections.reverse())
  const prints = (before: Uint8Array) => compared(before, after).items.map(({ fingerprint }) => fingerprint)
  expect(new Set(prints(farmBytes())).size).toBe(prints(farmBytes()).length)
  expect(prints(turned)).toEqual(prints(farmBytes()))
})

test('what is unusable is told of both files, and nothing is compared', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const answer = compareInputs(
    { file: 'before.json', bytes: bytes('{}') },
    { file: 'after.json', bytes: bytes('{ "schemaVersion": 1, "servers": [], "servers": [] }') },
  )
  expect('unusable' in answer && answer.unusable.map(({ file }) => file)).toEqual(['before.json'])
  const twice = compareInputs(
    { file: 'before.json', bytes: bytes('{ "schemaVersion": 1 }') },
    { file: 'after.json', bytes: bytes('{ "schemaVersion": 1, "servers": [], "servers": [] }') },
  )
  expect('unusable' in twice && twice.unusable.map(({ file }) => file)).toEqual(['after.json'])
})

test('an earlier inventory that was collected after the later one is told so, and what to do', () => {
  const [before, after] = ['2026-12-06T10:00:00Z', '2026-11-20'].map((day) =>
    farmBytes(({ collection }) => (collection.collectedAt = day)),
  )
  const comparison = compared(before ?? new Uint8Array(), after ?? new Uint8Array())
  const [warning] = comparison.before.diagnostics
  expect(warning).toMatchObject({
    severity: 'warning',
    region: { line: line(before ?? new Uint8Array(), '"collectedAt"') },
  })
  expect(warning?.message).toBe(
    'collectedAt is 2026-12-06T10:00:00Z, after that of after.json (2026-11-20); name the earlier inventory first',
  )
  expect(nextOf(comparison)).toBe('Name the earlier inventory first: before.json was collected after after.json')
})

test.each<readonly [string, string | undefined, string | undefined]>([
  ['the same moment', '2026-11-20', '2026-11-20T00:00:00Z'],
  ['the right order', '2026-11-20', '2026-12-06'],
  ['a moment that nobody tells', '2026-12-06', undefined],
])('nothing is said of the order of two inventories with %s', (_, first, second) => {
  const [before, after] = [first, second].map((day) => farmBytes(({ collection }) => (collection.collectedAt = day)))
  const { diagnostics } = compared(before ?? new Uint8Array(), after ?? new Uint8Array()).before
  expect(diagnostics).toEqual([])
})

test('what could not be compared is never all there is to do about it', () => {
  const empty = farmBytes((farm) => {
    delete farm.deployment
    delete farm.servers
  })
  expect(nextOf(compared(empty, farmBytes()))).toBe(
    'Check by hand what the earlier inventory does not tell: nothing of it could be compared',
  )
  const part = farmBytes(({ deployment }) => delete deployment.certificates)
  expect(nextOf(compared(part, part))).toBe('Check by hand what the earlier inventory does not tell')
  expect(nextOf(compared(farmBytes(), farmBytes()))).toBe('Nothing')
})

import { expect, test } from 'vitest'
import { compareInputs } from '../src/compare-inputs.ts'
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

import { strFromU8, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBundle } from '../../src/collector/bundle/read-bundle.ts'
import { unzip } from '../../src/collector/bundle/zip.ts'
import { collect } from '../../src/collector/collect.ts'
import { aBundle, collected, objects, sha256 } from '../support/a-bundle.ts'

const bundle = aBundle([
  { name: 'Get-RDServer', text: objects({ Server: 'NWCB01.northwind.example', Roles: ['RDS-CONNECTION-BROKER'] }) },
])
const files = under('')
const nothing = strToU8('{"bundleVersion":1,"sources":[]}')

test.each([
  ['of the folder, with an entry for the folder itself', { 'rds-inventory/': {}, ...under('rds-inventory/') }],
  ['of the folder, as tar writes it', { './rds-inventory/': {}, ...under('./rds-inventory/') }],
  ['of the folder, as Windows PowerShell writes it', { 'rds-inventory\\': {}, ...under('rds-inventory\\') }],
  // Explorer writes names in the code page of the console, whose letters read as control characters elsewhere.
  ['of a folder with an umlaut, as Explorer writes it', under('K\u0084ufer/')],
  ['beside what macOS adds', { ...under('rds/'), ...under('__MACOSX/._'), 'rds/.DS_Store': nothing }],
  ['beside paths that lead elsewhere', { ...under('rds/'), ...under('../'), ...under('/'), ...under('C:\\') }],
  ['beside names that objects have', { ...files, 'proto.xyz': nothing, constructor: nothing }],
])('a zip file %s holds the same as the folder', (_, entries) => {
  const found = unzip(renamed(zipSync(entries), 'proto.xyz', '__proto__'))
  if ('reason' in found) throw new Error(found.reason)
  const read = readBundle(found, sha256)
  if ('problem' in read) throw new Error(read.problem.message)
  expect(collect(read.questions).inventory).toEqual(collected(bundle).inventory)
})

test.each([
  ['of a bundle further down', zipSync(under('Users/admin/')), /no manifest\.json at its top or in a folder there/],
  ['of a path from the root', zipSync(under('/')), /no manifest\.json/],
  ['of a path out of it', zipSync(under('..\\')), /no manifest\.json/],
  [
    'with two files of one name',
    renamed(zipSync({ ...files, 'manifest.jsoX': nothing }), 'manifest.jsoX', 'manifest.json'),
    /holds manifest\.json twice/,
  ],
  ['with two files that are one on Windows', zipSync({ ...files, 'MANIFEST.json': nothing }), /MANIFEST\.json twice/],
  ['with two files that differ in the separator', zipSync({ ...under('a/'), ...under('a\\') }), /twice/],
  ['with a password', garbled(zipSync(files)), /has a password/],
  ['that was packed in a newer way', packedBy(14, zipSync(files)), /packed by method 14/],
])('a zip file %s is refused', (_, zip, reason) => {
  const found = unzip(zip)
  expect('reason' in found && found.reason).toMatch(reason)
})

function under(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(bundle).map(([name, text]) => [folder + name, strToU8(text)]))
}

/** Writes a name over another of the same length. */
function renamed(zip: Uint8Array, name: string, other: string): Uint8Array {
  return strToU8(strFromU8(zip, true).replaceAll(name, other), true)
}

/** Names another method of compression, in the head of each entry and in the directory ("APPNOTE.TXT", sections 4.3.7 and 4.3.12). */
function packedBy(method: number, zip: Uint8Array): Uint8Array {
  const made = Uint8Array.from(zip)
  const text = strFromU8(zip, true)
  for (const [head, field] of [
    ['PK\u0003\u0004', 8],
    ['PK\u0001\u0002', 10],
  ] as const)
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) made[at + field] = method
  return made
}

/** Makes noise of the content of the first entry, as encryption does. */
function garbled(zip: Uint8Array): Uint8Array {
  const made = Uint8Array.from(zip)
  made.fill(0xff, 30 + 'manifest.json'.length, 80)
  return made
}

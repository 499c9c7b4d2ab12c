import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymize } from '../../src/collector/anonymize/anonymize.ts'
import { nameMaps } from '../../src/collector/anonymize/names.ts'
import { pseudonyms } from '../../src/collector/anonymize/pseudonyms.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { lint } from '../../src/lint.ts'
import { generatedInventory } from '../support/generated-inventory.ts'

const maps = () => nameMaps(pseudonyms(), ['NWGATEWAY-BERLIN-01.northwind.example'])

test.each([
  [
    'short and full names of one server',
    ['NWSH01', 'nwsh01.northwind.example.'],
    ['name-0001', 'name-0001.name-0002.name-0003.'],
  ],
  [
    'a wildcard and what it covers',
    ['*.northwind.example', 'rds.northwind.example'],
    ['*.name-0001.name-0002', 'name-0003.name-0001.name-0002'],
  ],
  ['addresses', ['192.168.7.9', 'fe80::1'], ['192.0.2.1', '2001:db8::2']],
])('keeps how names relate: %s', (_, names, expected) => {
  const { dns } = maps()
  expect(names.map(dns)).toEqual(expected)
})

test.each([
  ['a group of a domain', 'NORTHWIND\\Staff', 'name-0001\\group-0001'],
  ['a group with its domain behind', 'Staff@northwind.example', 'group-0001@name-0001.name-0002'],
  ['a group that Windows has everywhere', 'BUILTIN\\Users', 'BUILTIN\\group-0001'],
  ['a group of no domain', 'Staff', 'group-0001'],
  ['the id of an account', 'S-1-5-21-1111-2222-3333-1001', 'S-1-5-21-0-0-0-1'],
  ['an id that is the same everywhere', 'S-1-5-32-544', 'S-1-5-32-544'],
])('replaces %s', (_, group, pseudonym) => expect(maps().group(group)).toBe(pseudonym))

test('knows a machine by the fifteen letters that NetBIOS leaves of it', () => {
  const { dns, group } = maps()
  const short = dns('nwgateway-berlin-01.northwind.example').split('.')[0]
  expect(group('NWGATEWAY-BERLI\\Admins')).toBe(`${short}\\group-0001`)
})

test.each([
  ['a share', '\\\\NWFS01\\upd$\\sales', '\\\\name-0001\\share-0001$\\folder-0001'],
  ['a share with slashes and another case', '//nwfs01/UPD$/Sales/', '//name-0001/share-0001$/folder-0001/'],
  ['a long path', '\\\\?\\UNC\\NWFS01\\upd$', '\\\\?\\UNC\\name-0001\\share-0001$'],
  ['a program', 'C:\\Office\\winword.exe', 'C:\\folder-0001\\folder-0002.exe'],
  ['a variable', '%ProgramFiles%\\Office', '%ProgramFiles%\\folder-0001'],
  ['a file below a location', 'UVHD-3f0c.vhdx', 'UVHD-folder-0001.vhdx'],
  ['the template', 'UVHD-template.vhdx', 'UVHD-template.vhdx'],
])('replaces a path part by part: %s', (_, path, pseudonym) => expect(maps().path(path)).toBe(pseudonym))

test.each([
  [
    'CN=rds.northwind.example, O="Northwind, Inc.", C=DE',
    'CN=name-0001.name-0002.name-0003, O="subject-0001", C=name-0004',
  ],
  ['CN=*.northwind.example', 'CN=*.name-0001.name-0002'],
  ['rds.northwind.example', 'name-0001.name-0002.name-0003'],
  ['Northwind Issuing CA', 'subject-0001'],
])('replaces the subject %s', (subject, pseudonym) => expect(maps().subject(subject)).toBe(pseudonym))

describe('a whole inventory', () => {
  const estates = fc.sample(generatedInventory, { numRuns: 40, seed: 3 })

  test('gives the same findings with pseudonyms', () => {
    for (const estate of estates) {
      const planned: Inventory = {
        ...estate,
        migration: {
          target: '2012R2',
          servers: [{ source: 'NWSH01' }, { source: 'NWFS01', destination: 'NWFS02' }],
          profileDiskLocations: [
            {
              source: '\\\\nwfs01\\upd$\\sales',
              destination: '\\\\NWFS02\\upd$\\sales',
              sourceFiles: ['UVHD-a.vhdx'],
              destinationFiles: ['UVHD-A.vhdx'],
            },
          ],
        },
      }
      expect(outcomes(anonymize(planned))).toEqual(outcomes(planned))
    }
  })

  test('holds none of the names', () => {
    for (const estate of estates)
      expect(JSON.stringify(anonymize(estate))).not.toMatch(
        /northwind|nwsh|nwcb|nwvh|nwsql|sales|staff|winword|"Word"|vdi-|rdcb|bénéfices/i,
      )
  })

  test('says nothing of who made the bundle, by hand or with a script of their own', () => {
    const odd: Inventory = {
      schemaVersion: 1,
      collection: {
        collector: { name: 'Northwind export', version: 'of Jane Doe' },
        collectedOn: 'NWCB01.northwind.example',
        sources: [{ name: 'Get-RDNorthwind', status: 'failed', message: 'x' }],
      },
    }
    expect(JSON.stringify(anonymize(odd))).not.toMatch(/northwind|nwcb|doe/i)
    const own = { name: 'Export-RdsInventory', version: '1.0.0' }
    expect(anonymize({ schemaVersion: 1, collection: { collector: own, sources: [] } }).collection?.collector).toEqual(
      own,
    )
  })

  test('leaves out what the schema does not know, and replaces a text of no known kind', () => {
    const odd = {
      schemaVersion: 1,
      note: 'Northwind',
      collection: {
        sources: [{ name: 'C:\\exports\\northwind.xml', status: 'failed', message: 'No access to NWSH01.' }],
      },
    } as unknown as Inventory
    expect(anonymize(odd)).toEqual({
      schemaVersion: 1,
      collection: { sources: [{ name: 'file-0001', status: 'failed', message: 'message-0001' }] },
    })
  })
})

function outcomes(inventory: Inventory) {
  const { inventories } = lint([{ file: 'x.json', bytes: Buffer.from(JSON.stringify(inventory)) }], {
    asOf: '2026-11-24',
    target: '2012R2',
  })
  return inventories.map(({ verdict, findings, undecided, tallies }) => ({
    verdict,
    tallies,
    findings: findings.map(({ rule, severity, pointer }) => [rule, severity, pointer]),
    undecided: undecided.map(({ rule, pointer }) => [rule, pointer]),
  }))
}

import { expect, test } from 'vitest'
import { namedServers } from '../../src/inventory/named-servers.ts'
import { incomplete } from '../../src/model/incomplete-list.ts'
import { Unknown } from '../../src/model/unknown.ts'
import { anEstate } from '../support/estate.ts'

const servers = [
  'RDLIC01.contoso.example',
  'RDSH01.contoso.example',
  'RDCB01.contoso.example',
  'RDCB01.northwind.example',
]
const estate = anEstate({ servers: servers.map((name) => ({ name })) })

test.each([
  ['the very name', ['RDLIC01.contoso.example'], 'RDLIC01.contoso.example', true],
  ['the short name and other case', ['rdlic01'], 'RDLIC01.contoso.example', true],
  ['a name asked for by its short form', ['RDLIC01.contoso.example'], 'rdlic01', true],
  ['a name of a server without an entry', ['CENTRALLIC.contoso.example'], 'centrallic', true],
  ['another server', ['RDLIC01.contoso.example'], 'RDSH01.contoso.example', false],
  ['another server without an entry', ['CENTRALLIC'], 'OTHERLIC', false],
  ['no names at all', [], 'RDLIC01', false],
] as const)('%s decides', (_, names, name, expected) => {
  expect(namedServers(estate, names)(name)).toBe(expected)
})

test('a short name that fits several servers leaves each of them unclear, and no other', () => {
  const isNamed = namedServers(estate, ['RDCB01'])
  expect(isNamed('RDCB01.contoso.example')).toBeInstanceOf(Unknown)
  expect(isNamed('RDCB01')).toBe(true)
  expect(isNamed('RDLIC01')).toBe(false)
})

test('what is not among the known names of a list that goes on is not known', () => {
  const names = incomplete(['RDLIC01'], [{ holder: servers }])
  expect(namedServers(estate, names)('RDLIC01')).toBe(true)
  expect(namedServers(estate, names)('RDSH01')).toEqual(new Unknown([{ holder: servers }]))
})

test('without a list of servers only equal names are told to be one', () => {
  const isNamed = namedServers(anEstate({}), ['RDLIC01.contoso.example'])
  expect(isNamed('rdlic01.contoso.example')).toBe(true)
  expect(isNamed('RDLIC01')).toBeInstanceOf(Unknown)
  expect(isNamed('RDSH01')).toBe(false)
})

test('ten thousand names are asked ten thousand times without comparing each with each', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `SRV${index}.contoso.example`)
  const isNamed = namedServers(anEstate({ servers: names.map((name) => ({ name })) }), names)
  expect(names.every((name) => isNamed(name) === true)).toBe(true)
})

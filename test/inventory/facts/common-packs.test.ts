import { describe, expect, test } from 'vitest'
import { commonPacks } from '../../../src/inventory/facts/common-packs.ts'
import type { KeyPack, Server } from '../../../src/inventory/inventory.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const pack: KeyPack = { id: 3, productVersionId: 4, licenseType: 'perUser', keyPackType: 2, total: 100 }
/** The pack with other parts; a part that is undefined is left out. */
const changed = (changes: { readonly [Key in keyof KeyPack]?: KeyPack[Key] | undefined }): KeyPack =>
  Object.fromEntries(Object.entries({ ...pack, ...changes }).filter(([, part]) => part !== undefined))
const holding = (name: string, ...keyPacks: KeyPack[]): Server => ({ name, licenseServer: { keyPacks } })
const common = (source: Server, destination: Server) =>
  outcome(commonPacks(anEstate({ servers: [source, destination] }), source.name, destination.name))
const here = (...keyPacks: KeyPack[]) => holding('RDLIC01', ...keyPacks)
const there = (...keyPacks: KeyPack[]) => holding('RDLIC11', ...keyPacks)

describe('commonPacks', () => {
  test('finds one pack under two ids', () => {
    expect(common(here(pack), there({ ...pack, id: 9 }))).toEqual(['100 per-user licences for Windows Server 2012'])
  })

  test.each([
    ['perDevice', '100 per-device licences for Windows Server 2012'],
    ['other', '100 licences for Windows Server 2012'],
  ] as const)('names packs of type %s', (licenseType, text) => {
    expect(common(here({ ...pack, licenseType }), there({ ...pack, licenseType }))).toEqual([text])
  })

  test.each([
    ['another version', { productVersionId: 5 }],
    ['another type', { licenseType: 'perDevice' }],
    ['another total', { total: 50 }],
    ['no pack but a temporary one', { keyPackType: 4 }],
  ] as const)('tells %s apart', (_, changes) => {
    expect(common(here(pack), there({ ...pack, ...changes }))).toEqual([])
  })

  test('reads version strings and numbers as one', () => {
    const named = changed({ productVersionId: undefined, productVersion: 'Windows Server 2012' })
    expect(common(here(pack), there(named))).toHaveLength(1)
  })

  test.each([
    ['productVersion', { productVersionId: undefined }],
    ['licenseType', { licenseType: undefined }],
    ['keyPackType', { keyPackType: undefined }],
    ['total', { total: undefined }],
  ] as const)('does not know a pack without its %s', (key, changes) => {
    const vague = changed(changes)
    expect(common(here(vague), there(pack))).toEqual([`and what is in: ${key}`])
    expect(common(here(pack), there(vague))).toEqual([`and what is in: ${key}`])
  })

  test('knows that packs of another total are others, whatever else is not told', () => {
    const vague = changed({ productVersionId: undefined, total: 50 })
    expect(common(here(vague), there(pack))).toEqual([])
  })

  test('two vague packs of one total may be one', () => {
    const vague = changed({ productVersionId: undefined })
    expect(common(here(vague), there(vague))).toEqual(['and what is in: productVersion, productVersion'])
  })

  test.each([
    ['licenseServer', { name: 'RDLIC11' }],
    ['keyPacks', { name: 'RDLIC11', licenseServer: {} }],
  ] as const)('does not know what is on a server without its %s', (key, untold) => {
    expect(common(here(pack), untold)).toEqual([`and what is in: ${key}`])
    expect(common(here(), untold)).toEqual([])
  })

  test.each([
    ['neither role nor feature', {}, []],
    ['the role', { roles: ['RDS-LICENSING'] as const }, ['and what is in: licenseServer']],
    ['untold features', { installedFeatures: undefined }, ['and what is in: licenseServer']],
    ['neither, but packs', { licenseServer: { keyPacks: [pack] } }, ['100 per-user licences for Windows Server 2012']],
  ])('of a server with %s', (_, changes, expected) => {
    const { installedFeatures = undefined, ...told } = { roles: [], installedFeatures: [], ...changes }
    const server: Server = { name: 'RDSH01', ...told, ...(installedFeatures ? { installedFeatures } : {}) }
    const estate = anEstate({ servers: [server, there(pack)], deployment: null })
    expect(outcome(commonPacks(estate, 'RDSH01', 'RDLIC11'))).toEqual(expected)
  })

  test('a vague pack may be on a server that is not told', () => {
    const vague = changed({ productVersionId: undefined })
    expect(common(here(vague), { name: 'RDLIC11' })).toEqual(['and what is in: productVersion, licenseServer'])
  })

  test('does not know what is on a server without an entry', () => {
    const estate = anEstate({ servers: [here(pack)] })
    expect(outcome(commonPacks(estate, 'RDLIC11', 'RDLIC01'))).toEqual(['and what is in: RDLIC11'])
  })

  test('a server has nothing in common with itself', () => {
    expect(commonPacks(anEstate({ servers: [here(pack)] }), 'RDLIC01', 'rdlic01')).toEqual([])
  })
})

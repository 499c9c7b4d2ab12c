import { describe, expect, test } from 'vitest'
import {
  allowsServerAuthentication,
  copies,
  isInStore,
  usages,
} from '../../../src/inventory/facts/certificate-stores.ts'
import type { Server, StoreCertificate } from '../../../src/inventory/inventory.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const thumbprint = '1C5E08D3A6F2B94471E0C8AD5523F7196BD08E42'
const shown: StoreCertificate = { thumbprint }
const keeping = (name: string, ...certificates: StoreCertificate[]): Server => ({ name, certificates })

describe('copies', () => {
  test('are found on every server, without case, spaces and the mark that comes with copying', () => {
    const entries = [
      shown,
      { thumbprint: thumbprint.toLowerCase() },
      { thumbprint: `\u200e${thumbprint.replace(/(..)/g, '$1 ')}` },
    ]
    const estate = anEstate({
      servers: [...entries.map((entry, index) => keeping(`RDGW0${index}`, entry)), keeping('RDSH01')],
    })
    expect(outcome(copies(estate, `\u200e${thumbprint}`))).toEqual(entries)
  })

  test.each([
    [
      'a store that is not told',
      [keeping('RDGW01', shown), { name: 'RDGW02' }],
      [shown, 'and what is in: certificates'],
    ],
    ['a certificate that no store shows', [keeping('RDGW01')], [`and what is in: certificate ${thumbprint}`]],
    ['servers that nobody told of', undefined, ['and what is in: servers']],
  ] as const)('are not all known with %s', (_, servers, expected) => {
    expect(outcome(copies(anEstate(servers ? { servers } : {}), thumbprint))).toEqual(expected)
  })
})

describe('isInStore', () => {
  test.each([
    ['a store that shows it', { certificates: [{ thumbprint: thumbprint.toLowerCase() }] }, true],
    ['a store that does not', { certificates: [] }, false],
    ['a store that is not told', {}, 'not known: certificates'],
  ] as const)('%s decides', (_, store, expected) => {
    const estate = anEstate({ servers: [{ name: 'RDGW01', ...store }, keeping('RDGW02', shown)] })
    expect(outcome(isInStore(estate, 'RDGW01', thumbprint))).toBe(expected)
  })

  test('is not known of a server without an entry', () => {
    expect(outcome(isInStore(anEstate({ servers: [] }), 'RDGW01', thumbprint))).toBe('not known: RDGW01')
  })
})

describe('allowsServerAuthentication', () => {
  const serverAuthentication = '1.3.6.1.5.5.7.3.1'
  const clientAuthentication = '1.3.6.1.5.5.7.3.2'
  const usages = (...enhancedKeyUsage: string[]): StoreCertificate => ({ thumbprint, enhancedKeyUsage })
  const allows = (...servers: Server[]) => outcome(allowsServerAuthentication(anEstate({ servers }), thumbprint))

  test.each([
    ['the usage itself', usages(serverAuthentication), true],
    ['the usage among others', usages(clientAuthentication, serverAuthentication), true],
    ['no usages, which is any', usages(), true],
    ['another usage', usages(clientAuthentication), false],
    ['usages that are not told', shown, 'not known: enhancedKeyUsage'],
  ])('%s decides', (_, entry, expected) => {
    expect(allows(keeping('RDGW01', entry))).toBe(expected)
  })

  test('one store that tells speaks for those that do not', () => {
    expect(allows(keeping('RDGW01', shown), keeping('RDGW02', usages(serverAuthentication)), { name: 'RDGW03' })).toBe(
      true,
    )
    expect(allows(keeping('RDGW01', shown), keeping('RDGW02', usages(clientAuthentication)), { name: 'RDGW03' })).toBe(
      false,
    )
  })

  test('a certificate that no store shows is not known', () => {
    expect(allows(keeping('RDGW01'))).toBe(`not known: certificate ${thumbprint}`)
    expect(allows({ name: 'RDGW01' })).toBe('not known: certificates')
  })
})

test('usages are those of the stores that tell them', () => {
  const told = (...servers: Server[]) => outcome(usages(anEstate({ servers }), thumbprint))
  const serverOnly = { thumbprint, enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }
  expect(told(keeping('RDGW01', shown), keeping('RDGW02', serverOnly), keeping('RDGW03', serverOnly))).toEqual([
    '1.3.6.1.5.5.7.3.1',
  ])
  expect(told(keeping('RDGW01', { thumbprint, enhancedKeyUsage: [] }))).toEqual([])
  expect(told(keeping('RDGW01', shown), { name: 'RDGW02' })).toBe('not known: enhancedKeyUsage, certificates')
})

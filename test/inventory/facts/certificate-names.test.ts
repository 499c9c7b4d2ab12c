import { describe, expect, test } from 'vitest'
import { covers } from '../../../src/inventory/facts/certificate-names.ts'
import type { RoleCertificate } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { Unknown } from '../../../src/model/unknown.ts'

const redirector = (names: Partial<RoleCertificate>): RoleCertificate => ({ role: 'RDRedirector', ...names })
const named = (...subjectAlternateNames: string[]) => redirector({ subjectAlternateNames })
const titled = (subject: string) => redirector({ subject, subjectAlternateNames: [] })

describe('covers', () => {
  test.each([
    ['the very name', named('rds.contoso.example'), true],
    ['one name of several', named('gw.contoso.example', 'rds.contoso.example'), true],
    ['the name in other case', named('RDS.Contoso.Example'), true],
    ['the name with a closing dot', named('rds.contoso.example.'), true],
    ['another name', named('gw.contoso.example'), false],
    ['a wildcard for its label', named('*.contoso.example'), true],
    ['a wildcard in other case', named('*.CONTOSO.example'), true],
    ['a wildcard two labels up', named('*.example'), false],
    ['a wildcard of a subdomain', named('*.rds.contoso.example'), false],
    ['a wildcard of a domain that only ends alike', named('*.toso.example'), false],
    ['a wildcard alone', named('*'), false],
    ['a wildcard inside a label', named('r*.contoso.example'), false],
    ['the common name where there are no alternative names', titled('CN=rds.contoso.example'), true],
    ['a common name among other parts', titled('O=Contoso, CN=rds.contoso.example, C=US'), true],
    ['a common name with a space behind it', titled('CN=rds.contoso.example , O=Contoso'), true],
    ['a common name in quotation marks', titled('CN="rds.contoso.example", O="Contoso, Ltd."'), true],
    ['a common name with a wildcard', titled('CN=*.contoso.example'), true],
    ['a common name of something else', titled('CN=gw.contoso.example'), false],
    ['a subject without a common name', titled('O=rds.contoso.example'), false],
    ['a part that only ends in CN', titled('OCN=rds.contoso.example'), false],
    [
      'a common name beside alternative names',
      redirector({ subject: 'CN=rds.contoso.example', subjectAlternateNames: ['gw.contoso.example'] }),
      false,
    ],
  ])('%s decides', (_, certificate, expected) => {
    expect(covers(certificate, 'rds.contoso.example')).toBe(expected)
  })

  test('a wildcard does not cover the bare domain', () => {
    expect(covers(named('*.contoso.example'), 'contoso.example')).toBe(false)
    expect(covers(named('*.contoso.example'), '.contoso.example')).toBe(false)
  })

  test('alternative names that nobody told leave it unknown, whatever the subject says', () => {
    const certificate = redirector({ subject: 'CN=rds.contoso.example' })
    expect(covers(certificate, 'rds.contoso.example')).toEqual(
      new Unknown([{ holder: certificate, key: 'subjectAlternateNames' }]),
    )
  })

  test('without alternative names an untold subject leaves it unknown', () => {
    const certificate = named()
    expect(covers(certificate, 'rds.contoso.example')).toEqual(new Unknown([{ holder: certificate, key: 'subject' }]))
  })

  test('alternative names known only in part decide only where one of them covers the name', () => {
    const partly = (...names: string[]) => {
      const list = incomplete(names, [{ holder: names }])
      return redirector({ subject: 'CN=gw.contoso.example', subjectAlternateNames: list as string[] })
    }
    expect(covers(partly('rds.contoso.example'), 'rds.contoso.example')).toBe(true)
    expect(covers(partly('gw.contoso.example'), 'rds.contoso.example')).toBeInstanceOf(Unknown)
    expect(covers(partly(), 'rds.contoso.example')).toBeInstanceOf(Unknown)
  })
})

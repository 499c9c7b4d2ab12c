import { expect, test } from 'vitest'
import { eachOnce } from '../../../src/inventory/facts/each-once.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const servers = ['RDCB01.contoso.example', 'RDCB02', 'RDCB05.contoso.example', 'RDCB05.northwind.example'].map(
  (name) => ({ name }),
)
const estate = anEstate({ servers })

test.each([
  ['short and full name of an entry', ['rdcb01', 'RDCB01.CONTOSO.example.'], ['RDCB01.contoso.example']],
  ['two entries', ['RDCB02.contoso.example', 'rdcb01'], ['RDCB01.contoso.example', 'RDCB02']],
  ['two spellings without an entry', ['rdcb09', 'RDCB09'], ['RDCB09']],
  ['short and full name without an entry', ['RDCB09', 'rdcb09.contoso.example'], ['rdcb09.contoso.example']],
  [
    'two full names without an entry',
    ['RDCB09.northwind.example', 'RDCB09.contoso.example'],
    ['RDCB09.contoso.example', 'RDCB09.northwind.example'],
  ],
  [
    'a name that belongs to another domain than the entry',
    ['RDCB01', 'RDCB01.northwind.example'],
    ['RDCB01.contoso.example', 'RDCB01.northwind.example'],
  ],
  ['a short name that two entries fit, alone', ['RDCB05'], ['RDCB05']],
  ['a short name that two entries fit, beside one', ['RDCB05', 'RDCB05.contoso.example'], 'not known: RDCB05'],
  [
    'a short name that two full ones fit, all without an entry',
    ['RDCB09', 'RDCB09.contoso.example', 'RDCB09.northwind.example'],
    'not known: RDCB09',
  ],
  ['no name', [], []],
])('%s', (_, names, expected) => {
  expect(outcome(eachOnce(estate, names))).toEqual(expected)
  expect(outcome(eachOnce(estate, names.toReversed()))).toEqual(expected)
})

test('a list known in part stays so', () => {
  const names = ['rdcb01', 'RDCB01']
  const partly = incomplete(names, [{ holder: names, name: 'others' }])
  expect(outcome(eachOnce(estate, partly))).toEqual(['RDCB01.contoso.example', 'and what is in: others'])
})

test('short and full name may be two servers where nobody told which servers there are', () => {
  expect(outcome(eachOnce(anEstate({}), ['RDCB01', 'RDCB01.contoso.example']))).toBe('not known: RDCB01')
  expect(outcome(eachOnce(anEstate({}), ['RDCB01', 'rdcb01']))).toEqual(['RDCB01'])
})

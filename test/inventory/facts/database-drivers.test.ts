import { expect, test } from 'vitest'
import { isDriverOutdated } from '../../../src/inventory/facts/database-drivers.ts'
import { anEstate } from '../../support/estate.ts'

test.each([
  ['SQL Server', true],
  ['sql server', true],
  ['SQL Native Client', true],
  ['SQL Server Native Client 10.0', true],
  ['SQL Server Native Client 11.0', true],
  ['SQL SERVER  NATIVE CLIENT 11.0', true],
  ['SQL Server Native Client 13.0', true],
  ['ODBC Driver 11 for SQL Server', true],
  ['ODBC Driver 13 for SQL Server', true],
  ['ODBC Driver 13.1 for SQL Server', true],
  ['ODBC Driver 17 for SQL Server', false],
  ['ODBC Driver 18 for SQL Server', false],
  ['ODBC Driver 113 for SQL Server', false],
  ['Contoso SQL Server', false],
  ['', false],
])('the driver "%s" is outdated: %s', (driver, expected) => {
  expect(isDriverOutdated(anEstate({}), driver)).toBe(expected)
})

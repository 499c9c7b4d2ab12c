import type { Estate } from '../estate.ts'
import type { Fact } from './fact.ts'

/**
 * Whether a broker database is reached by a driver that newer releases of Windows Server should not rely on: SQL Server, which
 * Windows brings, SQL Server Native Client of any version, and ODBC Driver 11 and 13 (docs/decisions/readings.md, "drivers").
 */
export function isDriverOutdated(_: Estate, driver: string): boolean {
  return outdated.test(driver.trim().replace(/\s+/g, ' '))
}

const outdated = /^(?:SQL Server|SQL (?:Server )?Native Client\b.*|ODBC Driver 1[13](?:\.\d+)? for SQL Server)$/i

export const databaseDriverFacts: readonly Fact[] = [
  {
    name: 'driverOutdated',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether an ODBC driver is the old SQL Server driver, SQL Server Native Client, or ODBC Driver 11 or 13.',
    of: isDriverOutdated,
  },
]

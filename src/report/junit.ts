import type { InventoryReport, Report } from '../model/report.ts'
import { element, type Suite, suiteOf } from './junit/suite.ts'

/**
 * Gives the report as JUnit XML, in the subset that Jenkins, GitLab and Azure Pipelines share: a suite for each
 * inventory, a case for each rule and part that failed or is undecided, and one for each rule that passed.
 */
export function junit(report: Report): string {
  const several = report.inventories.length > 1
  const suites = report.inventories.map((inventory: InventoryReport) => suiteOf(inventory, report, several))
  const sum = (of: 'tests' | 'failures' | 'errors') => suites.reduce((total, suite: Suite) => total + suite[of], 0)
  const attributes = {
    name: 'rds-lint',
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    time: 0,
  }
  const whole = element(
    'testsuites',
    attributes,
    suites.map(({ xml }) => xml),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

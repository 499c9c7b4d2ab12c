import type { Report } from '../../src/model/report.ts'
import { aFinding, anInventory, anUndecided, aReport, sampleReport } from './sample-report.ts'

/** A report that was answered: entries suppressed with and without an end, a baseline that knows one finding and misses another, rules turned off or of another severity. */
export function answeredReport(): Report {
  const findings = [
    aFinding({ subject: 'NWCB01', baseline: 'new', fingerprint: '1'.repeat(20) }),
    aFinding({ subject: 'NWCB02', baseline: 'known', fingerprint: '2'.repeat(20) }),
    aFinding({
      subject: 'NWCB03',
      severity: 'warning',
      baseline: 'new',
      fingerprint: '3'.repeat(20),
      suppressed: { reason: 'Single broker accepted by the change board, CHG-1042', expires: '2027-03-31' },
    }),
  ]
  const undecided = [
    anUndecided({ subject: 'Sales' }),
    anUndecided({ subject: 'Marketing', suppressed: { reason: 'Looked at by hand' } }),
  ]
  return aReport([
    anInventory({
      findings,
      undecided,
      gone: [{ rule: 'license-server-missing', subject: 'deployment', fingerprint: '4'.repeat(20) }],
      scope: { off: ['certificate-untrusted'], levels: { 'inventory-outdated': 'error' }, baselineKnown: 1 },
      counts: { ...anInventory().counts, fail: 3, undecided: 2, suppressed: 2 },
    }),
  ])
}

/** The part of the sample report that nobody answered: one inventory with entries, one with a fault, one that cannot be used. */
export function openReport(): Report {
  const report = sampleReport()
  return { ...report, inventories: report.inventories.slice(0, 3) }
}

import type { Region } from '../../src/model/region.ts'
import type {
  Finding,
  InventoryReport,
  Missing,
  Report,
  RuleDescriptor,
  Source,
  Undecided,
} from '../../src/model/report.ts'

/** Gives a region of one line. */
export function aRegion(line: number, column = 5, length = 12): Region {
  return { line, column, endLine: line, endColumn: column + length }
}

/** Gives where Microsoft says so, for tests. */
export function aSource(changes: Partial<Source> = {}): Source {
  return {
    document: 'Remote Desktop Services: Migrate Remote Desktop Services Role Services',
    section: 'Migrate the RD Connection Broker server',
    url: 'https://learn.microsoft.com/previous-versions/migrate-rds-role-services',
    stance: 'requires',
    ...changes,
  }
}

/** Gives the descriptor of `broker-ha-not-configured`, or of another rule with the same words. */
export function aDescriptor(changes: Partial<RuleDescriptor> = {}): RuleDescriptor {
  return {
    id: 'broker-ha-not-configured',
    category: 'connection-broker',
    title: 'The connection broker is configured for high availability before it is migrated',
    why: 'The upgraded broker joins the deployment again as a member of the high availability set.',
    severity: 'error',
    remediation: {
      text: 'Configure {it.name} for high availability. Then export the inventory again.',
      commands: ['Set-RDConnectionBrokerHighAvailability -ConnectionBroker {it.name}'],
      verify: ['Get-RDConnectionBrokerHighAvailability'],
    },
    sources: [aSource()],
    ...changes,
  }
}

/** Gives a finding of `broker-ha-not-configured` about NWCB01. */
export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'broker-ha-not-configured',
    category: 'connection-broker',
    severity: 'error',
    title: 'The connection broker is configured for high availability before it is migrated',
    message: 'NWCB01 has no broker high availability.',
    remediation: {
      text: 'Configure the connection broker for high availability. Then export the inventory again.',
      commands: ["Set-RDConnectionBrokerHighAvailability -ConnectionBroker 'NWCB01.northwind.example'"],
      verify: ['Get-RDConnectionBrokerHighAvailability'],
    },
    subject: 'NWCB01.northwind.example',
    pointer: '/deployment/highAvailability',
    region: aRegion(3),
    fingerprint: '5f1c6b0e8d3a49720b1d',
    sources: [aSource()],
    ...changes,
  }
}

/** Gives the fact that is missing of a server, its operating system unless told otherwise. */
export function aMissing(changes: Partial<Missing> = {}): Missing {
  return {
    pointer: '/servers/3/operatingSystem',
    region: aRegion(5),
    source: 'Win32_OperatingSystem',
    label: 'operating system of RDSH04',
    reason: 'Win32_OperatingSystem on RDSH04: The RPC server is unavailable.',
    ...changes,
  }
}

/** Gives an undecided entry for want of the operating system of RDSH04. */
export function anUndecided(changes: Partial<Undecided> = {}): Undecided {
  return {
    rule: 'session-collection-mixed-releases',
    category: 'session-collections',
    severity: 'error',
    subject: 'Sales',
    pointer: '/deployment/sessionCollections/0',
    region: aRegion(4),
    missing: [aMissing()],
    ...changes,
  }
}

/** Gives what a run says of one inventory; the counts follow from what is put in. */
export function anInventory(changes: Partial<InventoryReport> = {}): InventoryReport {
  const { findings = [], undecided = [] } = changes
  return {
    file: 'inventory.json',
    verdict: 'blocked',
    target: '2012R2',
    method: 'migrate',
    phase: 'before',
    plannedFor: '2026-12-05',
    releases: ['2012'],
    findings,
    undecided,
    diagnostics: [],
    faults: [],
    counts: {
      rules: 48,
      subjects: 212,
      pass: 301,
      fail: findings.length,
      undecided: undecided.length,
      notApplicable: 77,
      suppressed: 0,
    },
    tallies: {
      'broker-ha-not-configured': { pass: 0, fail: findings.length, undecided: 0, notApplicable: 0 },
      'session-collection-mixed-releases': { pass: 301, fail: 0, undecided: undecided.length, notApplicable: 77 },
    },
    ...changes,
  }
}

/** Gives a report over inventories, with a descriptor for each rule that they name. */
export function aReport(inventories: readonly InventoryReport[], changes: Partial<Report> = {}): Report {
  const entries = inventories.flatMap(({ findings, undecided }) => [...findings, ...undecided])
  const rules = new Map(
    entries.map(({ rule, category, severity }) => [rule, aDescriptor({ id: rule, category, severity })]),
  )
  return {
    tool: { name: 'rds-lint', version: '0.1.0' },
    verdict: inventories[0]?.verdict ?? 'unusable',
    failOn: 'error',
    allowUndecided: false,
    inventories,
    rules: [...rules.values()],
    ...changes,
  }
}

/** The text that the regions of the sample point into. */
export const sampleText = `{
  "schemaVersion": 1,
  "deployment": { "highAvailability": null,
    "sessionCollections": [{ "name": "Sales" }] },
  "servers": [{ "name": "RDSH04" }]
}
`

/** A report with every kind of content: findings, undecided rules, remarks on the file, a fault, a scope, a file that cannot be used, suppressions and a baseline. */
export function sampleReport(): Report {
  return aReport([northwind(), contoso(), broken(), settled()], { verdict: 'unusable' })
}

function northwind(): InventoryReport {
  return anInventory({
    findings: [
      aFinding(),
      aFinding({
        rule: 'profile-disk-move-not-planned',
        category: 'session-collections',
        severity: 'warning',
        title: 'The profile disks of a collection have somewhere to go',
        message: 'The profile disks of Sales lie on NWFS01, which will be retired.',
        remediation: { text: 'Plan a new location under migration.profileDiskLocations.' },
        subject: 'Sales',
        pointer: '/deployment/sessionCollections/0',
        region: { line: 4, column: 28, endLine: 4, endColumn: 47 },
        fingerprint: '90ab12cd34ef56789a01',
        sources: [
          aSource({ section: 'User profile disks', stance: 'advises', revised: '2016-08-31' }),
          aSource({ document: 'Upgrade your RDS deployment', section: 'Step 4 (collections)', stance: 'contradicts' }),
        ],
      }),
    ],
    undecided: [
      anUndecided(),
      anUndecided({
        rule: 'session-host-newer-than-broker',
        missing: [aMissing(), { pointer: '/migration/plannedFor', region: aRegion(1, 1, 1), label: 'day of the move' }],
      }),
    ],
    diagnostics: [
      {
        code: 'unknown-property',
        severity: 'warning',
        message: 'Unknown property sesionHosts; did you mean sessionHosts?',
        region: aRegion(4, 30, 13),
      },
    ],
  })
}

function contoso(): InventoryReport {
  return anInventory({
    file: 'farms/contoso before.json',
    verdict: 'unusable',
    phase: 'during',
    faults: [{ rule: 'license-server-missing', pointer: '/deployment/licensing', message: 'division by zero' }],
    scope: { rules: ['broker-ha-not-configured', 'license-server-missing'] },
    releases: ['2008R2', '2012'],
  })
}

function broken(): InventoryReport {
  const { target: _target, plannedFor: _day, ...rest } = anInventory()
  return {
    ...rest,
    file: 'broken.json',
    verdict: 'unusable',
    releases: [],
    diagnostics: [{ code: 'empty', severity: 'error', message: 'The file is empty; export the inventory again.' }],
    counts: { rules: 0, subjects: 0, pass: 0, fail: 0, undecided: 0, notApplicable: 0, suppressed: 0 },
    tallies: {},
  }
}

function settled(): InventoryReport {
  const suppressed = { reason: 'Single broker accepted by the change board, CHG-1042', expires: '2027-03-31' }
  const findings = [
    aFinding({ suppressed, baseline: 'new', fingerprint: 'a1' }),
    aFinding({ subject: 'NWCB02.northwind.example', baseline: 'known', fingerprint: 'a2' }),
    aFinding({ subject: 'NWCB03.northwind.example', baseline: 'new', severity: 'warning', fingerprint: 'a3' }),
  ]
  const undecided = [anUndecided({ suppressed: { reason: 'Looked up by hand' } })]
  const message = '.rds-lint.yaml:9:5: the suppression of certificate-expired for "*" expired on 2026-10-31'
  const { counts } = anInventory({ findings, undecided })
  return anInventory({
    file: 'settled.json',
    verdict: 'ready',
    findings,
    gone: [{ rule: 'license-server-missing', subject: 'deployment', fingerprint: 'a4' }],
    undecided,
    diagnostics: [{ code: 'suppression', severity: 'warning', message }],
    scope: {
      rules: ['broker-ha-not-configured', 'session-collection-mixed-releases'],
      off: ['certificate-untrusted'],
      levels: { 'broker-ha-not-configured': 'warning' },
      baselineKnown: 1,
    },
    counts: { ...counts, suppressed: 2 },
  })
}

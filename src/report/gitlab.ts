import type { InventoryReport, Report, Severity } from '../model/report.ts'
import { legible, shortened } from '../model/visible.ts'
import { type Entry, entriesOf, sentenceOf } from './entry.ts'
import { jsonText } from './json-text.ts'
import { faultSentence } from './unix.ts'
import { type Folder, filePath } from './uri.ts'

type GitLabSeverity = 'info' | 'minor' | 'major' | 'critical' | 'blocker'

/** An issue as "Code Quality report format" of GitLab's documentation has it. */
interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: GitLabSeverity
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const severities = { error: 'critical', warning: 'major', info: 'minor' } as const satisfies Record<
  Severity,
  GitLabSeverity
>

/** Gives the report for GitLab's Code Quality widget, one issue a line. Suppressed entries are left out, since it has no mark for them, and nothing tells of the verdict. */
export function gitlab(report: Report, folder: Folder = {}): string {
  const issues = unique(report.inventories.flatMap((inventory) => issuesOf(inventory, folder)))
  return issues.length === 0 ? '[]\n' : `[\n${issues.map((issue) => jsonText(issue, 0)).join(',\n')}\n]\n`
}

function issuesOf(inventory: InventoryReport, folder: Folder): readonly Issue[] {
  const { file, diagnostics, faults } = inventory
  const issue = issueMaker(folder)
  return [
    ...diagnostics.map(({ code, severity, message, region }) =>
      issue(severity === 'error' ? 'blocker' : 'minor', code, message, file, region?.line ?? 1, `${code}:${message}`),
    ),
    ...faults.map((fault) =>
      issue('blocker', fault.rule, faultSentence(fault), file, 1, `fault:${fault.rule}:${fault.pointer}`),
    ),
    ...entriesOf(inventory)
      .filter(({ standing }) => standing !== 'suppressed')
      .map((entry) =>
        issue(severityOf(entry), entry.rule, sentenceOf(entry), entry.file, entry.region.line, keyOf(entry)),
      ),
  ]
}

function issueMaker(folder: Folder) {
  // One farm may stand in several files, and each file has many entries.
  const paths = new Map<string, string>()
  return (severity: GitLabSeverity, rule: string, message: string, file: string, begin: number, key: string): Issue => {
    // Whole, unless no system takes such a path.
    const path = paths.get(file) ?? legible(filePath(file, folder), 4096, 4096)
    paths.set(file, path)
    return {
      description: legible(message.trim(), 255, 1000),
      check_name: legible(rule, 255, 255),
      fingerprint: legible(`${shortened(key, 500)}:${shortened(path, 500)}`, 1000, 1000),
      severity,
      location: { path, lines: { begin } },
    }
  }
}

function severityOf({ standing, severity }: Entry): GitLabSeverity {
  return standing === 'undecided' ? 'info' : severities[severity]
}

/** Neither line nor index, so that an issue stays the same after a new export. */
function keyOf({ fingerprint, rule, subject }: Entry): string {
  return fingerprint ?? `undecided:${rule}:${subject}`
}

/** GitLab shows only the first of several issues with one fingerprint. */
function unique(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map<string, number>()
  return issues.map((issue) => {
    const times = (seen.get(issue.fingerprint) ?? 0) + 1
    seen.set(issue.fingerprint, times)
    return times === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}:${times}` }
  })
}

import { readFile } from 'node:fs/promises'
import { lint, type Report } from 'rds-lint'

const file = 'fixtures/halfway-through/inventory.json'
const report: Report = lint([{ file, bytes: await readFile(file) }], { asOf: '2026-11-24' })

process.stdout.write(`${report.verdict}\n`)
for (const { findings, undecided } of report.inventories) {
  for (const { severity, rule, subject, region } of findings.filter(({ severity }) => severity === 'error')) {
    process.stdout.write(`line ${region.line}: ${severity} ${rule} (${subject})\n`)
  }
  process.stdout.write(`not decided: ${undecided.length}\n`)
}

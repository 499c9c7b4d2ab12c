import { copyFile, mkdir } from 'node:fs/promises'

const sources = [
  'src/inventory/inventory.schema.json',
  'src/rules/rule.schema.json',
  'src/report/report.schema.json',
  'src/configuration/config.schema.json',
  'src/baseline/baseline.schema.json',
  'src/report/plan/plan.schema.json',
  'src/report/runbook/runbook.schema.json',
  'src/report/runbook/runbook-report.schema.json',
  'src/report/compare/comparison.schema.json',
] as const

/** Copies the published JSON Schemas into `dist/schemas/`. */
export async function schemas(): Promise<void> {
  await mkdir('dist/schemas', { recursive: true })
  await Promise.all(sources.map((source) => copyFile(source, source.replace(/^.*\//, 'dist/schemas/'))))
}

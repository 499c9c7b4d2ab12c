export { type LintInput, type LintOptions, lint, ruleIds } from './lint.ts'
export type { Diagnostic, DiagnosticCode } from './model/diagnostic.ts'
export type { Region } from './model/region.ts'
export type * from './model/report.ts'

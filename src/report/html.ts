import type { Report } from '../model/report.ts'
import { documentOf } from './html/document.ts'

/** Gives the report as one HTML file that needs nothing else: no network, and no script to be read. */
export function html(report: Report): string {
  return documentOf(report)
}

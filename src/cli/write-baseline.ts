import { baselineText } from '../baseline/baseline-text.ts'
import type { ExitCode } from '../model/exit-code.ts'
import type { Report } from '../model/report.ts'
import { visible } from '../model/visible.ts'
import { count } from '../report/pretty/words.ts'
import type { Host } from './host.ts'
import { deliverTo, refuse, tell } from './say.ts'

/** Writes the findings of a run as a baseline; gives 0, or 2 where an inventory or a rule said nothing that could be kept. */
export async function writeBaseline(host: Host, path: string, report: Report): Promise<ExitCode> {
  if (report.inventories.some(({ verdict }) => verdict === 'unusable') || report.inventories.length === 0)
    return refuse(host, 'no baseline is written, since not everything could be judged; correct that first')
  const text = baselineText(report)
  const code = await deliverTo(host, path, text, 0)
  if (code !== 0) return code
  const kept = report.inventories.flatMap(({ findings }) => findings.filter((one) => !one.suppressed)).length
  const open = report.inventories.flatMap(({ undecided }) => undecided).length
  const rest = open === 0 ? '' : `; what is undecided is in no baseline: ${open}`
  await tell(host, `rds-lint: ${visible(path)} is written; it knows ${count(kept, 'finding')}${rest}`)
  return 0
}

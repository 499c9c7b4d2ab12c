import { collectorScript } from '../../../generated/collector-script.ts'
import { anonymize } from '../../collector/anonymize/anonymize.ts'
import { inventoryText } from '../../collector/inventory-text.ts'
import { parseAs } from '../../collector/loose.ts'
import { sources } from '../../collector/sources/index.ts'
import type { ExitCode } from '../../model/exit-code.ts'
import { visible } from '../../model/visible.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { inventoryOf } from '../make-inventory.ts'
import { commonOptions, type OptionTable, type OptionValues } from '../option.ts'
import { outputProblem } from '../output-problem.ts'
import { parseArguments, shown, suggestion } from '../parse-arguments.ts'
import { inputPaths } from '../read-inputs.ts'
import { readPlan } from '../read-plan.ts'
import { deliver, deliverTo, refuse, tell } from '../say.ts'

const options = {
  output: { kind: 'value', short: 'o', placeholder: 'FILE', help: 'write to a file instead of standard output' },
  as: {
    kind: 'list',
    placeholder: 'NAME:ARG=FILE',
    check: asProblem,
    help: 'say what a file holds: a cmdlet or class, and the collection (Get-RD*) or server; may be repeated',
  },
  migration: {
    kind: 'value',
    placeholder: 'FILE',
    help: "the planner's section, YAML or JSON, to be put into the inventory",
  },
  anonymize: { kind: 'flag', help: 'replace every name by a pseudonym, the same within the file' },
  script: { kind: 'flag', help: 'print Export-RdsInventory.ps1, the script that makes a bundle' },
  ...commonOptions,
} as const satisfies OptionTable

type Values = OptionValues<typeof options>

/** `rds-lint collect BUNDLE|FILE…`: makes an inventory; gives 0 where all that was asked answered, 3 where a source failed, 2 where nothing is known. */
export async function collectCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(options, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const paths = inputPaths(host, operands)
  const misuse = misuseOf(host, values, paths)
  if (misuse !== undefined) return refuse(host, misuse)
  if (values.script) return written(host, values, collectorScript, 0)
  const plan = values.migration === undefined ? undefined : await readPlan(host, values.migration)
  if (values.migration !== undefined && plan === undefined) return 2
  const collected = inventoryOf(host, paths, values.as ?? [], plan)
  for (const { file, severity, message } of collected.said)
    await tell(host, `${visible(file)}: ${severity}: ${visible(message)}`)
  const { inventory } = collected
  if (inventory === undefined) return 2
  const sources = inventory.collection?.sources ?? []
  const counted = (wanted: string) => sources.filter(({ status }) => status === wanted).length
  const [failed, skipped] = [counted('failed'), counted('skipped')]
  if (failed + skipped > 0) await tell(host, unanswered(failed, skipped, sources.length))
  return written(host, values, inventoryText(values.anonymize ? anonymize(inventory) : inventory), failed > 0 ? 3 : 0)
}

function unanswered(failed: number, skipped: number, asked: number): string {
  const were = `${skipped} ${skipped === 1 ? 'was' : 'were'} skipped`
  const what =
    failed === 0
      ? were.replace(' ', ` of ${asked} sources `)
      : `${failed} of ${asked} sources failed${skipped === 0 ? '' : ` and ${were}`}`
  const whose = failed + skipped === 1 ? 'it' : 'they'
  return `rds-lint: ${what}; what ${whose} would have told is left unknown, and collection.sources says why`
}

function written(host: Host, { output }: Values, text: string, code: ExitCode): Promise<ExitCode> {
  return output === undefined ? deliver(host, text, code) : deliverTo(host, output, text, code)
}

function misuseOf(host: Host, values: Values, paths: readonly string[]): string | undefined {
  const named = (values.as ?? []).flatMap((one) => parseAs(one)?.file ?? [])
  const inputs = [...paths, ...named, ...(values.migration === undefined ? [] : [values.migration])]
  if (values.script) {
    if (inputs.length > 0 || values.anonymize)
      return '--script prints the script and reads nothing; leave out everything else but --output'
  } else if (paths.length + named.length === 0) {
    return 'no bundle is named; write rds-lint collect BUNDLE, or rds-lint collect --script for the script that makes one'
  }
  if (paths.includes('-')) return 'a bundle is a folder or a zip file, and not standard input; name it'
  return values.output === undefined ? undefined : outputProblem(host, values.output, inputs)
}

function asProblem(value: string): string | undefined {
  if (parseAs(value)) return undefined
  const word = /^[^:=]*/.exec(value)?.[0] ?? ''
  const names = [...new Set(sources.map(({ name }) => name))]
  return `names no source${suggestion(word, names, `write it like --as Get-RDSessionHost:Sales=${shown('hosts.xml')}`)}`
}

function help(): string {
  return helpPage({
    about:
      'Makes an inventory of a deployment: from a bundle, the folder or zip file that Export-RdsInventory.ps1 wrote on the connection broker, or from files that Export-Clixml wrote.',
    usage: [
      'rds-lint collect BUNDLE [options]',
      'rds-lint collect FILE... [options]',
      'rds-lint collect --script [-o FILE]',
    ],
    options,
    parts: {
      'Exit codes': [
        ['0', 'written; everything that was asked answered'],
        ['2', 'not written: the command line or the bundle is unusable, or nothing was answered'],
        ['3', 'written; something failed, and what it would have told is left unknown'],
      ],
    },
    examples: [
      'rds-lint collect --script --output Export-RdsInventory.ps1',
      'rds-lint collect RdsInventory-RDCB01.zip --output inventory.json',
      'rds-lint collect servers.xml hosts.xml --as Get-RDVirtualDesktopCollectionConfiguration:Pool=groups.xml',
    ],
  })
}

import { posix, win32 } from 'node:path'
import { version } from '../../../generated/version.ts'
import type { ExitCode } from '../../model/exit-code.ts'
import { categories } from '../../model/report.ts'
import { visible } from '../../model/visible.ts'
import { type Manifest, manifestName } from '../../packs/pack.ts'
import { isName, readManifest } from '../../packs/read-manifest.ts'
import { readText } from '../../packs/read-text.ts'
import { rulePlaces } from '../../packs/rule-places.ts'
import { starterManifest, starterRule } from '../../packs/starter-rule.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { whyUnwritten } from '../host-errors.ts'
import { commonOptions, type OptionTable } from '../option.ts'
import { packFiles } from '../pack-files.ts'
import { parseArguments, shown, suggestion } from '../parse-arguments.ts'
import { deliver, deliverTo, refuse, tell } from '../say.ts'
import { tellDiagnostics } from '../told-file.ts'

/** The options of `rds-lint new`. */
export const newOptions = {
  category: {
    kind: 'value',
    placeholder: 'CATEGORY',
    choices: categories,
    help: 'the step of the migration, which is the folder of the rule',
  },
  pack: { kind: 'value', placeholder: 'FOLDER', help: 'the folder of the pack; default: the working folder' },
  ...commonOptions,
} as const satisfies OptionTable

/** `rds-lint new rule ID`: writes a rule to start from into a pack, and `pack.yaml` where there is none; never over a file. */
export async function newCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(newOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  const { values, operands } = parsed
  if (values.help) return deliver(host, help(), 0)
  const [kind, id, ...more] = operands
  if (kind !== 'rule')
    return refuse(
      host,
      kind === undefined
        ? 'new what? write rds-lint new rule ID --category CATEGORY'
        : `there is nothing new called ${shown(kind)}${suggestion(kind, ['rule'], 'write rds-lint new rule ID')}`,
    )
  if (id === undefined) return refuse(host, 'no id is named; write rds-lint new rule PACK/NAME --category CATEGORY')
  if (more.length > 0) return refuse(host, 'new writes one rule at a time; name one only')
  const { category, pack: folder = '.' } = values
  if (category === undefined) return refuse(host, `--category is missing; it must be one of ${categories.join(', ')}`)
  const wanted = idOf(id)
  if (wanted === undefined)
    return refuse(host, `${shown(id)} is no id; write it like contoso/host-naming, in lower case with hyphens`)
  const path = host.platform === 'win32' ? win32 : posix
  const manifest = path.join(folder, manifestName)
  const existing = host.identity(manifest) === undefined ? undefined : await manifestOf(host, folder, manifest)
  if (existing === 'broken') return 2
  const pack = existing?.name ?? wanted.pack
  if (pack === undefined)
    return refuse(
      host,
      `there is no ${shown(manifest)}, so that the pack has no name yet; write rds-lint new rule PACK/${wanted.name}, or name another folder with --pack`,
    )
  if (wanted.pack !== undefined && wanted.pack !== pack)
    return refuse(host, `the pack in ${shown(folder)} is ${pack}, not ${wanted.pack}; write ${pack}/${wanted.name}`)
  const rule = path.join(folder, 'rules', category, `${wanted.name}.yaml`)
  const taken = whyNot(host, folder, category, wanted.name, rule)
  if (taken !== undefined) return refuse(host, taken)
  const files = [
    ...(existing ? [] : [{ file: manifest, text: starterManifest(pack, version) }]),
    { file: rule, text: starterRule(`${pack}/${wanted.name}`) },
  ]
  return write(host, path.dirname(rule), files, folder)
}

function idOf(id: string): { readonly pack?: string; readonly name: string } | undefined {
  const [first = '', second, ...more] = id.split('/')
  if (!isName(first) || (second !== undefined && !isName(second)) || more.length > 0) return undefined
  return second === undefined ? { name: first } : { pack: first, name: second }
}

async function manifestOf(host: Host, folder: string, file: string): Promise<Manifest | 'broken'> {
  const text = readText(packFiles(host, folder), manifestName)
  const read = 'text' in text ? readManifest(text.text, version) : { manifest: undefined, ...text }
  await tellDiagnostics(host, file, read.diagnostics)
  return read.manifest ?? 'broken'
}

function whyNot(host: Host, folder: string, category: string, name: string, rule: string): string | undefined {
  if (host.identity(rule) !== undefined)
    return `${shown(rule)} is there already and is not overwritten; choose another id`
  const files = packFiles(host, folder)
  if (!host.isFolder(folder)) return undefined
  const other = rulePlaces(files).places.find((place) => place.name === name)
  if (other) return `the pack has a rule ${name} already, ${other.path}; choose another id`
  const listed = files.list(`rules/${category}`)
  return 'reason' in listed ? `${shown(rule)} cannot be written: ${listed.reason}` : undefined
}

async function write(
  host: Host,
  folder: string,
  files: readonly { readonly file: string; readonly text: string }[],
  pack: string,
): Promise<ExitCode> {
  try {
    host.makeFolder(folder)
  } catch (error) {
    const reason = whyUnwritten(error)
    if (reason === undefined) throw error
    return refuse(host, `the folder ${shown(folder)} could not be made: ${reason}`)
  }
  for (const { file, text } of files) {
    const code = await deliverTo(host, file, text, 0)
    if (code !== 0) return code
    await tell(host, `rds-lint: ${visible(file)} is written; change it, then run rds-lint test ${visible(pack)}`)
  }
  return 0
}

function help(): string {
  return helpPage({
    about:
      'Writes a rule to start from, with examples that pass rds-lint test, into a pack of your own; and pack.yaml, where the folder is no pack yet. Never overwrites a file, and asks nothing.',
    usage: ['rds-lint new rule ID --category CATEGORY [options]'],
    options: newOptions,
    examples: [
      'rds-lint new rule contoso/host-naming --category estate --pack our-rules',
      'rds-lint new rule spare-gateway --category gateway --pack our-rules',
    ],
  })
}

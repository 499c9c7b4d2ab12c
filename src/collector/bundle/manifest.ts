import { isRealDate } from '../../inventory/date.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { show } from '../../model/show.ts'
import { decode } from '../../source/decode.ts'
import { parseJson } from '../../source/json.ts'
import { locate } from '../../source/locate.ts'

/** What `manifest.json` of a bundle says (collector contract, "The bundle, version 1"). */
export interface Manifest {
  readonly collector?: { readonly name?: string; readonly version?: string }
  readonly collectedAt?: string
  readonly collectedOn?: string
  readonly elevated?: boolean
  /** Whether the script was told that there is no deployment. */
  readonly standalone: boolean
  readonly sources: readonly ManifestSource[]
}

/** One question that the script asked, and what became of it. */
export interface ManifestSource {
  readonly name: string
  readonly server?: string
  readonly collection?: string
  readonly status: Status
  readonly message?: string
  readonly file?: string
  readonly sha256?: string
}

/** What became of a question: answered, answered with nothing there, not answered, not asked. */
export type Status = 'ok' | 'empty' | 'failed' | 'skipped'

/** Reads a manifest; of one that cannot be used says why. Properties that it does not know are left alone. */
export function readManifest(bytes: Uint8Array): { readonly manifest: Manifest } | { readonly problem: Diagnostic } {
  const decoded = decode(bytes)
  if ('problem' in decoded) return decoded
  const parsed = parseJson(decoded.text)
  if ('diagnostics' in parsed) return { problem: parsed.diagnostics[0] }
  const fault = faultOf(parsed.value)
  if (fault === undefined) return { manifest: manifestOf(parsed.value as Keyed) }
  const region = locate(decoded.text)([fault.pointer]).get(fault.pointer)
  return { problem: { code: 'bundle', severity: 'error', message: fault.message, ...(region ? { region } : {}) } }
}

type Keyed = Readonly<Record<string, unknown>>

interface Fault {
  readonly pointer: string
  readonly message: string
}

const statuses: readonly unknown[] = ['ok', 'empty', 'failed', 'skipped'] satisfies readonly Status[]

function faultOf(value: unknown): Fault | undefined {
  if (!isKeyed(value)) return { pointer: '', message: 'a manifest is an object; collect the bundle again' }
  if (value.bundleVersion !== 1) {
    const said = value.bundleVersion === undefined ? 'no bundleVersion' : `bundleVersion ${show(value.bundleVersion)}`
    const pointer = value.bundleVersion === undefined ? '' : '/bundleVersion'
    return { pointer, message: `the manifest has ${said}; this version of rds-lint reads bundleVersion 1` }
  }
  if (!Array.isArray(value.sources) || value.sources.length === 0)
    return { pointer: '', message: 'the manifest lists no sources; collect the bundle again' }
  for (const [index, source] of value.sources.entries()) {
    const pointer = `/sources/${index}`
    if (!isKeyed(source) || typeof source.name !== 'string' || source.name === '')
      return { pointer, message: 'a source of the manifest has no name; collect the bundle again' }
    if (!statuses.includes(source.status))
      return {
        pointer,
        message: `the status of a source must be one of ${statuses.join(', ')}; collect the bundle again`,
      }
  }
  return undefined
}

function manifestOf(value: Keyed): Manifest {
  const collector = isKeyed(value.collector) ? texts(value.collector, ['name', 'version']) : undefined
  const at = typeof value.collectedAt === 'string' && isMoment(value.collectedAt) ? value.collectedAt : undefined
  return {
    ...(collector && Object.keys(collector).length > 0 ? { collector } : {}),
    ...(at === undefined ? {} : { collectedAt: at }),
    ...texts(value, ['collectedOn']),
    ...(typeof value.elevated === 'boolean' ? { elevated: value.elevated } : {}),
    standalone: value.standalone === true,
    sources: (value.sources as readonly Keyed[]).map((source) => ({
      name: source.name as string,
      status: source.status as Status,
      ...texts(source, ['server', 'collection', 'message', 'file', 'sha256']),
    })),
  }
}

function texts<Name extends string>(value: Keyed, names: readonly Name[]): { readonly [Key in Name]?: string } {
  const found = names.flatMap((name) => {
    const text = value[name]
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(found) as { readonly [Key in Name]?: string }
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text) && isRealDate(text)
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

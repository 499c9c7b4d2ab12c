import { posix, win32 } from 'node:path'
import type { Host } from './host.ts'
import { shown } from './parse-arguments.ts'

/** Says why a file may not be written to `output`, which `option` names: a dash, a folder, no folder around it, or one of the inputs; undefined where it may. */
export function outputProblem(
  host: Host,
  output: string,
  inputs: readonly string[],
  option = '--output',
): string | undefined {
  const path = host.platform === 'win32' ? win32 : posix
  const written = `${option}${option.endsWith('=') ? '' : ' '}${shown(output)}`
  if (output === '-')
    return `${written} names no file; a report that names none goes to standard output, and ./- is a file of this name`
  if (host.isFolder(output)) return `${written} is a folder; name a file in it`
  const folder = path.dirname(output)
  if (!host.isFolder(folder)) return `${written}: there is no folder ${shown(folder)}; create it first`
  const isThere = host.identity(output) !== undefined
  const bundle = inputs.find((input) => host.isFolder(input) && isThere && isSameFile(host, input, folder))
  if (bundle !== undefined)
    return `${written} would overwrite a file of the bundle ${shown(bundle)}; choose another name`
  const overwritten = inputs.find((input) => input !== '-' && isSameFile(host, input, output))
  return overwritten === undefined
    ? undefined
    : `${written} would overwrite the input ${shown(overwritten)}; choose another name`
}

/** Whether two paths lead to one file, be it there or not. */
export function isSameFile(host: Host, one: string, other: string): boolean {
  const path = host.platform === 'win32' ? win32 : posix
  // Names alone decide where nothing is there yet.
  const name = (file: string) => {
    const whole = path.resolve(host.cwd, file)
    return path === win32 ? whole.toLowerCase() : whole
  }
  if (name(one) === name(other)) return true
  const identity = host.identity(other)
  return identity !== undefined && identity === host.identity(one)
}

import { posix, win32 } from 'node:path'
import type { Host } from './host.ts'
import { shown } from './parse-arguments.ts'

/** Says why a file may not be written to `output`, which `option` names: a folder, no folder around it, or one of the inputs; undefined where it may. */
export function outputProblem(
  host: Host,
  output: string,
  inputs: readonly string[],
  option = '--output',
): string | undefined {
  const path = host.platform === 'win32' ? win32 : posix
  if (host.isFolder(output)) return `${option} ${shown(output)} is a folder; name a file in it`
  const folder = path.dirname(output)
  if (!host.isFolder(folder)) return `${option} ${shown(output)}: there is no folder ${shown(folder)}; create it first`
  const isThere = host.identity(output) !== undefined
  const bundle = inputs.find((input) => host.isFolder(input) && isThere && isSame(host, input, folder, path))
  if (bundle !== undefined)
    return `${option} ${shown(output)} would overwrite a file of the bundle ${shown(bundle)}; choose another name`
  const overwritten = inputs.find((input) => input !== '-' && isSame(host, input, output, path))
  return overwritten === undefined
    ? undefined
    : `${option} ${shown(output)} would overwrite the input ${shown(overwritten)}; choose another name`
}

function isSame(host: Host, input: string, output: string, path: typeof posix): boolean {
  // Names alone decide where nothing is there yet.
  const name = (one: string) => {
    const whole = path.resolve(host.cwd, one)
    return path === win32 ? whole.toLowerCase() : whole
  }
  if (name(input) === name(output)) return true
  const identity = host.identity(output)
  return identity !== undefined && identity === host.identity(input)
}

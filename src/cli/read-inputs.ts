import { nearest } from '../model/nearest.ts'
import type { Plan } from './bundle-source.ts'
import { commands } from './commands.ts'
import type { Host } from './host.ts'
import { errorCode, whyUnreadable } from './host-errors.ts'
import type { Input } from './input.ts'
import { expandWildcards } from './wildcards.ts'

/** Gives each path once, in the order of the operands; on Windows, where the shell leaves that to us, with wildcards expanded. */
export function inputPaths(host: Host, operands: readonly string[]): readonly string[] {
  if (host.platform !== 'win32') return [...new Set(operands)]
  const found = operands.map((operand) => ({ operand, files: expandWildcards(operand, host) }))
  // Where no file fits a pattern, reading it as a path says that there is no such file.
  return [...new Set(found.flatMap(({ operand, files }) => (files.length === 0 ? [operand] : files)))]
}

/**
 * Reads files in the order given; `-` is standard input, called `stdinName`. Of a bundle the inventory is read that
 * `rds-lint collect` would print, with the planner's section.
 */
export async function readInputs(
  host: Host,
  paths: readonly string[],
  stdinName: string,
  plan?: Plan,
): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for (const path of paths)
    inputs.push(await (path === '-' ? attempt(stdinName, host.readStdin) : readPath(host, path, plan)))
  return inputs
}

async function readPath(host: Host, path: string, plan: Plan | undefined): Promise<Input> {
  if (host.isFolder(path)) {
    const { isBundleFolder } = await import('./bundle-source.ts')
    if (isBundleFolder(host, path)) return readBundle(host, path, undefined, plan)
  }
  const input = await attempt(path, () => host.readFile(path))
  // The two letters that zip files begin with; an inventory begins with a brace.
  const isZip = 'bytes' in input && input.bytes[0] === 0x50 && input.bytes[1] === 0x4b
  return isZip ? readBundle(host, path, input.bytes, plan) : input
}

async function readBundle(
  host: Host,
  path: string,
  zip: Uint8Array | undefined,
  plan: Plan | undefined,
): Promise<Input> {
  const { bundleInput } = await import('./bundle-input.ts')
  return bundleInput(host, path, zip, plan)
}

async function attempt(file: string, read: () => Uint8Array | Promise<Uint8Array>): Promise<Input> {
  try {
    return { file, bytes: await read() }
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    const message = errorCode(error) === 'ENOENT' ? (misspeltCommand(file) ?? reason) : reason
    return { file, problem: { code: 'unreadable', severity: 'error', message } }
  }
}

function misspeltCommand(file: string): string | undefined {
  const command = /[./\\]/.test(file) ? undefined : nearest(file, commands)
  return command === undefined ? undefined : `there is no such file or command; did you mean rds-lint ${command}?`
}

import type { Diagnostic } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import { commands } from './commands.ts'
import type { Host } from './host.ts'
import { errorCode, whyUnreadable } from './host-errors.ts'
import { expandWildcards } from './wildcards.ts'

/** An inventory file as it was found: its bytes, or why there are none. */
export type Input = Readable | Unreadable

/** A file that was read. */
export interface Readable {
  /** The path as it was written on the command line. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** A file that could not be read. */
interface Unreadable {
  readonly file: string
  readonly problem: Diagnostic
}

/** Gives each path once, in the order of the operands; on Windows, where the shell leaves that to us, with wildcards expanded. */
export function inputPaths(host: Host, operands: readonly string[]): readonly string[] {
  if (host.platform !== 'win32') return [...new Set(operands)]
  const found = operands.map((operand) => ({ operand, files: expandWildcards(operand, host) }))
  // Where no file fits a pattern, reading it as a path says that there is no such file.
  return [...new Set(found.flatMap(({ operand, files }) => (files.length === 0 ? [operand] : files)))]
}

/** Reads files in the order given; `-` is standard input, called `stdinName`. */
export async function readInputs(host: Host, paths: readonly string[], stdinName: string): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for (const path of paths) {
    inputs.push(await (path === '-' ? attempt(stdinName, host.readStdin) : attempt(path, () => host.readFile(path))))
  }
  return inputs
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

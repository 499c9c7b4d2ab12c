import type { ExitCode } from '../model/exit-code.ts'
import type { Host } from './host.ts'

/** Carries out a command with what follows its name; gives the exit code. */
export type Command = (host: Host, args: readonly string[]) => Promise<ExitCode>

/** The names of the commands; without one, `lint` is meant. */
export const commands = [
  'lint',
  'collect',
  'init',
  'plan',
  'compare',
  'rules',
  'explain',
  'paths',
  'schema',
  'test',
  'new',
  'completion',
] as const
export type CommandName = (typeof commands)[number]

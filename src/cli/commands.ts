import type { Host } from './host.ts'

/** Carries out a command with what follows its name; gives the exit code. */
export type Command = (host: Host, args: readonly string[]) => Promise<ExitCode>

/** 0: nothing stands in the way, 1: blocked, 2: something is unusable, 3: undecided. */
export type ExitCode = 0 | 1 | 2 | 3

/** The names of the commands; without one, `lint` is meant. */
export const commands = ['lint', 'collect', 'init', 'rules', 'explain', 'schema'] as const
export type CommandName = (typeof commands)[number]

import type { ExitCode } from '../model/exit-code.ts'
import { visible } from '../model/visible.ts'
import { lintCommand } from './commands/lint.ts'
import { type Command, type CommandName, commands } from './commands.ts'
import type { Host } from './host.ts'
import { complain } from './say.ts'

// What a usual run does not need is loaded only when it is meant: the start is most of what a small run takes.
const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  lint: async () => lintCommand,
  collect: async () => (await import('./commands/collect.ts')).collectCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  paths: async () => (await import('./commands/paths.ts')).pathsCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand,
}

/** Carries out a command line; gives the exit code. A fault of ours is one sentence, its trace only with RDS_LINT_DEBUG=1. */
export async function run(host: Host): Promise<ExitCode> {
  try {
    const name = commands.find((command) => command === host.args[0])
    const command = await load[name ?? 'lint']()
    return await command(host, name === undefined ? host.args : host.args.slice(1))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await complain(host, `internal error: ${visible(reason)}; please report it, with the command line that led here`)
    if (host.env.RDS_LINT_DEBUG === '1' && error instanceof Error) await complain(host, visible(error.stack ?? ''))
    return 2
  }
}

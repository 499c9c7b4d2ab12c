import type { ExitCode } from '../../model/exit-code.ts'
import { bash } from '../completion/bash.ts'
import { fish } from '../completion/fish.ts'
import { powershell } from '../completion/powershell.ts'
import { type CompletedCommand, completionTable, type Shell, shells } from '../completion/table.ts'
import { zsh } from '../completion/zsh.ts'
import { helpPage } from '../help-page.ts'
import type { Host } from '../host.ts'
import { commonOptions } from '../option.ts'
import { parseArguments, shown, suggestion } from '../parse-arguments.ts'
import { deliver, refuse } from '../say.ts'

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
}

/** `rds-lint completion SHELL`: prints a script that lets a shell complete commands, options and their values. */
export async function completionCommand(host: Host, args: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(commonOptions, args)
  if ('misuse' in parsed) return refuse(host, parsed.misuse)
  if (parsed.values.help) return deliver(host, help(), 0)
  const [name, ...more] = parsed.operands
  if (name === undefined) return refuse(host, `no shell is named; write rds-lint completion ${shells.join('|')}`)
  if (more.length > 0) return refuse(host, 'completion is for one shell at a time; name one only')
  const shell = shells.find((one) => one === name.toLowerCase())
  if (shell === undefined)
    return refuse(
      host,
      `there is no completion for ${shown(name)}${suggestion(name, shells, `there are ${shells.join(', ')}`)}`,
    )
  return deliver(host, scripts[shell](completionTable()), 0)
}

function help(): string {
  return helpPage({
    about:
      'Prints a script that lets a shell complete commands, options and their values; its first lines say where it goes.',
    usage: [`rds-lint completion ${shells.join('|')}`],
    options: commonOptions,
    examples: ['rds-lint completion bash > rds-lint.bash', 'rds-lint completion powershell > rds-lint.ps1'],
  })
}

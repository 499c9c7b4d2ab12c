import type { Candidates, CompletedCommand } from './table.ts'

/** Gives the script that lets fish complete. */
export function fish(commands: readonly CompletedCommand[]): string {
  const named = commands.map(({ name }) => name).filter((name) => name !== 'lint')
  const lines = commands.flatMap(({ name, operands, options }) => {
    const start = `complete -c rds-lint -n ${quoted(name === 'lint' ? 'not __rds_lint_named' : `__rds_lint_named ${name}`)}`
    return [
      `${start} ${reply(operands, '-f')}`.trimEnd(),
      ...options.map(({ name: long, short, help, value }) => {
        const spelling = `-l ${long}${short ? ` -s ${short}` : ''}`
        return `${start} ${spelling}${value === undefined ? '' : ` ${reply(value, '-x')}`} -d ${quoted(help)}`
      }),
    ]
  })
  return `# Completion of rds-lint for fish: rds-lint completion fish > ~/.config/fish/completions/rds-lint.fish
function __rds_lint_named
    set -l words (commandline -opc)
    if test (count $argv) -gt 0
        test (count $words) -gt 1; and test $words[2] = $argv[1]
    else
        test (count $words) -gt 1; and contains -- $words[2] ${named.join(' ')}
    end
end

complete -c rds-lint -e
complete -c rds-lint -n 'test (count (commandline -opc)) -eq 1' -a ${quoted(named.join(' '))}
${lines.join('\n')}
`
}

/** `-f` keeps files from being offered, `-x` does and wants a value, `-r` wants one and offers files. */
function reply(candidates: Candidates, exclusive: '-f' | '-x'): string {
  if (candidates === 'files') return exclusive === '-f' ? '-F' : '-r -F'
  if (candidates === 'folders') return `${exclusive} -a '(__fish_complete_directories)'`
  return candidates === 'anything' ? exclusive : `${exclusive} -a ${quoted(candidates.join(' '))}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

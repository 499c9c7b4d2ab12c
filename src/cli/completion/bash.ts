import type { Candidates, CompletedCommand } from './table.ts'

/** Gives the script that lets bash complete, 3.2 or later, with nothing beside it. */
export function bash(commands: readonly CompletedCommand[]): string {
  const named = commands.map(({ name }) => name).filter((name) => name !== 'lint')
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => {
      if (option.value === undefined) return []
      const spellings = [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])]
      return [
        `    ${spellings.map((spelling) => `'${name} ${spelling}'`).join('|')}) ${reply(option.value)}; return ;;`,
      ]
    }),
  )
  const options = commands.map(({ name, options: all }) => {
    const words = all.flatMap((option) => [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])])
    return `      ${name}) ${reply(words)} ;;`
  })
  const operands = commands.map(({ name, operands: some }) => `    ${name}) ${reply(some)} ;;`)
  return `# Completion of rds-lint for bash. In ~/.bashrc: eval "$(rds-lint completion bash)"
_rds_lint() {
  local command=lint cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  # Bash takes --option=value apart.
  if [ "$cur" = '=' ]; then
    cur=''
  elif [ "$prev" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in
    ${named.join('|')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  COMPREPLY=()
  case "$command $prev" in
${values.join('\n')}
  esac
  case $cur in
  -*)
    case $command in
${options.join('\n')}
    esac
    return
    ;;
  esac
  case $command in
${operands.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY+=($(compgen -W '${named.join(' ')}' -- "$cur"))
  fi
}

_rds_lint_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}

complete -F _rds_lint rds-lint
`
}

function reply(candidates: Candidates): string {
  if (candidates === 'files') return '_rds_lint_paths -f "$cur"'
  if (candidates === 'folders') return '_rds_lint_paths -d "$cur"'
  if (candidates === 'anything') return ':'
  return `COMPREPLY=($(compgen -W '${candidates.join(' ')}' -- "$cur"))`
}

import type { Candidates, CompletedCommand } from './table.ts'

/** Gives the script that lets zsh complete; it is a file `_rds-lint` of `fpath`, or is evaluated after `compinit`. */
export function zsh(commands: readonly CompletedCommand[]): string {
  const named = commands.map(({ name }) => name).filter((name) => name !== 'lint')
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => {
      if (option.value === undefined) return []
      const spellings = [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])]
      return [
        `    (${spellings.map((spelling) => `'${name} ${spelling}'`).join('|')}) ${reply(option.value)}; return ;;`,
      ]
    }),
  )
  const options = commands.map(({ name, options: all }) => {
    const rows = all.flatMap(({ name: long, short, help }) =>
      [`--${long}`, ...(short ? [`-${short}`] : [])].map((spelling) => described(spelling, help)),
    )
    return `      (${name}) described=(\n${rows.map((row) => `        ${row}`).join('\n')}\n      ) ;;`
  })
  const operands = commands.map(({ name, operands: some }) => `    (${name}) ${reply(some)} ;;`)
  return `#compdef rds-lint
# Completion of rds-lint for zsh. In ~/.zshrc, after compinit: eval "$(rds-lint completion zsh)"
_rds_lint() {
  local command=lint cur=\${words[CURRENT]} prev=\${words[CURRENT-1]}
  local -a described
  if [[ $cur == --*=* ]]; then
    prev=\${cur%%=*}
    compset -P '*='
  fi
  if (( CURRENT > 2 )); then
    case \${words[2]} in
    (${named.join('|')}) command=\${words[2]} ;;
    esac
  fi
  case "$command $prev" in
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${options.join('\n')}
    esac
    _describe -o option described
    return
  fi
  if (( CURRENT == 2 )); then
    compadd -- ${named.join(' ')}
  fi
  case $command in
${operands.join('\n')}
  esac
}

if [[ $funcstack[1] == _rds-lint ]]; then
  _rds_lint "$@"
else
  compdef _rds_lint rds-lint
fi
`
}

function reply(candidates: Candidates): string {
  if (candidates === 'files') return '_files'
  if (candidates === 'folders') return '_files -/'
  return candidates === 'anything' ? ':' : `compadd -- ${candidates.join(' ')}`
}

/** What stands before a colon is completed, what stands behind it is shown. */
function described(spelling: string, help: string): string {
  return `'${spelling}:${help.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll("'", "'\\''")}'`
}

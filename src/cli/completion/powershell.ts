import type { Candidates, CompletedCommand } from './table.ts'

/** Gives the script that lets PowerShell complete, 5.1 or later. Where it gives nothing, PowerShell offers files. */
export function powershell(commands: readonly CompletedCommand[]): string {
  const named = commands.map(({ name }) => name).filter((name) => name !== 'lint')
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ name: long, short, value }) => {
      if (value === undefined) return []
      return [`--${long}`, ...(short ? [`-${short}`] : [])].map((spelling) => entry(`${name} ${spelling}`, value))
    }),
  )
  const options = commands.map(({ name, options: all }) =>
    entry(
      name,
      all.map((option) => `--${option.name}`),
    ),
  )
  const operands = commands.map(({ name, operands: some }) => entry(name, some))
  return `# Completion of rds-lint for PowerShell. In $PROFILE: rds-lint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName rds-lint -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # Case matters: -f is not -F.
    $values = New-Object System.Collections.Hashtable
${values.map((line) => `    $values[${line}`).join('\n')}
    $options = @{}
${options.map((line) => `    $options[${line}`).join('\n')}
    $operands = @{}
${operands.map((line) => `    $operands[${line}`).join('\n')}
    $commands = ${list(named)}
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $command = 'lint'
    if ($words.Count -gt 1 -and $commands -ccontains $words[1]) { $command = $words[1] }
    $word = [string] $wordToComplete
    $lead = ''
    $asked = $command + ' ' + $words[-1]
    if ($word -match '^(--[a-z-]+=)(.*)$') {
        $lead = $Matches[1]
        $word = $Matches[2]
        $asked = $command + ' ' + $lead.TrimEnd('=')
    }
    if ($values.ContainsKey($asked)) { $found = $values[$asked] }
    elseif ($word.StartsWith('-')) { $found = $options[$command] }
    else {
        $found = $operands[$command]
        if ($words.Count -eq 1) { $found = @($found) + $commands }
    }
    foreach ($one in $found) {
        if ($one -and $one.StartsWith($word, [StringComparison]::OrdinalIgnoreCase)) {
            New-Object System.Management.Automation.CompletionResult ($lead + $one), $one, 'ParameterValue', $one
        }
    }
}
`
}

function entry(key: string, candidates: Candidates): string {
  return `'${key}'] = ${list(typeof candidates === 'string' ? [] : candidates)}`
}

function list(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word}'`).join(', ')})`
}

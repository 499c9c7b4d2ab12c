import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { completionTable, type Shell, shells } from '../../src/cli/completion/table.ts'
import { run } from '../../src/cli/run.ts'
import { ruleIds } from '../../src/lint.ts'
import { aHost } from '../support/a-host.ts'
import { powershell, runPowerShell } from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

const scripts = new Map<Shell, string>()

beforeAll(async () => {
  for (const shell of shells) {
    const host = aHost({ args: ['completion', shell] })
    expect(await run(host)).toBe(0)
    scripts.set(shell, host.out())
  }
})

test('every command and option is in the table, and in each script', () => {
  expect(completionTable().map(({ name }) => name)).toEqual([...commands])
  for (const { name, options } of completionTable())
    for (const option of options)
      for (const script of scripts.values())
        expect(script, `${name} --${option.name}`).toMatch(new RegExp(`(--|-l )${option.name}\\b`))
})

/** What is typed, the last word being completed; and some of the words that must be offered, all of which begin so. */
const cases: readonly (readonly [typed: readonly string[], offered: readonly string[], others: readonly string[]])[] = [
  [['expl'], ['explain'], ['rules']],
  [['--pha'], ['--phase'], ['--target']],
  [
    ['--phase', ''],
    ['before', 'during', 'after'],
    ['migrate', 'farm.json'],
  ],
  [['farm.json', '--fail-on', 'w'], ['warning'], ['error']],
  [['-f', 'sa'], ['sarif'], ['json']],
  [['--rule', 'broker-ha-not'], ['broker-ha-not-configured'], []],
  [['explain', 'broker-ha-not'], ['broker-ha-not-configured'], []],
  [['schema', 'inv'], ['inventory'], ['report']],
  [['completion', 'po'], ['powershell'], ['bash']],
  [['new', 'rule', '--category', 'gat'], ['gateway'], ['estate']],
  [['collect', '--anon'], ['--anonymize'], ['--phase']],
  [['rules', '--met'], ['--method'], ['--watch']],
]

/** What is completed beside the cases. */
const others = [['--phase=d'], ['explain', '']]

describe.each<[Shell, (typed: readonly string[]) => readonly string[], boolean]>([
  ['bash', inBash, has('bash')],
  ['zsh', inZsh, has('zsh')],
  ['fish', inFish, has('fish')],
  ['powershell', inPowerShell, powershell !== undefined],
])('%s', (shell, complete, isHere) => {
  describe.skipIf(!isHere)(
    isHere ? 'completes' : 'completes (skipped: the shell is not here)',
    { timeout: 120_000 },
    () => {
      test.each(cases)('%j', (typed, offered, others) => {
        const found = complete(typed)
        expect(found).toEqual(expect.arrayContaining([...offered]))
        expect(found.filter((word) => others.includes(word))).toEqual([])
        expect(found.filter((word) => !word.toLowerCase().startsWith((typed.at(-1) ?? '').toLowerCase()))).toEqual([])
      })

      test('a value behind =', () => {
        const found = complete(['--phase=d'])
        expect(found.map((word) => word.replace(/^.*=/, ''))).toEqual(['during'])
      })

      test('every rule', () => {
        expect(complete(['explain', '']).toSorted()).toEqual([...ruleIds].toSorted())
      })

      test.skipIf(shell === 'powershell')('files where a file is meant, folders where a folder is', () => {
        expect(complete(['farm']).map(plain)).toEqual(['farm.json'])
        expect(complete(['--output', 'farm']).map(plain)).toEqual(['farm.json'])
        expect(complete(['test', '']).map(plain)).toEqual(['our rules'])
      })
    },
  )
})

function aFolder(): string {
  const folder = scratch()
  mkdirSync(join(folder, 'our rules'))
  writeFileSync(join(folder, 'farm.json'), '{}')
  return folder
}

function plain(word: string): string {
  return word.replace(/\/$/, '').replaceAll('\\', '')
}

function has(shell: string): boolean {
  return process.platform !== 'win32' && spawnSync(shell, ['-c', 'true']).status === 0
}

function spoken(shell: Shell, program: string, args: readonly string[], text: string): readonly string[] {
  const cwd = aFolder()
  writeFileSync(join(cwd, `.${shell}`), scripts.get(shell) ?? '')
  const { stdout, stderr, status } = spawnSync(program, [...args, text], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, HOME: cwd, TERM: 'dumb' },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\n').filter((line) => line !== '')
}

/** Bash takes words apart at `=` before it asks. */
function inBash(typed: readonly string[]): readonly string[] {
  const words = typed.flatMap((word) =>
    word.split(/(?<=^--[a-z]+)(=)/).filter((part, index) => part !== '' || index === 0),
  )
  const list = ['rds-lint', ...words].map((word) => `'${word}'`).join(' ')
  return spoken(
    'bash',
    'bash',
    ['--norc', '-c'],
    `source .bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length}; _rds_lint; printf '%s\\n' "\${COMPREPLY[@]}"; exit 0`,
  )
}

/** Stand-ins for what zsh offers in its line editor only: they print what fits. */
const zshStandIns = `
compdef() { :; }
compset() { [[ \${words[CURRENT]} == *=* ]] && cur=\${words[CURRENT]#*=}; }
offer() { local one; for one in "$@"; do [[ $one == \${cur}* ]] && print -r -- "$one"; done; return 0; }
compadd() { shift; offer "$@"; }
_describe() { offer "\${(@)described%%:*}"; }
_files() { if [[ $1 == -/ ]]; then offer *(/N); else offer *(N); fi; }
`

function inZsh(typed: readonly string[]): readonly string[] {
  const list = ['rds-lint', ...typed].map((word) => `'${word}'`).join(' ')
  return spoken(
    'zsh',
    'zsh',
    ['-f', '-c'],
    `${zshStandIns} source .zsh; words=(${list}); CURRENT=${typed.length + 1}; _rds_lint; exit 0`,
  )
}

function inFish(typed: readonly string[]): readonly string[] {
  const line = ['rds-lint', ...typed].join(' ')
  return spoken('fish', 'fish', ['--no-config', '-c'], `source .fish; complete -C '${line}'`).map(
    (row) => row.split('\t')[0] ?? '',
  )
}

const asked = new Map<string, readonly string[]>()

/** One start takes two seconds, so that everything is asked in the first. */
function inPowerShell(typed: readonly string[]): readonly string[] {
  const lines = [...cases.map(([words]) => words), ...others].map((words) => ['rds-lint', ...words].join(' '))
  if (asked.size === 0) {
    const script = join(scratch(), 'complete.ps1')
    const each = lines.map(
      (line) =>
        `'> ${line}'; [System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null).CompletionMatches | ForEach-Object { $_.CompletionText }`,
    )
    writeFileSync(script, [scripts.get('powershell'), ...each].join('\n'))
    const { exit, output } = runPowerShell(['-File', script])
    expect(exit, output).toBe(0)
    for (const block of output.split(/^> /m).slice(1)) {
      const [line = '', ...words] = block.split(/\r?\n/)
      asked.set(
        line,
        words.filter((word) => word !== ''),
      )
    }
  }
  return asked.get(['rds-lint', ...typed].join(' ')) ?? []
}

test.each([
  ['completion', 'no shell is named; write rds-lint completion bash|zsh|fish|powershell'],
  ['completion bsh', 'there is no completion for bsh; did you mean bash?'],
  ['completion bash zsh', 'completion is for one shell at a time; name one only'],
])('refuses %s', async (line, sentence) => {
  const host = aHost({ args: line.split(' ') })
  expect([await run(host), host.err()]).toEqual([2, `rds-lint: error: ${sentence}\n`])
})

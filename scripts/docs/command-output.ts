import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * What a command of this repository shows on a page of 80 columns without colour, and its exit code, as Markdown. With words,
 * only the paragraphs that hold one of them, the first and the last.
 */
export function commandOutput(command: string, words: readonly string[] = []): string {
  const { status, stdout, stderr } = runCommand(command)
  if (status === null || status === 2 || stderr !== '')
    throw new Error(`${command} is no example of anything: ${stderr}`)
  const text = stdout.replaceAll('\r\n', '\n').trimEnd()
  const shown = words.length === 0 ? text : excerpt(text, words)
  const fence = shown.includes('```') ? '````' : '```'
  return [`${fence}text`, `$ ${command}`, shown, fence, '', `Exit code ${status}.`].join('\n')
}

/** What became of a command: its exit code and what it wrote. */
export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const cli = resolve('dist/cli.cjs')

/** How documents call what Node runs, and its arguments. */
const programs: readonly (readonly [call: string, args: readonly string[]])[] = [
  ['rds-lint', [cli]],
  ['node dist/cli.cjs', [cli]],
  ['npm run coverage', ['--import', 'tsx', 'scripts/coverage.ts']],
]

/** Runs a command line as documents show it, without a shell: no quotes, pipes or variables. */
export function runCommand(command: string, cwd = '.'): Outcome {
  const program = programs.find(([call]) => `${command} `.startsWith(`${call} `))
  if (!program) throw new Error(`documents show no output of: ${command}`)
  const [call, args] = program
  const words = command
    .slice(call.length)
    .split(' ')
    .filter((word) => word !== '')
  const { COLUMNS: _columns, FORCE_COLOR: _color, ...env } = process.env
  return spawnSync(process.execPath, [...args, ...words], {
    cwd,
    // On Windows too the page may hold every character, as in Windows Terminal.
    env: { ...env, NO_COLOR: '1', WT_SESSION: 'docs' },
    encoding: 'utf8',
    input: '',
    maxBuffer: 2 ** 26,
  })
}

function excerpt(text: string, words: readonly string[]): string {
  const paragraphs = text.split('\n\n')
  const kept = paragraphs.map(
    (paragraph, index) =>
      index === 0 || index === paragraphs.length - 1 || words.some((word) => paragraph.includes(word)),
  )
  return paragraphs
    .flatMap((paragraph, index) => (kept[index] ? [paragraph] : kept[index - 1] ? ['…'] : []))
    .join('\n\n')
}

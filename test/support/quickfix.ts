import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratch } from './scratch.ts'

/** Whether a Vim that reads lists of errors is on this machine. */
export const hasVim = /\+quickfix/.test(spawnSync('vim', ['--version'], { encoding: 'utf8' }).stdout ?? '')

/** A place that Vim found. */
interface Place {
  readonly lnum: number
  readonly col: number
  readonly text: string
}

/** Gives what Vim finds in a text with the errorformat of docs/formats.md. */
export function quickfixOf(text: string): readonly Place[] {
  const folder = scratch()
  writeFileSync(join(folder, 'report.txt'), text)
  const commands = [
    'set errorformat=%f:%l:%c:\\ %m,%-G%.%#',
    'cgetfile report.txt',
    "call writefile([json_encode(getqflist())], 'quickfix.json')",
    'qall!',
  ]
  const plain = ['-es', '-u', 'NONE', '-i', 'NONE', '-N', '--cmd', 'set encoding=utf-8']
  spawnSync('vim', [...plain, ...commands.flatMap((command) => ['-c', command])], { cwd: folder })
  return JSON.parse(readFileSync(join(folder, 'quickfix.json'), 'utf8'))
}

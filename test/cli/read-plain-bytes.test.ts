import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlainBytes } from '../../src/cli/read-bytes.ts'
import { scratch } from '../support/scratch.ts'

function codeOf(path: string): unknown {
  try {
    return readPlainBytes(path, process.platform)
  } catch (error) {
    return (error as { readonly code?: string }).code
  }
}

test('a plain file is read', () => {
  const folder = scratch()
  writeFileSync(join(folder, 'a.clixml'), 'RDSH01')
  expect(String(codeOf(join(folder, 'a.clixml')))).toBe('RDSH01')
})

test.skipIf(process.platform === 'win32')('neither a link nor a pipe, a device or a folder is opened', () => {
  const folder = scratch()
  symlinkSync('/etc/hostname', join(folder, 'link.clixml'))
  mkdirSync(join(folder, 'folder.clixml'))
  spawnSync('mkfifo', [join(folder, 'pipe.clixml')])
  const codes = ['link', 'pipe', 'folder', 'gone'].map((name) => codeOf(join(folder, `${name}.clixml`)))
  expect([...codes, codeOf('/dev/zero')]).toEqual(['ELINK', 'EDEVICE', 'EISDIR', 'ENOENT', 'EDEVICE'])
})

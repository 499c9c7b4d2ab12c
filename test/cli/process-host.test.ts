import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identity, isFolder } from '../../src/cli/file-identity.ts'
import { readBytes } from '../../src/cli/read-bytes.ts'
import { scratch } from '../support/scratch.ts'

const onPosix = test.skipIf(process.platform === 'win32')

function farm() {
  const folder = scratch()
  writeFileSync(join(folder, 'farm.json'), '{}')
  mkdirSync(join(folder, 'reports'))
  return { folder, file: join(folder, 'farm.json') }
}

test('reads the bytes of a file', () => {
  expect(new TextDecoder().decode(readBytes(farm().file, process.platform))).toBe('{}')
})

test.each([
  ['a folder', 'reports', 'EISDIR'],
  ['a missing file', 'gone.json', 'ENOENT'],
])('refuses %s', (_, name, code) => {
  expect(() => readBytes(join(farm().folder, name), process.platform)).toThrow(expect.objectContaining({ code }))
})

onPosix('refuses a device, which may never end', () => {
  expect(() => readBytes('/dev/zero', 'linux')).toThrow(expect.objectContaining({ code: 'EDEVICE' }))
})

test.each(['NUL', 'C:\\move\\con', 'com1.json', 'LPT9', '.\\aux.txt'])('refuses %s on Windows', (path) => {
  expect(() => readBytes(path, 'win32')).toThrow(expect.objectContaining({ code: 'EDEVICE' }))
})

onPosix('knows a file again by a hard link, a symbolic link and another path', () => {
  const { folder, file } = farm()
  linkSync(file, join(folder, 'hard.json'))
  symlinkSync('farm.json', join(folder, 'soft.json'))
  const known = identity(file, 'linux')
  expect(known).toBeDefined()
  for (const name of ['hard.json', 'soft.json', 'reports/../farm.json']) {
    expect(identity(`${folder}/${name}`, 'linux')).toBe(known)
  }
  expect(identity(join(folder, 'reports'), 'linux')).not.toBe(known)
  expect(identity(join(folder, 'gone.json'), 'linux')).toBeUndefined()
})

test('tells folders from files and from nothing', () => {
  const { folder, file } = farm()
  expect([folder, file, join(file, 'inside'), join(folder, 'gone')].map(isFolder)).toEqual([true, false, false, false])
})

onPosix('a link that leads nowhere is there, so that nothing passes it over', () => {
  const { folder, file } = farm()
  const link = join(folder, 'link.json')
  symlinkSync('gone.json', link)
  expect(identity(link, 'linux')).toEqual(expect.any(String))
  expect(identity(link, 'linux')).not.toBe(identity(file, 'linux'))
})

onPosix('bears links that lead in a circle', () => {
  const circle = join(scratch(), 'circle')
  symlinkSync('circle', circle)
  expect([identity(circle, 'linux'), isFolder(circle)]).toEqual([expect.any(String), false])
  expect(() => readBytes(circle, 'linux')).toThrow(expect.objectContaining({ code: 'ELOOP' }))
})

onPosix('reads a named pipe to its end', () => {
  const pipe = join(scratch(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const writer = "require('node:fs').writeFileSync(process.argv[1], 'x'.repeat(200000))"
  const reader = `${process.execPath} -e "${writer}" ${pipe} &`
  execFileSync('/bin/sh', ['-c', reader], { stdio: 'ignore' })
  expect(readBytes(pipe, 'linux')).toHaveLength(200000)
})

import { EventEmitter } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageBeside, writeBeside } from '../../src/cli/write-beside.ts'
import { scratch } from '../support/scratch.ts'

const onPosix = test.skipIf(process.platform === 'win32')

test('writes a new file and leaves nothing beside it', async () => {
  const folder = scratch()
  await writeBeside(join(folder, 'report.json'), 'blocked\n', process)
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('blocked\n')
  expect(readdirSync(folder)).toEqual(['report.json'])
})

onPosix('replaces a file and keeps its permissions', async () => {
  const report = join(scratch(), 'report.json')
  writeFileSync(report, 'a much longer report of yesterday\n')
  chmodSync(report, 0o600)
  await writeBeside(report, 'ready\n', process)
  expect(readFileSync(report, 'utf8')).toBe('ready\n')
  expect(statSync(report).mode & 0o777).toBe(0o600)
})

onPosix('replaces the file that a link leads to, not the link', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'real.json'), 'old')
  symlinkSync('real.json', join(folder, 'link.json'))
  await writeBeside(join(folder, 'link.json'), 'new', process)
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new')
})

test('refuses a folder', async () => {
  const folder = scratch()
  mkdirSync(join(folder, 'reports'))
  await expect(writeBeside(join(folder, 'reports'), 'x', process)).rejects.toMatchObject({ code: 'EISDIR' })
  expect(readdirSync(folder)).toEqual(['reports'])
})

test('fails where the folder is missing', async () => {
  const report = join(scratch(), 'gone', 'report.json')
  await expect(writeBeside(report, 'x', process)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('holds a file back until it is kept, and leaves nothing of one that is discarded', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'report.json'), 'old')
  const staged = await stageBeside(join(folder, 'report.json'), 'new', process)
  const other = await stageBeside(join(folder, 'report.csv'), 'new', process)
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('old')
  other.discard()
  await staged.keep()
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['report.json'])
  expect(process.listenerCount('SIGTERM')).toBe(0)
})

test('leaves no temporary file of several on a signal', async () => {
  const folder = scratch()
  const signals = Object.assign(new EventEmitter(), { pid: 42, kill: () => undefined })
  await stageBeside(join(folder, 'report.json'), 'new', signals)
  await stageBeside(join(folder, 'report.csv'), 'new', signals)
  expect(readdirSync(folder)).toHaveLength(2)
  signals.emit('SIGINT')
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.platform !== 'linux')('writes to a device directly', async () => {
  await expect(writeBeside('/dev/full', 'x', process)).rejects.toMatchObject({ code: 'ENOSPC' })
  await expect(writeBeside('/dev/null', 'x', process)).resolves.toBeUndefined()
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  'leaves no temporary file on %s, and lets the signal end the process',
  async (signal) => {
    const folder = scratch()
    writeFileSync(join(folder, 'report.json'), 'old')
    const killed: unknown[] = []
    const emitter = new EventEmitter()
    const signals = Object.assign(emitter, {
      pid: 42,
      kill: (pid: number, sent: string) =>
        void killed.push([pid, sent, emitter.listenerCount(sent), readdirSync(folder)]),
    })
    const writing = writeBeside(join(folder, 'report.json'), 'x'.repeat(8 << 20), signals)
    expect(readdirSync(folder)).toHaveLength(2)
    emitter.emit(signal)
    expect(killed).toEqual([[42, signal, 0, ['report.json']]])
    // The real signal would have ended the process before this.
    await expect(writing).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('old')
  },
)

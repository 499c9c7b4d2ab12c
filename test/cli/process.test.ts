import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { scratch } from '../support/scratch.ts'

// The shipped file as it is: `npm test` builds it first.
const entry = resolve('dist/cli.cjs')
const onLinux = test.skipIf(process.platform !== 'linux')
const noColour = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }

const farm = JSON.stringify({
  schemaVersion: 1,
  migration: { target: '2012R2' },
  deployment: null,
  servers: Array.from({ length: 2000 }, (_, index) => ({
    name: `NWSH${index}`,
    roles: ['RDS-RD-SERVER'],
    installedFeatures: ['RDS-RD-Server'],
    operatingSystem: { version: '10.0.20348', productType: 3 },
  })),
})

function aFolder(): string {
  const folder = scratch()
  writeFileSync(join(folder, 'farm.json'), farm)
  return folder
}

function start(args: readonly string[], options: SpawnOptions) {
  return spawn(process.execPath, [entry, ...args], { env: noColour, ...options })
}

function finished(args: readonly string[], options: SpawnOptions & { readonly input?: string | Uint8Array } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    env: noColour,
    maxBuffer: 1 << 28,
    ...options,
  })
  return { status, out: String(stdout), err: String(stderr) }
}

test('gives the whole of a long report to a slow reader', async () => {
  const child = start(['farm.json', '--format', 'json'], { cwd: aFolder(), stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout ?? []) {
    chunks.push(chunk)
    await new Promise(setImmediate)
  }
  const report = JSON.parse(Buffer.concat(chunks).toString())
  expect(report.inventories[0].counts.subjects).toBeGreaterThanOrEqual(2000)
  expect(Buffer.concat(chunks).length).toBeGreaterThan(1 << 20)
})

test('ends without a word where the reader goes away', async () => {
  const child = start(['farm.json', '--format', 'json'], { cwd: aFolder(), stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout?.once('data', () => child.stdout?.destroy())
  const words: Buffer[] = []
  child.stderr?.on('data', (chunk) => words.push(chunk))
  const [code, signal] = await once(child, 'close')
  expect([code, signal, Buffer.concat(words).toString()]).toEqual([1, null, ''])
})

onLinux('says that the disk is full, on standard output', () => {
  const full = openSync('/dev/full', 'w')
  const { status, err } = finished(['farm.json'], { cwd: aFolder(), stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  expect(status).toBe(2)
  expect(err).toBe(
    'rds-lint: error: the result could not be written to standard output: there is no space left on the device; free some and run again\n',
  )
})

onLinux('says that the disk is full, for --output', () => {
  const { status, out, err } = finished(['farm.json', '--output', '/dev/full'], { cwd: aFolder() })
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(/^rds-lint: error: .* to \/dev\/full: there is no space left [^\n]+\n$/)
})

onLinux('leaves no half file where the disk fills on the way', () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'report.json'), 'yesterday')
  // A limit on the size of files stands in for a disk that fills.
  const limited = ['-c', 'trap "" XFSZ; ulimit -f 100; exec "$@"', 'sh', process.execPath, entry]
  const { status, stderr } = spawnSync('/bin/sh', [...limited, 'farm.json', '-f', 'json', '-o', 'report.json'], {
    cwd: folder,
    env: noColour,
  })
  expect(status).toBe(2)
  expect(String(stderr)).toMatch(/^rds-lint: error: [^\n]+\n$/)
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('yesterday')
  expect(readdirSync(folder).sort()).toEqual(['farm.json', 'report.json'])
})

test.skipIf(process.platform === 'win32')('leaves nothing behind on Ctrl-C', async () => {
  const folder = aFolder()
  const child = start(['-', '--output', 'report.json'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin?.write('{', () => child.kill('SIGINT'))
  const words: Buffer[] = []
  child.stderr?.on('data', (chunk) => words.push(chunk))
  const [code, signal] = await once(child, 'close')
  expect([code, signal, Buffer.concat(words).toString()]).toEqual([null, 'SIGINT', ''])
  expect(readdirSync(folder)).toEqual(['farm.json'])
})

test.each([
  ['UTF-8', Buffer.from(farm)],
  ['UTF-16 with a mark, as Windows PowerShell writes it', Buffer.from(`\ufeff${farm}`, 'utf16le')],
  ['lines as Windows ends them', Buffer.from(farm.replaceAll('},{', '},\r\n{'))],
])('reads standard input in %s', (_, input) => {
  const { status, out } = finished(['--stdin-filename', 'farm.json', '--quiet'], { input })
  expect(status).toBe(1)
  expect(out).toContain('farm.json')
})

test('says that standard input is empty', () => {
  const { status, err } = finished(['-'], { input: '' })
  expect(status).toBe(2)
  expect(err).toMatch(/^<stdin>: error: [^\n]+\n$/)
})

test('reads standard input where no file is named', () => {
  expect(finished(['--format', 'sarif'], { input: farm }).status).toBe(1)
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says that a file may not be read', () => {
  const folder = aFolder()
  chmodSync(join(folder, 'farm.json'), 0o000)
  expect(finished(['farm.json'], { cwd: folder }).err).toBe(
    'farm.json: error: the file may not be read; check its permissions\n',
  )
})

test('writes a report to a file', () => {
  const folder = aFolder()
  const { status, out, err } = finished(['farm.json', '-f', 'json', '-o', 'report.json'], { cwd: folder })
  expect([status, out, err]).toEqual([1, '', ''])
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).verdict).toBe('blocked')
  expect(readdirSync(folder).sort()).toEqual(['farm.json', 'report.json'])
})

test.each([
  [['rules'], /rules apply/],
  [['explain', 'target-out-of-support'], /^target-out-of-support\n/],
  [['schema', 'report'], /"\$schema"/],
  [['--version'], /^\d/],
  [['--help'], /Usage:/],
])('answers %j from what is shipped', (args, answer) => {
  const { status, out, err } = finished(args)
  expect([status, err]).toEqual([0, ''])
  expect(out).toMatch(answer)
})

test.skipIf(process.platform === 'win32')('is a program of its own', () => {
  expect(statSync(entry).mode & 0o777).toBe(0o755)
  expect(readFileSync(entry, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { processHost } from '../../src/cli/process-host.ts'
import { readPack } from '../../src/cli/read-packs.ts'
import { aRule, manifest } from '../support/a-pack.ts'
import { scratch } from '../support/scratch.ts'

/** A pack on a disk, and a folder of secrets beside it. */
function aFolder(): string {
  const folder = scratch()
  for (const inside of ['pack/rules/estate', 'pack/data', 'secret/estate'])
    mkdirSync(join(folder, inside), { recursive: true })
  writeFileSync(join(folder, 'pack/pack.yaml'), manifest)
  writeFileSync(join(folder, 'pack/rules/estate/host-naming.yaml'), aRule())
  writeFileSync(join(folder, 'secret/words.yaml'), '- password')
  writeFileSync(join(folder, 'secret/estate/stranger.yaml'), aRule())
  return folder
}

function complaints(folder: string): readonly string[] {
  const read = readPack(processHost(), join(folder, 'pack'))
  if ('pack' in read) return []
  return read.problems.map(
    ({ file, diagnostic }) => `${file.slice(folder.length + 1).replaceAll('\\', '/')}: ${diagnostic.message}`,
  )
}

test('a pack is read from a disk', () => {
  expect(complaints(aFolder())).toEqual([])
})

// Windows lets only administrators make links.
describe.skipIf(process.platform === 'win32')('a link inside a pack is not followed:', () => {
  test.each<[title: string, make: (folder: string) => void, told: string]>([
    [
      'a table',
      (folder) => symlinkSync('../../secret/words.yaml', join(folder, 'pack/data/words.yaml')),
      'pack/data/words.yaml: this is a link, and links in a pack are not followed; put the file itself there',
    ],
    [
      'a rule',
      (folder) => symlinkSync('../../../secret/estate/stranger.yaml', join(folder, 'pack/rules/estate/stranger.yaml')),
      'pack/rules/estate/stranger.yaml: this is a link, and links in a pack are not followed; put the file itself there',
    ],
    [
      'a category',
      (folder) => symlinkSync('../../secret/estate', join(folder, 'pack/rules/gateway')),
      'pack/rules/gateway: rules stand in a folder for their category, and links are not followed; move it, or remove it',
    ],
    [
      'the folder of rules',
      (folder) => {
        rmSync(join(folder, 'pack/rules'), { recursive: true })
        symlinkSync('../secret', join(folder, 'pack/rules'))
      },
      'pack/rules: this is no folder, and links in a pack are not followed; put the folder itself there',
    ],
    [
      'the folder of tables',
      (folder) => {
        rmSync(join(folder, 'pack/data'), { recursive: true })
        symlinkSync('../secret', join(folder, 'pack/data'))
      },
      'pack/data: this is no folder, and links in a pack are not followed; put the folder itself there',
    ],
    [
      'pack.yaml',
      (folder) => {
        rmSync(join(folder, 'pack/pack.yaml'))
        symlinkSync('../secret/words.yaml', join(folder, 'pack/pack.yaml'))
      },
      'pack/pack.yaml: this is a link, and links in a pack are not followed; put the file itself there',
    ],
    [
      'a device',
      (folder) => symlinkSync('/dev/zero', join(folder, 'pack/data/zero.yaml')),
      'pack/data/zero.yaml: this is a link, and links in a pack are not followed; put the file itself there',
    ],
  ])('%s', (_, make, told) => {
    const folder = aFolder()
    make(folder)
    expect(complaints(folder)).toEqual([told])
  })

  test('the pack itself may be reached by one', () => {
    const folder = aFolder()
    symlinkSync('pack', join(folder, 'linked'))
    expect(readPack(processHost(), join(folder, 'linked'))).toHaveProperty('pack')
  })
})

test('a file that is too large is not even read', () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'pack/data/large.yaml'), 'x'.repeat(1_000_001))
  expect(complaints(folder)).toEqual([
    'pack/data/large.yaml: the file is larger than 1 MB; split it, or take out what does not belong here',
  ])
})

test('a folder in the place of a file is none', () => {
  const folder = aFolder()
  mkdirSync(join(folder, 'pack/data/words.yaml'))
  expect(complaints(folder)).toEqual([
    'pack/data/words.yaml: this is no ordinary file but a folder, pipe or device; remove it',
  ])
})

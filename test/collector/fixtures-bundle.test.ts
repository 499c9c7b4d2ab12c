import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBundle } from '../../scripts/fixtures/write-bundle.ts'
import { filesOf } from '../support/a-bundle.ts'
import { describeScript, powershell } from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

describeScript('the script', () => {
  test.each(readdirSync('fixtures').sort())('writes the bundle of %s to the byte', (story) => {
    const bundle = join(scratch(), 'bundle')
    writeBundle(JSON.parse(readFileSync(`fixtures/${story}/inventory.json`, 'utf8')), bundle, powershell ?? 'pwsh')
    const [written, kept] = [filesOf(bundle), filesOf(`fixtures/${story}/bundle`)]
    expect(Object.keys(written)).toEqual(Object.keys(kept))
    for (const [name, bytes] of Object.entries(kept))
      expect(Buffer.from(written[name] ?? []).toString(), name).toBe(Buffer.from(bytes).toString())
  })
})

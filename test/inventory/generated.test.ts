import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { validate } from '../../generated/validate-inventory.js'
import { validate as validateFully } from '../../generated/validate-inventory-fully.js'

describe.each(['validate-inventory.js', 'validate-inventory-fully.js'])('generated/%s', (file) => {
  const code = readFileSync(new URL(`../../generated/${file}`, import.meta.url), 'utf8')

  test('needs no other module', async () => {
    const { metafile, warnings } = await build({
      entryPoints: [`generated/${file}`],
      bundle: true,
      metafile: true,
      platform: 'neutral',
      write: false,
    })
    expect(Object.values(metafile.inputs).map(({ imports }) => imports)).toEqual([[]])
    expect(warnings).toEqual([])
  })

  test('holds no prose', () => {
    expect(code).not.toMatch(/description|x-source/)
  })
})

test('one validator stops at the first error, the other finds all', () => {
  const inventory = { schemaVersion: 2, servers: [{ name: 1 }, {}] }
  expect([validate(inventory), validateFully(inventory)]).toEqual([false, false])
  expect(validate.errors).toHaveLength(1)
  expect(validateFully.errors).toHaveLength(3)
})

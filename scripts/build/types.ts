import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

const emitted = 'generated/types'

/** Writes the declarations that the library's own refers to into `dist/types/`; the compiler prints what is wrong itself. */
export async function types(): Promise<void> {
  await rm(emitted, { recursive: true, force: true })
  const compiler = ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json', '--outDir', emitted]
  const [code] = await once(spawn(process.execPath, compiler, { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error('the declarations of the library cannot be written')
  const files = new Set([join(emitted, 'src/index.d.ts')])
  // A set hears of entries that are added while it is walked.
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    for (const [, path = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
      files.add(join(dirname(file), `${path}.d.ts`))
    const place = join('dist/types', relative(emitted, file))
    await mkdir(dirname(place), { recursive: true })
    await copyFile(file, place)
  }
}

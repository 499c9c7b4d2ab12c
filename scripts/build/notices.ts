import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes the licences of the packages in the given folders: `dist/THIRD-PARTY-NOTICES.txt`. */
export async function notices(folders: readonly string[]): Promise<void> {
  const parts = await Promise.all(folders.map(notice))
  const introduction = 'rds-lint contains code of the packages below, under the licences that follow their names.'
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', [introduction, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`))
}

async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry))
  if (file === undefined) throw new Error(`${folder} has no file LICENSE: its notice must come along`)
  const text = await readFile(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}

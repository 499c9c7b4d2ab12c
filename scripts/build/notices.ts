import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes the licences of the packages in the given folders: `dist/THIRD-PARTY-NOTICES.txt`. */
export async function notices(folders: readonly string[]): Promise<void> {
  const parts = await Promise.all(folders.map(notice))
  const introduction = 'rds-lint contains code of the packages below, under the licences that follow their names.'
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', [introduction, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`))
}

async function notice(folder: string): Promise<string> {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry))
  const text =
    file === undefined ? await sharedNotice(folder, name, author) : await readFile(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}

/** Packages that ship no licence text, with the package of the same author under the same licence whose text stands for theirs. */
const shared: Readonly<Record<string, string>> = { '@nodable/entities': 'fast-xml-parser' }

async function sharedNotice(folder: string, name: string, author: string): Promise<string> {
  const other = Object.hasOwn(shared, name) ? `node_modules/${shared[name]}` : undefined
  const twin = other && JSON.parse(await readFile(`${other}/package.json`, 'utf8'))
  if (twin?.author !== author) throw new Error(`${folder} has no file LICENSE: its notice must come along`)
  return readFile(`${other}/LICENSE`, 'utf8')
}

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { documents, strays } from './docs/documents.ts'

/** `npm run docs`: writes the generated pages and the generated parts of the others; takes away pages of rules that are gone. */
const pages = await documents()
await Promise.all((await strays(pages)).map((path) => rm(path)))
for (const [path, text] of pages) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

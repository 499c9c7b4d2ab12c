import { readdir } from 'node:fs/promises'
import { categories } from '../src/model/report.ts'

/** The files of the built-in rules, in the order of the migration, then by id. */
export async function ruleFiles(): Promise<readonly string[]> {
  const names = await Promise.all(
    categories.map(async (category) =>
      (await readdir(`rules/${category}`))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => `rules/${category}/${name}`),
    ),
  )
  return names.flat()
}

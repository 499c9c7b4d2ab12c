import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Release, Source } from '../../src/model/report.ts'

/** A table of `rules/data` with its sources. */
export interface DataTable {
  readonly path: string
  readonly rows: readonly DataRow[]
}

/** As much of a row as tells what it is about. */
export interface DataRow {
  readonly target?: Release
  readonly release?: Release
  /** Of licences. */
  readonly version?: Release
  readonly from?: Release | readonly Release[]
  readonly to?: Release
  readonly sources?: readonly Source[]
}

/** Every table of `rules/data`, by its path. */
export async function ruleData(): Promise<readonly DataTable[]> {
  const names = (await readdir('rules/data')).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = `rules/data/${name}`
      return { path, rows: parse(await readFile(path, 'utf8')) }
    }),
  )
}

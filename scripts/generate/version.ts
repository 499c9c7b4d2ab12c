import { readFile, writeFile } from 'node:fs/promises'

/** Writes the version of the package: `generated/version.ts`. */
export async function version(): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const lines = [
    '// Generated from package.json by `npm run generate`.',
    '',
    '/** The version of rds-lint. */',
    `export const version = ${JSON.stringify(version)}`,
    '',
  ]
  await writeFile('generated/version.ts', lines.join('\n'))
}

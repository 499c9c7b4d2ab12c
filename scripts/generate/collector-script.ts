import { readFile, writeFile } from 'node:fs/promises'

/** Writes the script that collects as a module, so that the command line can print it: `generated/collector-script.ts`. */
export async function collectorScript(): Promise<void> {
  const text = await readFile('collector/Export-RdsInventory.ps1', 'utf8')
  const lines = [
    '// Generated from collector/Export-RdsInventory.ps1 by `npm run generate`.',
    '',
    '/** The text of Export-RdsInventory.ps1. */',
    `export const collectorScript = ${JSON.stringify(text)}`,
    '',
  ]
  await writeFile('generated/collector-script.ts', lines.join('\n'))
}

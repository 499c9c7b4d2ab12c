import { readMigration } from '../collector/migration.ts'
import { visible } from '../model/visible.ts'
import type { Plan } from './bundle-source.ts'
import type { Host } from './host.ts'
import { whyUnreadable } from './host-errors.ts'
import { tell } from './say.ts'
import { tellDiagnostics } from './told-file.ts'

/** Reads the file of `--migration` and says what is wrong with it; undefined where it cannot be used. */
export async function readPlan(host: Host, file: string): Promise<Plan | undefined> {
  let bytes: Uint8Array
  try {
    bytes = host.readFile(file)
  } catch (error) {
    const reason = whyUnreadable(error)
    if (reason === undefined) throw error
    await tell(host, `${visible(file)}: error: ${reason}`)
    return undefined
  }
  const { migration, diagnostics } = readMigration(bytes)
  await tellDiagnostics(host, file, diagnostics)
  return migration && { file, migration }
}

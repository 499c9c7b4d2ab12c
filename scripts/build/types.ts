import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Writes the declarations of the library into `dist/types/`; the compiler prints what is wrong itself. */
export async function types(): Promise<void> {
  const compiler = ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json']
  const [code] = await once(spawn(process.execPath, compiler, { stdio: 'inherit' }), 'exit')
  if (code !== 0) process.exitCode = 1
}

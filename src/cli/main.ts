import { processHost } from './process-host.ts'
import { run } from './run.ts'

// Never process.exit(): it cuts off what a pipe has not taken yet.
process.exitCode = await run(processHost())

import { processHost } from './process-host.ts'
import { run } from './run.ts'

run(processHost()).then((code) => {
  // Never process.exit(): it cuts off what a pipe has not taken yet.
  process.exitCode = code
})

import { readFileSync } from 'node:fs'

// Says how many tests passed and failed, from the report that vitest wrote; a test file that could not run is a failure.
const text = readFileSync(process.argv[2] ?? '', 'utf8')
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  testResults = [],
} = text === '' ? { numFailedTests: 1 } : JSON.parse(text)
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
const failed = numFailedTests + broken.length
const skipped = numPendingTests + numTodoTests
process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
if (failed > 0 || numPassedTests === 0) process.exitCode = 1

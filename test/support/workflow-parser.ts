import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { scratch } from './scratch.ts'

/** Gives what GitHub's own parser objects to in a workflow. The package wants a bundler: Node 20 refuses its imports of JSON. */
export async function workflowErrors(name: string, content: string): Promise<readonly string[]> {
  const outfile = join(scratch(), 'workflow-parser.mjs')
  await build({
    stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: '.' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import(pathToFileURL(outfile).href)
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }: { message: string }) => message)
}

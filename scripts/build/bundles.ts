import { type BuildOptions, build, type Metafile } from 'esbuild'
import { commandLine } from './command-line.ts'

/** How everything that is shipped is bundled. */
export const shipped = {
  bundle: true,
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  // Names stay, for the sake of traces that users send.
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

/** Writes the command line and the library into `dist/`; gives the folders of the packages that went into them. */
export async function bundles(): Promise<readonly string[]> {
  const metafiles = await Promise.all([commandLine(), library()])
  return packagesOf(metafiles.flat())
}

async function library(): Promise<Metafile> {
  // The neutral platform knows no `node:`, so that importing one is an error of the build.
  const { metafile } = await build({
    ...shipped,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  })
  return metafile
}

function packagesOf(metafiles: readonly Metafile[]): readonly string[] {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs))
  const inputs = outputs.flatMap((output) => Object.keys(output.inputs))
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

import { chmod, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, posix, relative, resolve } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { shipped } from './bundles.ts'

const entry = 'dist/cli.cjs'

/**
 * Writes the command line: an entry, and a file in `dist/cli/` for each module that is loaded lazily.
 * Why CommonJS: see docs/decisions/command-line-bundle.md.
 */
export async function commandLine(): Promise<readonly Metafile[]> {
  const metafiles: Metafile[] = []
  const places = new Map([[entry, 'src/cli/main.ts']])
  // A map hears of entries that are added while it is walked.
  for (const [place, source] of places) {
    if (source.endsWith('.schema.json')) continue
    if (source.endsWith('.json')) await writeFile(place, JSON.stringify(JSON.parse(await readFile(source, 'utf8'))))
    else metafiles.push(await bundle(source, place, places))
  }
  await chmod(entry, 0o755)
  return metafiles
}

async function bundle(source: string, place: string, places: Map<string, string>): Promise<Metafile> {
  const { metafile } = await build({
    ...shipped,
    entryPoints: [source],
    outfile: place,
    format: 'cjs',
    platform: 'node',
    // Makes `import()` a `require`, which does not start the loader of ES modules.
    supported: { 'dynamic-import': false },
    plugins: [lazyParts(place, places), lazyValidators(place, places), noColourDetection],
    ...(place === entry ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  })
  return metafile
}

// Leaves a lazy import to the run, and notes in `places` what must be written where for it.
function lazyParts(importer: string, places: Map<string, string>): Plugin {
  return {
    name: 'lazy-parts',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        if (kind !== 'dynamic-import') return undefined
        const source = relative('.', resolve(resolveDir, path)).replaceAll('\\', '/')
        const place = placeOf(source)
        const taken = places.get(place)
        if (taken !== undefined && taken !== source)
          throw new Error(`${source} and ${taken} would both become ${place}`)
        places.set(place, source)
        return { path: `./${posix.relative(dirname(importer), place)}`, external: true }
      })
    },
  }
}

// Only a bad inventory needs the validators: they are a quarter of the code, and a static import of pure code.
function lazyValidators(importer: string, places: Map<string, string>): Plugin {
  return {
    name: 'lazy-validators',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /validate-inventory(?:-fully)?\.js$/ }, ({ path: from }) => {
        const source = `generated/${basename(from)}`
        const place = placeOf(source)
        if (importer === place) return undefined
        places.set(place, source)
        const path = `./${posix.relative(dirname(importer), place)}`
        return {
          contents: `export function validate(value) {
            const whole = require(${JSON.stringify(path)}).validate
            const isValid = whole(value)
            validate.errors = whole.errors
            return isValid
          }`,
        }
      })
      onResolve({ filter: /validate-inventory(?:-fully)?\.cjs$/ }, ({ path }) => ({ path, external: true }))
    },
  }
}

function placeOf(source: string): string {
  const name = basename(source)
  return name.endsWith('.schema.json') ? `dist/schemas/${name}` : `dist/cli/${name.replace(/\.[jt]s$/, '.cjs')}`
}

// What the terminal can show is decided by src/cli/terminal.ts; chalk would look at our arguments and load node:tty for it.
const noColourDetection: Plugin = {
  name: 'no-colour-detection',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'stub' }))
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default { stdout: false, stderr: false }' }))
  },
}

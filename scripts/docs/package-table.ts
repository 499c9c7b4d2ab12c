import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { table } from './table.ts'

/** What each package is for; a package that is not named here stops `npm run docs`. */
const reasons: Readonly<Record<string, string>> = {
  '@actions/workflow-parser': "GitHub's parser of workflows, for tests of the files for pipelines",
  '@biomejs/biome': 'formats and lints, one tool for both',
  '@bufbuild/cel-spec': "the CEL project's conformance vectors, for tests",
  '@marcbachmann/cel-js': 'reads CEL into a syntax tree; see [expressions](expressions.md)',
  '@microsoft/sarif-multitool': "Microsoft's SARIF validator, for tests",
  '@noble/hashes':
    'SHA-256 without `node:crypto`, for [fingerprints](fingerprints.md) in a library that also runs in a browser',
  '@types/node': 'types of Node 20',
  ajv: 'writes the validators of inventories and rule files at build time; its compiler is not shipped',
  chalk: 'colours in the terminal',
  'csv-parse': 'reads the CSV report back in tests; see [formats](formats.md)',
  esbuild: 'bundles the command line and the library',
  'fast-check': 'generates texts and expressions for tests',
  'fast-xml-parser': 'reads the CLIXML of exports, behind `src/collector/clixml`; see [its reader](clixml-reader.md)',
  fflate: 'unpacks a bundle that is a `.zip`, within limits; Node brings deflate but no zip files',
  'json-schema-to-typescript': 'types of an inventory from its schema',
  'libxml2-wasm': 'reads and validates the JUnit report in tests; see [formats](formats.md)',
  'markdown-it': 'renders the Markdown report in tests; see [formats](formats.md)',
  re2js: '`matches` in conditions, in linear time',
  tsx: 'runs the scripts',
  typescript: 'checks types and writes the declarations',
  vitest: 'runs the tests',
  yaml: 'reads rule files, with the place of every value',
}

/** The day on which the version in use was published, from the registry; a version that is not named here stops `npm run docs` too. */
const published: Readonly<Record<string, string>> = {
  '@actions/workflow-parser@0.3.61': '2026-08-05',
  '@biomejs/biome@2.5.15': '2026-09-30',
  '@bufbuild/cel-spec@0.6.1': '2026-09-15',
  '@marcbachmann/cel-js@8.0.0': '2026-08-22',
  '@microsoft/sarif-multitool@5.7.0': '2026-08-29',
  '@noble/hashes@2.4.0': '2026-08-27',
  '@types/node@20.19.43': '2026-06-10',
  'ajv@8.20.0': '2026-04-24',
  'chalk@5.6.2': '2025-09-08',
  'csv-parse@7.0.3': '2026-09-25',
  'esbuild@0.28.2': '2026-08-08',
  'fast-check@4.10.2': '2026-09-19',
  'fast-xml-parser@5.12.1': '2026-11-13',
  'fflate@0.8.3': '2026-05-16',
  'json-schema-to-typescript@16.0.0': '2026-08-28',
  'libxml2-wasm@0.7.2': '2026-09-07',
  'markdown-it@15.0.3': '2026-10-16',
  're2js@2.10.0': '2026-11-10',
  'tsx@4.23.15': '2026-09-20',
  'typescript@7.0.2': '2026-07-08',
  'vitest@4.1.12': '2026-10-15',
  'yaml@2.9.1': '2026-09-11',
}

/** The packages of the project with version, licence, size and reason, those in the shipped code first; as a Markdown table. */
export async function packageTable(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const notices = await readFile('dist/THIRD-PARTY-NOTICES.txt', 'utf8')
  const packages = await Promise.all(
    Object.keys(devDependencies)
      .sort()
      .map((name) => packageRow(name, notices)),
  )
  const heads = ['package', 'version', 'published', 'licence', 'shipped', 'Node', 'size', 'reason']
  return table(heads, [...packages.filter((row) => row[4] === 'yes'), ...packages.filter((row) => row[4] !== 'yes')])
}

async function packageRow(name: string, notices: string): Promise<readonly string[]> {
  const folder = join('node_modules', name)
  const { version, license, engines } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const reason = reasons[name]
  const day = published[`${name}@${version}`]
  if (reason === undefined || day === undefined)
    throw new Error(
      `scripts/docs/package-table.ts does not say what ${name} is for, or when ${version} was published; add it`,
    )
  const isShipped = notices.includes(`\n${name} ${version} (`)
  const kilobytes = Math.ceil((await bytesIn(folder)) / 10_000) * 10
  return [name, version, day, license, isShipped ? 'yes' : 'no', engines?.node ?? '', `${kilobytes} kB`, reason]
}

/** The size of a package's own files; those that it brings along have places of their own. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter(({ name }) => name !== 'node_modules')
      .map(async (entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? bytesIn(path) : (await stat(path)).size
      }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

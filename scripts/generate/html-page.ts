import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/** Writes style and script of the HTML report as a module, with the hashes that its content security policy names: `generated/html-page.ts`. */
export async function htmlPage(): Promise<void> {
  const [style, script] = await Promise.all([small('style.css', 'css'), small('script.js', 'js')])
  const lines = [
    '// Generated from src/report/html/page/ by `npm run generate`.',
    '',
    '/** The style of the HTML report. */',
    `export const style = ${JSON.stringify(style)}`,
    `export const styleHash = ${JSON.stringify(hashOf(style))}`,
    '',
    '/** The script of the HTML report. */',
    `export const script = ${JSON.stringify(script)}`,
    `export const scriptHash = ${JSON.stringify(hashOf(script))}`,
    '',
  ]
  await writeFile('generated/html-page.ts', lines.join('\n'))
}

async function small(file: string, loader: 'css' | 'js'): Promise<string> {
  const text = await readFile(`src/report/html/page/${file}`, 'utf8')
  const { code } = await transform(text, {
    loader,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    ...(loader === 'js' ? { target: 'es2020' } : { target: ['chrome109', 'firefox115', 'safari16'] }),
  })
  const trimmed = code.trim()
  if (/<\/(?:style|script)|<!--/i.test(trimmed)) throw new Error(`${file} holds markup that would end its element`)
  return trimmed
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

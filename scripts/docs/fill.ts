import { readFile } from 'node:fs/promises'
import { commandOutput } from './command-output.ts'

/** What may stand between the markers, by its name. */
export type Generators = Readonly<Record<string, () => string | Promise<string>>>

const part = /^<!-- generated: (.+) -->\n[\s\S]*?^<!-- end -->$/gm

/**
 * Writes anew what stands between `<!-- generated: NAME -->` and `<!-- end -->`. NAME is that of a generator, `output of
 * COMMAND`, `paragraphs with WORD, WORD of COMMAND`, or `file PATH`.
 */
export async function fill(text: string, path: string, generators: Generators): Promise<string> {
  const contents = new Map<string, string>()
  for (const [, name = ''] of text.matchAll(part)) contents.set(name, await content(name, path, generators))
  return text.replace(part, (_, name: string) => `<!-- generated: ${name} -->\n${contents.get(name)}\n<!-- end -->`)
}

async function content(name: string, path: string, generators: Generators): Promise<string> {
  const generate = generators[name]
  if (generate) return generate()
  const [, words, command] = /^(?:output|paragraphs with (.+)) of (.+)$/.exec(name) ?? []
  if (command !== undefined) return commandOutput(command, words?.split(', '))
  const [, file] = /^file (.+)$/.exec(name) ?? []
  if (file !== undefined) return `\`\`\`${file.split('.').at(-1)}\n${(await readFile(file, 'utf8')).trimEnd()}\n\`\`\``
  throw new Error(`${path}: nothing generates "${name}"`)
}

import { readFileSync } from 'node:fs'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { outline } from '../../src/collector/clixml/outline.ts'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { decode } from '../../src/source/decode.ts'

// Does one step of reading a CLIXML file, and writes the seconds that it took and the peak of the process in MB as JSON.
const [path = '', step = ''] = process.argv.slice(2)
const bytes = readFileSync(path)
const decoded = decode(bytes)
const text = 'text' in decoded ? decoded.text : ''
const options = { preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false }
const work: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  decode: () => decode(bytes),
  outline: () => outline(text, 0),
  validator: () => XMLValidator.validate(text),
  parser: () => new XMLParser(options).parse(text),
  reader: read,
}
const start = performance.now()
work[step]?.()
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 }))

function read(): unknown {
  const result = readClixml(bytes)
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result
}

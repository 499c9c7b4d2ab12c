import { spawnSync } from 'node:child_process'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { outline } from '../src/collector/clixml/outline.ts'
import { readClixml } from '../src/collector/clixml/read-clixml.ts'
import { decode } from '../src/source/decode.ts'

/** Measures the CLIXML reader on 50 MB, each step in a process of its own: `npx tsx scripts/bench-clixml.ts`. Nothing fails here. */
const megabytes = 50
const [shape = '', step = ''] = process.argv.slice(2)

if (shape === '') {
  for (const one of ['objects', 'list']) for (const of of steps()) run(one, of)
} else {
  measure(shape, step)
}

function steps(): readonly string[] {
  return ['nothing', 'decode', 'outline', 'validator', 'parser', 'reader']
}

function run(one: string, of: string): void {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', one, of], {
    encoding: 'utf8',
  })
  process.stdout.write(stdout)
}

function measure(one: string, of: string): void {
  const bytes = sessions(one === 'list')
  const decoded = decode(bytes)
  const text = 'text' in decoded ? decoded.text : ''
  const work: Readonly<Record<string, () => unknown>> = {
    nothing: () => undefined,
    decode: () => decode(bytes),
    outline: () => outline(text, 0),
    validator: () => XMLValidator.validate(text),
    parser: () =>
      new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false }).parse(
        text,
      ),
    reader: () => readClixml(bytes),
  }
  const start = performance.now()
  work[of]?.()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0)
  process.stdout.write(`${one.padEnd(8)} ${of.padEnd(10)} ${seconds} s, peak ${peak} MB of the process\n`)
}

/** User sessions as `Get-RDUserSession | Export-Clixml` writes them, one object each or all in one list. */
function sessions(inList: boolean): Uint8Array {
  const parts = ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n']
  if (inList) parts.push('<Obj RefId="list"><LST>')
  for (let size = 0, index = 0; size < megabytes * 1e6; index++) {
    const part = session(index)
    parts.push(part)
    size += part.length
  }
  if (inList) parts.push('</LST></Obj>')
  parts.push('</Objs>')
  return new TextEncoder().encode(parts.join(''))
}

function session(index: number): string {
  const types = (id: number, name: string) =>
    index === 0 ? `<TN RefId="${id}"><T>${name}</T><T>System.Object</T></TN>` : `<TNRef RefId="${id}" />`
  return [
    `  <Obj RefId="${2 * index}">`,
    `    ${types(0, 'Microsoft.RemoteDesktopServices.Management.RDUserSession')}`,
    '    <ToString>Microsoft.RemoteDesktopServices.Management.RDUserSession</ToString>',
    '    <Props>',
    `      <S N="ServerName">NWSH${index}.northwind.example</S>`,
    '      <S N="CollectionName">Sales</S>',
    `      <U32 N="SessionId">${index}</U32>`,
    '      <DT N="CreateTime">2026-11-24T05:00:00.0000000+01:00</DT>',
    '      <Nil N="DisconnectTime" />',
    `      <Obj N="SessionState" RefId="${2 * index + 1}">`,
    `        ${types(1, 'Microsoft.RemoteDesktopServices.Management.SESSION_STATE')}`,
    '        <ToString>STATE_ACTIVE</ToString>',
    '        <I32>0</I32>',
    '      </Obj>',
    '    </Props>',
    '  </Obj>',
    '',
  ].join('\r\n')
}

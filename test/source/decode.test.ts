import { describe, expect, test } from 'vitest'
import { decode } from '../../src/source/decode.ts'

const text = '{"name":"Zürich"}'
const utf8 = Buffer.from(text)
const utf16 = Buffer.from(text, 'utf16le')
const bigEndian = Buffer.from(utf16).swap16()

describe('decode', () => {
  test.each([
    { title: 'UTF-8', bytes: utf8 },
    { title: 'UTF-8 with a mark', bytes: Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), utf8]) },
    { title: 'UTF-16LE with a mark', bytes: Buffer.concat([Buffer.of(0xff, 0xfe), utf16]) },
    { title: 'UTF-16BE with a mark', bytes: Buffer.concat([Buffer.of(0xfe, 0xff), bigEndian]) },
    { title: 'UTF-16LE without a mark', bytes: utf16 },
    { title: 'UTF-16BE without a mark', bytes: bigEndian },
  ])('reads $title', ({ bytes }) => {
    expect(decode(bytes)).toEqual({ text })
  })

  test.each([
    { title: 'no bytes', bytes: Buffer.of() },
    { title: 'a mark alone', bytes: Buffer.of(0xef, 0xbb, 0xbf) },
    { title: 'a UTF-16 mark alone', bytes: Buffer.of(0xff, 0xfe) },
    { title: 'white space alone', bytes: Buffer.from(' \r\n\t') },
  ])('calls $title empty', ({ bytes }) => {
    expect(decode(bytes)).toMatchObject({ problem: { code: 'empty', severity: 'error' } })
  })

  test.each([
    { title: 'behind a line end', bytes: Buffer.from('{\r\n"a":"Z\xfcrich"}', 'latin1'), line: 2, column: 7 },
    {
      title: 'behind characters of two bytes',
      bytes: Buffer.concat([Buffer.from('üü'), Buffer.of(0xfc, 0x22)]),
      line: 1,
      column: 3,
    },
    { title: 'behind a mark', bytes: Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf, 0x7b, 0xfc)]), line: 1, column: 2 },
    {
      title: 'far into a file',
      bytes: Buffer.concat([Buffer.alloc(3_000_001, ' \n'), Buffer.of(0xfc)]),
      line: 1_500_001,
      column: 2,
    },
    { title: 'as the last byte', bytes: Buffer.from('{"a":"\xfc', 'latin1'), line: 1, column: 7 },
  ])('names the place of a Windows-1252 byte $title', ({ bytes, line, column }) => {
    const message = 'the file is not UTF-8: byte 0xFC cannot stand here (in Windows-1252 it is "ü"); save it as UTF-8'
    const region = { line, column, endLine: line, endColumn: column + 1 }
    expect(decode(bytes)).toEqual({ problem: { code: 'encoding', severity: 'error', message, region } })
  })

  test('names the place where UTF-16 is cut off', () => {
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), utf16.subarray(0, 3)])
    expect(decode(bytes)).toMatchObject({ problem: { code: 'encoding', region: { line: 1, column: 2 } } })
  })
})

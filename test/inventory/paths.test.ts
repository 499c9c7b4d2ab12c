import { describe, expect, test } from 'vitest'
import { foldRelative, parsePath } from '../../src/inventory/paths.ts'

const office = { kind: 'unc', server: 'fs01', share: 'upd$', below: 'office' }

describe('parsePath', () => {
  test.each([
    ['a share', '\\\\FS01\\UPD$\\Office', office],
    ['slashes forward', '//fs01/upd$/office', office],
    ['slashes of both kinds', '\\/fs01/upd$\\office', office],
    ['a slash at the end', '\\\\fs01\\upd$\\office\\', office],
    ['doubled slashes', '\\\\fs01\\\\upd$\\\\office\\\\', office],
    ['a step that stays', '\\\\fs01\\upd$\\.\\office', office],
    ['the extended prefix', '\\\\?\\UNC\\fs01\\upd$\\office', office],
    ['the extended prefix with forward slashes', '//?/unc/fs01/upd$/office', office],
    ['the device prefix', '\\\\.\\UNC\\fs01\\upd$\\office', office],
    ['a closing dot of the server', '\\\\fs01.\\upd$\\office', office],
    ['a share alone', '\\\\fs01\\upd$', { ...office, below: '' }],
    ['a server alone', '\\\\fs01', { ...office, share: '', below: '' }],
    ['a drive', 'D:\\UPD\\Office\\', { kind: 'local', path: 'd:\\upd\\office' }],
    ['a drive with forward slashes', 'd:/upd/office', { kind: 'local', path: 'd:\\upd\\office' }],
    ['a drive with the extended prefix', '\\\\?\\D:\\UPD\\Office', { kind: 'local', path: 'd:\\upd\\office' }],
    ['a path from the root of a drive', '\\UPD\\Office', { kind: 'local', path: 'upd\\office' }],
    ['no text', '', { kind: 'local', path: '' }],
    ['slashes alone', '\\\\', { kind: 'local', path: '' }],
  ])('reads %s', (_, text, expected) => {
    expect(parsePath(text)).toEqual(expected)
  })
})

test.each([
  ['UVHD-template.vhdx', 'uvhd-template.vhdx'],
  ['\\Office/UVHD-1.vhdx\\', 'office\\uvhd-1.vhdx'],
  ['.\\office\\uvhd-1.vhdx', 'office\\uvhd-1.vhdx'],
])('foldRelative compares %s as %s', (path, folded) => {
  expect(foldRelative(path)).toBe(folded)
})

import { posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fileUri } from '../../src/report/uri.ts'

describe('fileUri on posix', () => {
  test.each([
    ['a file in the working folder', 'inventory.json', 'inventory.json'],
    ['an absolute path below it', '/farms/contoso/inventory.json', 'inventory.json'],
    ['a dot at its start', './exports/inventory.json', 'exports/inventory.json'],
    ['a file beside the working folder', '../northwind/inventory.json', '../northwind/inventory.json'],
    ['a way out of the working folder and back', '../contoso/inventory.json', 'inventory.json'],
    ['dots inside', 'a/../b/./inventory.json', 'b/inventory.json'],
    ['an absolute path elsewhere', '/tmp/inventory.json', '../../tmp/inventory.json'],
    ['letters that a uri reserves', 'before move #1 100%?.json', 'before%20move%20%231%20100%25%3F.json'],
    ['a colon, which would read as a scheme', 'c:inventory.json', 'c%3Ainventory.json'],
    ['letters outside ASCII', 'Zürich.json', 'Z%C3%BCrich.json'],
    ['half a surrogate pair', '\ud800.json', '%EF%BF%BD.json'],
    ['a backslash, which is a letter here', 'a\\b.json', 'a%5Cb.json'],
    ['the name of standard input', '<stdin>', '%3Cstdin%3E'],
  ])('%s', (_, path, expected) => {
    expect(fileUri(path, '/farms/contoso', 'posix')).toBe(expected)
  })

  test('without a working folder, paths stay relative or become absolute', () => {
    expect(fileUri('../inventory.json', undefined, 'posix')).toBe('../inventory.json')
    expect(fileUri('/tmp/a b.json', undefined, 'posix')).toBe('file:///tmp/a%20b.json')
  })
})

describe('fileUri on Windows', () => {
  const cwd = 'C:\\Farms\\Contoso'
  test.each([
    ['a file in the working folder', 'inventory.json', 'inventory.json'],
    ['backslashes', 'exports\\inventory.json', 'exports/inventory.json'],
    ['either slash', 'exports/old\\inventory.json', 'exports/old/inventory.json'],
    ['an absolute path below it, in other case', 'c:\\farms\\CONTOSO\\inventory.json', 'inventory.json'],
    ['an absolute path elsewhere on the drive', 'C:\\Temp\\inventory.json', '../../Temp/inventory.json'],
    ['a path from the root of the drive', '\\Temp\\inventory.json', '../../Temp/inventory.json'],
    ['a drive without a slash', 'C:inventory.json', 'inventory.json'],
    ['another drive', 'd:\\exports\\a b.json', 'file:///D:/exports/a%20b.json'],
    ['a share', '\\\\FS01\\upd$\\inventory.json', 'file://FS01/upd%24/inventory.json'],
    ['a long path', '\\\\?\\C:\\Farms\\Contoso\\inventory.json', 'inventory.json'],
    ['a long path of a share', '\\\\?\\UNC\\FS01\\exports\\inventory.json', 'file://FS01/exports/inventory.json'],
  ])('%s', (_, path, expected) => {
    expect(fileUri(path, cwd, 'win32')).toBe(expected)
  })

  test('a file on the share that is the working folder', () => {
    expect(fileUri('\\\\fs01\\Exports\\a.json', '\\\\FS01\\exports\\contoso', 'win32')).toBe('../a.json')
  })
})

const paths = [
  'inventory.json',
  '../a/b.json',
  './x/../y.json',
  '../../../../z.json',
  'a//b.json',
  '.hidden',
  'a/b/../../c',
]

test.each(paths)('fileUri finds the same relative path as node:path for %s', (path) => {
  const unix = posix.relative('/farms/contoso', posix.resolve('/farms/contoso', path))
  expect(decodeURIComponent(fileUri(`/farms/contoso/${path}`, '/farms/contoso', 'posix'))).toBe(unix)
  const folder = 'C:\\Farms\\Contoso'
  const windows = win32.relative(folder, win32.resolve(folder, path)).replaceAll('\\', '/')
  expect(decodeURIComponent(fileUri(`${folder}\\${path}`, folder, 'win32'))).toBe(windows)
})

test('an absolute uri is the one that node:url gives', () => {
  const path = '/tmp/a b#c%d?é.json'
  expect(fileUri(path, undefined, 'posix')).toBe(pathToFileURL(path).href)
})

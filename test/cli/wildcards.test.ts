import { expect, test } from 'vitest'
import { expandWildcards } from '../../src/cli/wildcards.ts'
import { aHost } from '../support/a-host.ts'

const host = aHost({
  platform: 'win32',
  files: {
    'C:\\move\\east.json': '',
    'C:\\move\\West.JSON': '',
    'C:\\move\\notes.txt': '',
    'C:\\move\\farms': undefined,
    'C:\\move\\farms\\north.json': '',
    'C:\\move\\farms\\old.json': undefined,
    '\\\\nwfs01\\rds\\a1.json': '',
    '\\\\nwfs01\\rds\\a12.json': '',
  },
})

test.each([
  ['a plain path', 'C:\\move\\east.json', ['C:\\move\\east.json']],
  ['a star, without regard to case', '*.json', ['West.JSON', 'east.json']],
  ['a star in a folder on a drive', 'C:\\move\\*.json', ['C:\\move\\West.JSON', 'C:\\move\\east.json']],
  ['slashes, which stay', 'c:/move/e*', ['c:/move/e*'.replace('e*', 'east.json')]],
  ['a star for the folder, which passes over folders named like files', 'f*\\*.json', ['farms\\north.json']],
  ['a star for the folder before a plain name', '*\\north.json', ['farms\\north.json']],
  ['a question mark for one character', '\\\\nwfs01\\rds\\a?.json', ['\\\\nwfs01\\rds\\a1.json']],
  [
    'no more than its own question mark in a verbatim root',
    '\\\\?\\C:\\move\\east.json',
    ['\\\\?\\C:\\move\\east.json'],
  ],
  ['nothing where nothing fits', '*.xml', []],
  ['nothing in a folder that is not there', 'gone\\*.json', []],
  ['a dot as a dot', 'east?json', ['east.json']],
  ['many stars', '*e*a*s*t*', ['east.json']],
])('expands %s', (_, path, files) => {
  expect(expandWildcards(path, host)).toEqual(files)
})

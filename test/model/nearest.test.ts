import { expect, test } from 'vitest'
import { nearest } from '../../src/model/nearest.ts'

const names = ['sessionHosts', 'sessions', 'servers', 'name', 'PerUser', 'PerDevice', 'No', 'Yes']

test.each([
  { word: 'sesionHosts', meant: 'sessionHosts', because: 'a letter is missing' },
  { word: 'sessoinHosts', meant: 'sessionHosts', because: 'two letters are swapped' },
  { word: 'SESSIONHOSTS', meant: 'sessionHosts', because: 'only the case differs' },
  { word: 'PerUsr', meant: 'PerUser', because: 'a letter is missing' },
  { word: 'server', meant: 'servers', because: 'a letter is missing, and nothing else is nearer' },
  { word: 'nam', meant: 'name', because: 'a short word may lack a letter' },
  { word: 'Nope', meant: undefined, because: 'half of its letters would have to change' },
  { word: 'gateway', meant: undefined, because: 'nothing is near' },
  { word: '', meant: undefined, because: 'nothing is in it' },
  { word: 's'.repeat(1 << 20), meant: undefined, because: 'it is no word' },
])('takes $word for $meant, because $because', ({ word, meant }) => {
  expect(nearest(word, names)).toBe(meant)
})

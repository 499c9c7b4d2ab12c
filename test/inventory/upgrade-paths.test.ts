import { describe, expect, test } from 'vitest'
import {
  directPath,
  isClusterStep,
  isDisputed,
  shortestChains,
  undisputedChains,
} from '../../src/inventory/upgrade-paths.ts'
import { releases } from '../../src/model/report.ts'

const pairs = releases.flatMap((from) => releases.map((to) => [from, to] as const))

describe('directPath', () => {
  // "Overview of Windows Server upgrades", its table: Y; D where the page on Remote Desktop Services disagrees.
  const table: Readonly<Record<string, string>> = {
    //        2008R2 2012 2012R2 2016 2019 2022 2025
    '2008R2': ' .     .    .     .    .    .    . ',
    '2012': '   .     .    Y     D    .    .    . ',
    '2012R2': ' .     .    .     Y    Y    .    D ',
    '2016': '   .     .    .     .    Y    Y    D ',
    '2019': '   .     .    .     .    .    Y    Y ',
    '2022': '   .     .    .     .    .    .    Y ',
    '2025': '   .     .    .     .    .    .    . ',
  }
  const words: Readonly<Record<string, string>> = { Y: 'allowed', D: 'disputed' }

  test.each(pairs)('tells how %s goes to %s', (from, to) => {
    const cell = table[from]?.trim().split(/\s+/)[releases.indexOf(to)] ?? ''
    expect(directPath(from, to)).toBe(words[cell])
  })
})

// From, to: the ways with the fewest upgrades, undisputed ones where there are any; a star marks a disputed way.
const shortest: Readonly<Record<string, readonly string[]>> = {
  '2012 2012R2': ['2012 2012R2'],
  '2012 2016': ['2012 2016*'],
  '2012 2019': ['2012 2012R2 2019'],
  '2012 2022': ['2012 2016 2022*'],
  '2012 2025': ['2012 2012R2 2025*', '2012 2016 2025*'],
  '2012R2 2016': ['2012R2 2016'],
  '2012R2 2019': ['2012R2 2019'],
  '2012R2 2022': ['2012R2 2016 2022', '2012R2 2019 2022'],
  '2012R2 2025': ['2012R2 2025*'],
  '2016 2019': ['2016 2019'],
  '2016 2022': ['2016 2022'],
  '2016 2025': ['2016 2025*'],
  '2019 2022': ['2019 2022'],
  '2019 2025': ['2019 2025'],
  '2022 2025': ['2022 2025'],
}

// Where all of those are disputed: the ways on which pages agree.
const longer: Readonly<Record<string, readonly string[]>> = {
  '2012 2016': ['2012 2012R2 2016'],
  '2012 2022': ['2012 2012R2 2016 2022', '2012 2012R2 2019 2022'],
  '2012 2025': ['2012 2012R2 2019 2025'],
  '2012R2 2025': ['2012R2 2019 2025'],
  '2016 2025': ['2016 2019 2025', '2016 2022 2025'],
}

describe('the ways', () => {
  test.each(pairs)('from %s to %s', (from, to) => {
    const pair = `${from} ${to}`
    const chains = shortestChains(from, to).map((chain) => `${chain.join(' ')}${isDisputed(chain) ? '*' : ''}`)
    expect(chains).toEqual(shortest[pair] ?? [])
    expect(undisputedChains(from, to).map((chain) => chain.join(' '))).toEqual(longer[pair] ?? shortest[pair] ?? [])
  })

  test('from or to what is no release: there is none', () => {
    expect([...shortestChains('2003', '2012R2'), ...shortestChains('2016', '2031')]).toEqual([])
  })
})

test.each(pairs)('a cluster goes from %s to %s only where one release follows the other', (from, to) => {
  const follows = releases.indexOf(to) === releases.indexOf(from) + 1 && from !== '2008R2'
  expect(isClusterStep(from, to)).toBe(follows)
})

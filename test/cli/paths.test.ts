import { describe, expect, test } from 'vitest'
import { migrationSources } from '../../generated/tables.ts'
import { run } from '../../src/cli/run.ts'
import type { Way } from '../../src/cli/ways.ts'
import { directPath, shortestChains, undisputedChains } from '../../src/inventory/upgrade-paths.ts'
import { releases } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { aHost, type World } from '../support/a-host.ts'

async function paths(line: string, world: World = {}) {
  const host = aHost({ args: ['paths', ...line.split(' ').filter((word) => word !== '')], ...world })
  return { code: await run(host), out: host.out(), err: host.err() }
}

const all: readonly Way[] = JSON.parse((await paths('--format json')).out).paths

test('tells of every way from an older release to a target', () => {
  const pairs = releases.flatMap((from) =>
    supportedTargets.filter((to) => releases.indexOf(to) > releases.indexOf(from)).map((to) => `${from} ${to}`),
  )
  expect(all.map(({ from, to }) => `${from} ${to}`)).toEqual(pairs)
})

describe.each(all.map((way) => [`${way.from} to ${way.to}`, way] as const))('%s', (_, way) => {
  test('goes in place as the tables say, and each step has its sources', () => {
    const { direct, chains, undisputed, steps } = way.inPlace
    expect(direct).toBe(directPath(way.from, way.to) ?? null)
    expect(chains).toEqual(shortestChains(way.from, way.to))
    expect(undisputed).toEqual(undisputedChains(way.from, way.to))
    for (const chain of [...chains, ...undisputed])
      for (const [index, from] of chain.slice(0, -1).entries())
        expect(steps).toContainEqual(expect.objectContaining({ from, to: chain[index + 1] }))
    for (const { sources, disputed } of steps)
      expect(sources.some(({ stance }) => stance === 'contradicts')).toBe(disputed)
  })

  test('says from which releases a move to new servers starts, and who says so', () => {
    const { releases, sources } = way.startsFrom
    expect(releases).toEqual(migrationSources.find(({ target }) => target === way.to)?.from)
    expect(sources.length).toBeGreaterThan(0)
  })

  test('says of every role what becomes of it on new servers, where a move starts from the release at all', () => {
    const roles = way.newServers.flatMap(({ roles }) => roles)
    if (!way.startsFrom.releases.includes(way.from)) return expect(roles).toEqual([])
    expect([...roles].sort()).toEqual([
      'RDS-CONNECTION-BROKER',
      'RDS-GATEWAY',
      'RDS-LICENSING',
      'RDS-RD-SERVER',
      'RDS-VIRTUALIZATION',
      'RDS-WEB-ACCESS',
    ])
    expect(way.newServers.every(({ sources }) => sources.length > 0)).toBe(true)
    // "Migrate your Remote Desktop Services deployment", its introduction: like for like, but for these three.
    const across = way.newServers.flatMap(({ roles, across }) => (across ? roles : []))
    expect([...across].sort()).toEqual(
      way.to === '2012R2' ? [...roles].sort() : ['RDS-GATEWAY', 'RDS-LICENSING', 'RDS-WEB-ACCESS'],
    )
  })

  test('is shown with every page that speaks of it', async () => {
    const { code, out } = await paths(`--from ${way.from} --to ${way.to}`)
    expect(code).toBe(0)
    const starts = way.newServers.length === 0 ? [way.startsFrom] : []
    for (const { sources } of [...way.inPlace.steps, ...way.newServers, ...starts])
      for (const { url } of sources) expect(out).toContain(url)
  })
})

test('names the stops where no upgrade is direct, and where the pages disagree', async () => {
  const { out } = await paths('')
  expect(out).toContain('2012 R2 to 2022: by way of 2016, or by way of 2019')
  expect(out.replace(/\s+/g, ' ')).toContain(
    '2012 to 2022: by way of 2016, on which pages disagree; without dispute by way of 2012 R2 and 2016, or by way of 2012 R2 and 2019',
  )
  expect(out).toMatch(/2012 R2 to 2025: "Overview of Windows Server upgrades" for it, "Upgrade Remote/)
  expect((await paths('--from 2012R2 --to 2022')).out).toContain(
    'Its nodes go one release at a time: 2012 R2, 2016, 2019, 2022.',
  )
})

test('says that no move starts from a release that is too old', async () => {
  const one = (await paths('--from 2008R2 --to 2012R2')).out.replace(/\s+/g, ' ')
  expect(one).toContain('New servers No way either: a move to 2012 R2 starts from 2012 or 2012 R2.')
  expect(one).not.toContain('directly')
  const several = (await paths('--from 2008R2')).out.replace(/\s+/g, ' ')
  expect(several).toContain('from 2008 R2: no way')
  expect(several).not.toContain('directly')
  const every = (await paths('')).out.replace(/\s+/g, ' ')
  expect(every).toContain('from 2008 R2: no way')
  expect(every).toContain('to 2012 R2: RD Connection Broker')
})

test('shows the ways from one release only, or to one only', async () => {
  expect((await paths('--from 2016')).out).toMatch(/\n {2}2016 +direct +direct +disputed\n\n/)
  const to = JSON.parse((await paths('--to 2019 --format json')).out).paths
  expect(to.map(({ from }: Way) => from)).toEqual(['2008R2', '2012', '2012R2', '2016'])
})

test.each([40, 80])('keeps the pages within %i columns, but for addresses', async (columns) => {
  const world = { stdoutIsTerminal: true, columns, env: { NO_COLOR: '1' } }
  for (const line of ['', '--to 2025', '--from 2012 --to 2025', '--from 2016 --to 2025']) {
    const { out } = await paths(line, world)
    expect(out.split('\n').filter((text) => text.length > columns && !/^ +https:/.test(text))).toEqual([])
  }
})

test.each([
  [
    'a release that does not exist',
    '--from 2021',
    '--from must be one of 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025, not 2021; did you mean 2012?',
  ],
  [
    'a release that is no target',
    '--to 2012',
    '--to 2012 is no destination of a migration that Microsoft documents; choose one of 2012R2, 2016, 2019, 2022, 2025',
  ],
  [
    'a way back',
    '--from 2022 --to 2019',
    '--from 2022 is newer than --to 2019, and no way leads back; a server of 2022 stays or is installed anew',
  ],
  ['one release twice', '--from 2019 --to 2019', '--from and --to are both 2019; name two releases'],
  ['the newest release', '--from 2025', '--from 2025 is the newest release; there is no way on from it'],
  ['a file', 'inventory.json', 'paths takes no inventory.json; write rds-lint paths --from RELEASE --to RELEASE'],
])('refuses %s', async (_, line, sentence) => {
  expect(await paths(line)).toEqual({ code: 2, out: '', err: `rds-lint: error: ${sentence}\n` })
})

test('shows its help', async () => {
  expect((await paths('--help')).out).toContain('Usage:\n  rds-lint paths')
})

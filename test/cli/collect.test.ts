import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { hostError } from '../../src/cli/host.ts'
import { run } from '../../src/cli/run.ts'
import { aBundle, clixml, objects } from '../support/a-bundle.ts'
import { aHost, type World } from '../support/a-host.ts'

const server = 'NWSH01.northwind.example'
const bundle = aBundle([
  { name: 'Get-RDServer', text: objects({ Server: server, Roles: ['RDS-RD-SERVER'] }) },
  { name: 'Win32_OperatingSystem', server, text: objects({ Version: '10.0.20348', ProductType: 3 }) },
  { name: 'Get-RDSessionCollection' },
])
const failing = aBundle([
  { name: 'Get-RDServer', text: objects({ Server: server, Roles: ['RDS-RD-SERVER'] }) },
  { name: 'Win32_OperatingSystem', server, status: 'failed', message: 'The RPC server is unavailable.' },
])
const plan = 'migration:\n  target: "2012R2"\n  servers:\n    - source: NWSH01\n'

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>) {
  return {
    [`/move/${name}`]: undefined,
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`/move/${name}/${file}`, text])),
  }
}

const files = {
  ...folder('whole', bundle),
  ...folder('partly', failing),
  ...folder('broken', { 'manifest.json': '{' }),
  ...folder('unasked', aBundle([])),
  ...folder('skipped', aBundle([{ name: 'Get-RDServer', status: 'skipped', message: 'Left out with -SkipSource.' }])),
  ...folder('failed', aBundle([{ name: 'Get-RDServer', status: 'failed', message: 'Access is denied.' }])),
  ...folder(
    'partly-skipped',
    aBundle([
      { name: 'Get-RDServer', text: objects({ Server: server, Roles: ['RDS-RD-SERVER'] }) },
      { name: 'Get-OdbcDriver', server, status: 'skipped', message: 'Left out with -SkipSource.' },
    ]),
  ),
  ...folder('plain', { 'a.xml': 'x' }),
  '/move/whole.zip': zipSync(
    Object.fromEntries(Object.entries(bundle).map(([name, text]) => [`whole/${name}`, strToU8(text)])),
  ),
  '/move/servers.xml': objects({ Server: server, Roles: 'RDS-RD-SERVER' }),
  '/move/groups.xml': clixml('<S>NORTHWIND\\Staff</S>'),
  '/move/empty.xml': clixml(),
  '/move/nil.xml': clixml('<Nil />'),
  '/move/strange.xml': objects({ Colour: 'blue' }),
  '/move/plan.yaml': plan,
  '/move/bare.json': '{ "target": "2012R2" }',
  '/move/bad.yaml': 'migration:\n  target: "2013"\n',
}

async function rds(args: readonly string[], world: World = {}) {
  const host = aHost({ files, args, ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

describe('rds-lint collect', () => {
  test.each([
    ['0 where everything answered', ['whole'], 0],
    ['0 for a zip file', ['whole.zip'], 0],
    ['0 for files', ['servers.xml'], 0],
    ['3 where a source failed', ['partly'], 3],
    ['3 where a file holds nothing', ['servers.xml', 'empty.xml'], 3],
    ['2 where the bundle is unusable', ['broken'], 2],
    ['2 for a folder that is no bundle', ['plain'], 2],
    ['2 where a file is missing', ['servers.xml', 'gone.xml'], 2],
    ['2 where no file holds anything', ['empty.xml'], 2],
    ['2 where the only file holds nothing, also with --as', ['--as', 'Get-RDServer=nil.xml'], 2],
    ['2 where the only file is none of what it is said to be', ['--as', 'Get-RDServer=strange.xml'], 2],
    ['2 where nothing was asked', ['unasked'], 2],
    ['2 where everything was skipped', ['skipped'], 2],
    ['2 where everything failed', ['failed'], 2],
    ['0 where something was left out on purpose', ['partly-skipped'], 0],
    ['2 for two bundles', ['whole', 'partly'], 2],
    ['2 for nothing', [], 2],
    ['2 for standard input', ['-'], 2],
    ['2 where the plan is wrong', ['whole', '--migration', 'bad.yaml'], 2],
    ['2 where the plan is missing', ['whole', '--migration', 'gone.yaml'], 2],
    ['2 for a source that nobody knows', ['--as', 'Get-RDBanana=servers.xml'], 2],
  ])('ends with %s', async (_, args, code) => {
    const said = await rds(['collect', ...args])
    expect(said.code, said.err).toBe(code)
    expect(said.out === '').toBe(code === 2)
    expect(said.err).not.toMatch(/internal error|\.ts:/)
  })

  test('prints the same inventory of a folder and of its zip file', async () => {
    const [one, other] = [await rds(['collect', 'whole']), await rds(['collect', 'whole.zip'])]
    expect(one.out).toBe(other.out)
    expect(JSON.parse(one.out)).toMatchObject({
      schemaVersion: 1,
      servers: [{ name: server, operatingSystem: { version: '10.0.20348' } }],
      deployment: { sessionCollections: [] },
    })
  })

  test('writes to a file, over an older one, and not over what it reads', async () => {
    const { out, written, code } = await rds(['collect', 'whole', '-o', 'inventory.json'])
    expect([out, code]).toEqual(['', 0])
    expect(JSON.parse(written.get('inventory.json') ?? '').schemaVersion).toBe(1)
    expect((await rds(['collect', 'servers.xml', '-o', 'servers.xml'])).err).toMatch(/would overwrite the input/)
    expect((await rds(['collect', 'whole', '-o', 'whole/manifest.json'])).err).toMatch(
      /would overwrite a file of the bundle whole/,
    )
  })

  test('gives the same bytes for the same files in another order', async () => {
    const one = await rds([
      'collect',
      'servers.xml',
      '--as',
      'Get-RDVirtualDesktopCollectionConfiguration:Pool=groups.xml',
    ])
    const other = await rds([
      'collect',
      '--as',
      'Get-RDVirtualDesktopCollectionConfiguration:Pool=groups.xml',
      'servers.xml',
    ])
    expect(one.out).toBe(other.out)
    expect(JSON.parse(one.out).deployment.virtualDesktopCollections).toEqual([
      { name: 'Pool', userGroups: ['NORTHWIND\\Staff'] },
    ])
  })

  test.each(['plan.yaml', 'bare.json'])('puts the plan of %s into the inventory', async (file) => {
    expect(JSON.parse((await rds(['collect', 'whole', '--migration', file])).out).migration.target).toBe('2012R2')
  })

  test('says where a plan is wrong', async () => {
    expect((await rds(['collect', 'whole', '--migration', 'bad.yaml'])).err).toMatch(/^bad\.yaml:2:11: error: /)
  })

  test('replaces names', async () => {
    const { out } = await rds(['collect', 'whole', '--anonymize'])
    expect(out).not.toMatch(/northwind|NWSH01/i)
    expect(JSON.parse(out).servers[0].name).toBe('name-0001.name-0002.name-0003')
  })

  test('prints the script as it is', async () => {
    const script = readFileSync('collector/Export-RdsInventory.ps1', 'utf8')
    expect(await rds(['collect', '--script'])).toMatchObject({ code: 0, out: script, err: '' })
    expect((await rds(['collect', '--script', '-o', 'x.ps1'])).written.get('x.ps1')).toBe(script)
    expect((await rds(['collect', '--script', 'whole'])).code).toBe(2)
  })

  test('says how many sources were skipped, so that a part does not read as the whole', async () => {
    expect((await rds(['collect', 'partly-skipped'])).err).toBe(
      'rds-lint: 1 of 2 sources was skipped; what it would have told is left unknown, and collection.sources says why\n',
    )
  })

  test.each(['skipped', 'failed'])('says that nothing is known of a bundle whose sources all %s', async (name) => {
    expect((await rds(['collect', name])).err).toMatch(
      /^(?:failed|skipped): error: none of its questions was answered \(Get-RDServer: .*\); collect again/,
    )
    expect(await rds([name, '--target', '2012R2'])).toMatchObject({ code: 2 })
  })

  test.each([
    ['EDEVICE', 'no ordinary file'],
    ['EISDIR', 'no ordinary file'],
    ['ELINK', 'this is a link'],
  ])('says of %s in a bundle what the bundle lacks', async (code, words) => {
    const host = aHost({ files })
    const readPlainFile = (path: string) => {
      if (path.endsWith('002-source.clixml')) throw hostError(code)
      return host.readPlainFile(path)
    }
    const { err } = await rds(['collect', 'whole'], { readPlainFile })
    expect(err).toContain(words)
    expect(err).not.toMatch(/inventory file|standard input/)
  })

  test('takes a link or a pipe in a bundle for a failed source', async () => {
    for (const code of ['ELINK', 'EDEVICE', 'EISDIR', 'EACCES']) {
      const host = aHost({ files })
      const readPlainFile = (path: string) => {
        if (path.endsWith('002-source.clixml')) throw hostError(code)
        return host.readPlainFile(path)
      }
      const said = await rds(['collect', 'whole'], { readPlainFile })
      expect(said.code).toBe(3)
      expect(JSON.parse(said.out).servers[0]).not.toHaveProperty('operatingSystem')
      expect(said.err).toMatch(
        /^whole: warning: Win32_OperatingSystem is taken as failed, because of "002-source\.clixml": /,
      )
    }
  })
})

describe('rds-lint on a bundle', () => {
  const rule = ['--rule', 'source-release-unsupported']

  test.each(['whole', 'whole.zip'])(
    'judges %s as the inventory that collect prints, and names the file of each finding',
    async (path) => {
      const linted = JSON.parse((await rds([path, '--migration', 'plan.yaml', '--format', 'json', ...rule])).out)
      const { out: inventory } = await rds(['collect', path, '--migration', 'plan.yaml'])
      const own = JSON.parse(
        (await rds(['inventory.json', '--format', 'json', ...rule], { files: { '/move/inventory.json': inventory } }))
          .out,
      )
      const [finding] = linted.inventories[0].findings
      const { origin, ...rest } = finding
      expect(rest).toEqual(own.inventories[0].findings[0])
      expect(origin).toEqual({ file: `${path}/001-source.clixml`, source: 'Get-RDServer' })
    },
  )

  test.each([
    ['whole', 'from    001-source.clixml (Get-RDServer)'],
    ['whole.zip', 'from    001-source.clixml (Get-RDServer)'],
    ['./whole', 'from    whole/001-source.clixml (Get-RDServer)'],
  ])('says of %s what its places are places in, and names the file and the source beneath', async (path, from) => {
    const { out } = await rds([path, '--migration', 'plan.yaml', ...rule])
    expect(out).toMatch(
      /^Places such as inventory:12:5 are lines and columns of the inventory that\nrds-lint collect prints of this bundle\.$/m,
    )
    expect(out).toMatch(/error {4}source-release-unsupported +inventory:\d+:\d+$/m)
    expect(out).toContain(from)
    expect(out).not.toMatch(/whole(?:\.zip)?:\d/)
  })

  test('names no places in an inventory for a bundle that cannot be used', async () => {
    expect((await rds(['failed', '--target', '2012R2'])).out).not.toMatch(/inventory:\d/)
  })

  test('points in SARIF at the file of the bundle', async () => {
    const { out } = await rds(['whole', '--target', '2012R2', '--format', 'sarif', ...rule])
    const [result] = JSON.parse(out).runs[0].results
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'whole/001-source.clixml' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    })
  })

  test('says why a fact is missing', async () => {
    const { out, code } = await rds(['partly', '--target', '2012R2', ...rule, '--verbose'])
    expect(code).toBe(3)
    expect(out).toMatch(/The RPC server\s+is unavailable\./)
  })

  test('cannot use a broken one', async () => {
    expect(await rds(['broken', '--target', '2012R2'])).toMatchObject({ code: 2 })
  })

  test('refuses a plan for an inventory, which has its own', async () => {
    const { code, err } = await rds(['inventory.json', '--migration', 'plan.yaml'], {
      files: { ...files, '/move/inventory.json': '{ "schemaVersion": 1 }' },
    })
    expect([code, err]).toEqual([
      2,
      'rds-lint: error: --migration is for bundles, and inventory.json is an inventory; write the plan into it\n',
    ])
  })
})

describe('rds-lint init', () => {
  const old = aBundle([
    {
      name: 'Get-RDServer',
      text: objects({ Server: server, Roles: ['RDS-RD-SERVER'] }, { Server: 'NWSH02', Roles: [] }),
    },
    { name: 'Win32_OperatingSystem', server, text: objects({ Version: '6.2.9200', ProductType: 3 }) },
    { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales\nteam' }) },
    {
      name: 'Get-RDSessionCollectionConfiguration',
      collection: 'Sales\nteam',
      text: objects({
        CollectionName: 'Sales\nteam',
        EnableUserProfileDisk: true,
        DiskPath: "\\\\FS01\\o'upd",
        MaxUserProfileDiskSizeGB: 20,
      }),
    },
  ])

  test.each(['bundle', 'inventory'])(
    'writes a plan of a %s that can be read again, with each retiring server and location',
    async (kind) => {
      const { out } = await rds(['collect', 'old'], { files: folder('old', old) })
      const world = { files: { ...folder('old', old), '/move/inventory.json': out } }
      const { code, written } = await rds(['init', kind === 'bundle' ? 'old' : 'inventory.json'], world)
      const text = written.get('migration.yaml') ?? ''
      expect(code).toBe(0)
      expect(text).toMatch(/# Windows Server 2012, RDS-RD-SERVER\n {4}- source: 'NWSH01\.northwind\.example'/)
      expect(text).toMatch(/# its release is not known: remove it where it stays\n {4}- source: 'NWSH02'/)
      expect(text).toContain('# - source: "\\\\\\\\FS01\\\\o\'upd"')
      const merged = await rds(['collect', 'old', '--migration', 'migration.yaml'], {
        files: { ...world.files, '/move/migration.yaml': text },
      })
      expect(merged.err).toBe('')
      expect(JSON.parse(merged.out).migration).toMatchObject({
        target: '2012R2',
        servers: [{ source: server }, { source: 'NWSH02' }],
      })
    },
  )

  test('never writes over a file', async () => {
    const world = { files: { ...folder('old', old), '/move/migration.yaml': 'mine' } }
    const { code, err, written } = await rds(['init', 'old'], world)
    expect([code, written.size]).toEqual([2, 0])
    expect(err).toMatch(/migration\.yaml is there already and is not overwritten/)
    expect((await rds(['init', 'old', '-o', 'other.yaml'], world)).code).toBe(0)
  })

  test.each([[[]], [['a', 'b']], [['gone.json']], [['old', '--target', '2019']]])('refuses %j', async (args) => {
    expect((await rds(['init', ...args], { files: folder('old', old) })).code).toBe(2)
  })
})

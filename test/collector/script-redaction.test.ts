import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectorScript, describeScript, runPowerShell } from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

/** Connection strings as they are met, each with what may be told of it; undefined where nothing may. */
const connectionStrings: readonly (readonly [text: string, told: Told | undefined])[] = [
  [
    'DRIVER=SQL Server Native Client 11.0;SERVER=SQL01;Trusted_Connection=Yes;APP=Remote Desktop Services Connection Broker;DATABASE=RDCB',
    { driver: 'SQL Server Native Client 11.0', server: 'SQL01', name: 'RDCB', authentication: 'windows' },
  ],
  [
    'Driver={ODBC Driver 17 for SQL Server};Server=tcp:sql.database.example,1433;Database=rdcb;Uid=SECRET@sql;Pwd={a;b}}SECRET};Encrypt=yes;',
    {
      driver: 'ODBC Driver 17 for SQL Server',
      server: 'tcp:sql.database.example,1433',
      name: 'rdcb',
      authentication: 'sql',
    },
  ],
  [
    'Data Source=SQL01\\RDS;Initial Catalog="Remote Desktop";User ID=SECRET;Password=\'SE;CR"ET\'',
    { server: 'SQL01\\RDS', name: 'Remote Desktop', authentication: 'sql' },
  ],
  [
    'data source=sql01 ; initial catalog = rdcb ; integrated security = SSPI ;; ',
    { server: 'sql01', name: 'rdcb', authentication: 'windows' },
  ],
  ['Server=sql01;Database=rdcb', { server: 'sql01', name: 'rdcb' }],
  ['Server=sql01;Authentication=ActiveDirectoryPassword;UID=SECRET;PWD=SECRET', { server: 'sql01' }],
  ['Server=sql01;Server=SQL01;Database=rdcb', undefined],
  ['Server=sql01;Data Source=sql02', undefined],
  ['Server=sql01;PWD=SECRET"x;Database=y', undefined],
  ['Server=sql01;PWD={SECRET;Database=rdcb', undefined],
  ['Server=sql01;PWD="SECRET;Database=rdcb', undefined],
  ['Server={sql01;PWD=SECRET};Database=rdcb', undefined],
  ['Database=a=SECRET;Server=sql01', undefined],
  ['SECRET', undefined],
  ['PWD=SECRET', {}],
]

/** Messages of errors, each with what is kept. */
const messages: readonly (readonly [text: string, kept: string])[] = [
  ['Access is denied.\r\n', 'Access is denied.'],
  ['Cannot open: Server=sql01;UID=SECRET;PWD=SECRET', 'Cannot open: Server=sql01;UID ...'],
  ["Login failed for user 'CONTOSO\\SECRET'.", 'Login failed for user ....'],
  ['No mapping for S-1-5-21-1-2-3-1001 here', 'No mapping for an account here'],
  ['No mapping for S-1-12-1-1-2-3-4 here', 'No mapping for an account here'],
  ['The user CONTOSO\\SECRET-admin may not', 'The user this account may not'],
  ['The user CONTOSO\\SECRET may not', 'The user ... may not'],
  [
    "Fehler bei der Anmeldung f\u00FCr den Benutzer 'CONTOSO\\SECRET'.",
    'Fehler bei der Anmeldung f\u00FCr den Benutzer an account.',
  ],
  ['No mailbox of SECRET.one@contoso.example.', 'No mailbox of an account.'],
  ['It sent {"password":"SECRET"}', 'It sent {"password ...'],
  ['Server=sql01;AccessToken=SECRET', 'Server=sql01;AccessToken ...'],
  ['The user name or password is incorrect.', 'The user name or password is incorrect.'],
  ["Invalid namespace 'root\\cimv2\\rdms' for the user", "Invalid namespace 'root\\cimv2\\rdms' for the user"],
  ['x'.repeat(500), `${'x'.repeat(400)}...`],
]

/** Paths below a profile disk location. */
const paths: readonly (readonly [path: string, hidden: RegExp])[] = [
  ['UVHD-template.vhdx', /^UVHD-template\.vhdx$/],
  ['UVHD-S-1-5-21-1-2-3-1001.vhdx', /^UVHD-[0-9a-f]{16}\.vhdx$/],
  ['old/uvhd-s-1-5-21-1-2-3-1001.VHDX', /^old\\uvhd-[0-9a-f]{16}\.VHDX$/],
  ['S-1-5-21-1-2-3-1001_SECRET\\Profile_SECRET.vhd', /^[0-9a-f]{16}-[0-9a-f]{16}\\Profile_[0-9a-f]{16}\.vhd$/],
  ['SECRET_S-1-5-21-1-2-3-1001', /^[0-9a-f]{16}-[0-9a-f]{16}$/],
  ['S-1-12-1-1-2-3-4.SECRET', /^[0-9a-f]{16}-[0-9a-f]{16}$/],
  ['UVHD-S-1-5-21-1-2-3-1001_SECRET.avhdx', /^UVHD-[0-9a-f]{16}-[0-9a-f]{16}\.avhdx$/],
  ['Profile_SECRET.VHDX.lock', /^Profile_[0-9a-f]{16}\.VHDX\.lock$/],
  ['SECRET.contoso.V6\\NTUSER.DAT', /^[0-9a-f]{16}\.V6\\NTUSER\.DAT$/],
  ['readme.txt', /^readme\.txt$/],
]

interface Told {
  readonly driver?: string
  readonly server?: string
  readonly name?: string
  readonly authentication?: string
}

interface Answers {
  readonly strings: readonly (Readonly<Record<string, string>> | null)[]
  readonly messages: readonly string[]
  readonly paths: readonly string[]
}

describeScript('what the script keeps', () => {
  test.each(connectionStrings.map(([text, told], index) => [text, told, index] as const))(
    'of the connection string %s',
    (_text, told, index) => {
      const kept = answers().strings[index]
      const expected = told && {
        ...(told.driver === undefined ? {} : { DatabaseDriver: told.driver }),
        ...(told.server === undefined ? {} : { DatabaseServer: told.server }),
        ...(told.name === undefined ? {} : { DatabaseName: told.name }),
        ...(told.authentication === undefined ? {} : { DatabaseAuthentication: told.authentication }),
      }
      expect(kept).toEqual(expected ?? null)
    },
  )

  test.each(messages.map(([text, kept], index) => [text, kept, index] as const))(
    'of the message %j',
    (_text, kept, index) => {
      expect(answers().messages[index]).toBe(kept)
    },
  )

  test.each(paths.map(([path, hidden], index) => [path, hidden, index] as const))(
    'of the path %s',
    (_path, hidden, index) => {
      expect(answers().paths[index]).toMatch(hidden)
    },
  )

  test('of one account is the same hash wherever it occurs', () => {
    const of = answers().paths.filter((_, index) => paths[index]?.[0].includes('1-2-3-1001'))
    expect(new Set(of.map((path) => /[0-9a-f]{16}/.exec(path)?.[0])).size).toBe(1)
  })

  test('of two files of one account is never the same name, or a copy of one would stand for both', () => {
    expect(new Set(answers().paths).size).toBe(paths.length)
  })
})

let asked: Answers | undefined

function answers(): Answers {
  asked ??= askFunctions()
  return asked
}

/** Asks the functions of the script themselves, taken out of it by PowerShell's own parser, in one start. */
function askFunctions(): Answers {
  const folder = scratch()
  const questions = join(folder, 'questions.json')
  const given = {
    strings: connectionStrings.map(([text]) => text),
    messages: messages.map(([text]) => text),
    paths: paths.map(([path]) => path),
  }
  writeFileSync(questions, JSON.stringify(given))
  const program = join(folder, 'ask.ps1')
  writeFileSync(
    program,
    `Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$tree = [Management.Automation.Language.Parser]::ParseFile('${collectorScript}', [ref] $null, [ref] $null)
$tree.FindAll({ param($node) $node -is [Management.Automation.Language.FunctionDefinitionAst] }, $false) |
  Where-Object { 'Get-Sha256', 'Read-ConnectionString', 'Get-PlainMessage', 'Get-AccountHash', 'Hide-Account' -contains $_.Name } |
  ForEach-Object { . ([scriptblock]::Create($_.Extent.Text)) }
$asked = Get-Content -Raw -LiteralPath '${questions}' | ConvertFrom-Json
$env:USERNAME = 'SECRET-admin'
$salt = [byte[]] (1..32)
[pscustomobject] @{
  strings = @($asked.strings | ForEach-Object { $told = Read-ConnectionString $_; , $told })
  messages = @($asked.messages | ForEach-Object { $text = $_; try { throw $text } catch { Get-PlainMessage $_ } })
  paths = @($asked.paths | ForEach-Object { Hide-Account $_ })
} | ConvertTo-Json -Depth 4`,
  )
  return JSON.parse(runPowerShell(['-File', program]).output) as Answers
}

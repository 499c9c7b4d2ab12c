import { expect, test } from 'vitest'
import { readLoose } from '../../src/collector/loose.ts'
import { scrubbed } from '../../src/collector/scrub.ts'
import { aBundle, clixml, collected } from '../support/a-bundle.ts'

const server = 'NWSQL01.northwind.example'

test.each([
  [
    'a connection string',
    'Cannot open Driver={SQL Server};Server=NWSQL01;User ID=sa;PWD=hunter2;Database=RDCB',
    ['sa;', 'hunter2'],
  ],
  ['a password at the start', 'Pwd=hunter2 was refused', ['hunter2']],
  ['a user before an equals sign', 'The value UserName = jdoe is not valid.', ['jdoe']],
  ['a token', 'AccessToken: eyJhbGciOi', ['eyJhbGciOi']],
  ['a secret', 'shared secret=hunter2', ['hunter2']],
  ['a user in quotes', "Login failed for user 'jdoe'.", ['jdoe']],
  ['a user in quotes on a German server', "Fehler bei der Anmeldung für den Benutzer 'jdoe'.", ['jdoe']],
  ['an account in double quotes', 'The account "jdoe" is locked.', ['jdoe']],
  ['an account of a domain', 'NORTHWIND\\jdoe may not connect.', ['jdoe', 'NORTHWIND']],
  ['an account of a domain in quotes', "Access denied: 'NORTHWIND\\j.doe-adm'", ['j.doe-adm', 'NORTHWIND']],
  ['a user principal name', 'No mailbox for j.doe@northwind.example here.', ['j.doe', '@northwind']],
  ['an account id', 'S-1-5-21-1111-2222-3333-1001 is not mapped.', ['1111-2222']],
  ['a product key', 'Key ABCDE-12345-FGHIJ-67890-KLMNO is in use.', ['12345']],
  ['a product id', 'The product 00252-70000-00000-AT259 is not activated.', ['00252']],
  ['a machine key', `validationKey ${'0A'.repeat(64)} is not valid`, ['0A0A']],
])('a message loses %s', (_, message, secrets) => {
  const kept = scrubbed(message)
  for (const secret of secrets) expect(kept).not.toContain(secret)
  expect(kept).not.toBe('')
})

test.each([
  'The RPC server is unavailable.',
  'A Remote Desktop Services deployment does not exist on NWCB01.northwind.example.',
  'Access to the path C:\\Windows\\Web\\RDWeb\\Pages\\web.config is denied.',
  'The network path \\\\NWFS01\\upd$\\sales was not found.',
  'The registry answered with code 5 for SYSTEM\\Setup.',
  'Invalid namespace root\\cimv2\\TerminalServices',
  'Membership in BUILTIN\\Administrators is needed.',
  'Not asked, because an earlier question was not answered within 120 seconds.',
  'The certificate 0123456789ABCDEF0123456789ABCDEF01234567 is not there.',
  'The user account that runs this is not an administrator.',
])('a message without a secret stays as it is: %s', (message) => expect(scrubbed(message)).toBe(message))

test.each([
  ['letters', 'a'.repeat(2_000_000)],
  ['dashes', 'A-'.repeat(1_000_000)],
  ['quotes', '("{'.repeat(1_000_000)],
  ['a password far behind', `${'x '.repeat(5_000)}Pwd=hunter2`],
  ['a key where it is cut', `${'x '.repeat(494)}ABCDE-12345-FGHIJ-67890-KLMNO`],
])('a message of thousands of %s is cut as the script cuts it', (_, message) => {
  const kept = scrubbed(message)
  expect(kept.length).toBeLessThan(410)
  expect(kept).not.toMatch(/hunter2|12345/)
  expect(scrubbed(kept)).toBe(kept)
})

test('what is dropped from a message is in no inventory and in no diagnostic', () => {
  const message = "Login failed for user 'jdoe': NORTHWIND\\jdoe; Uid=jdoe;Pwd=hunter2"
  const bundle = collected(
    aBundle([
      { name: 'Win32_OperatingSystem', server, status: 'failed', message },
      { name: 'Registry', server, status: 'skipped', message },
      { name: 'Get-OdbcDriver', server, text: clixml(`<S S="Error">${message}</S>`) },
    ]),
  )
  const loose = readLoose([{ file: 'drivers.xml', bytes: Buffer.from(clixml(`<S S="Error">${message}</S>`)) }])
  expect(JSON.stringify([bundle.inventory, bundle.diagnostics, loose])).not.toMatch(/jdoe|hunter2/)
  expect(bundle.inventory.collection?.sources?.map((row) => row.message)).toEqual([
    expect.stringContaining('Login failed for user'),
    expect.stringContaining('Login failed for user'),
    expect.stringContaining('Login failed for user'),
  ])
})

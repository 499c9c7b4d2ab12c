import { expect, test } from 'vitest'
import { lines, notKept } from '../support/comparing.ts'

const hundred = { productVersion: 'Windows Server 2012', licenseType: 'perUser', keyPackType: 2, total: 100 }
const temporary = { ...hundred, keyPackType: 4 }

const server = (name: string, keyPacks?: readonly object[]) => ({
  name,
  licenseServer: keyPacks === undefined ? {} : { keyPacks },
})
const farm = (servers: readonly object[], plan: readonly (readonly [string, string])[] = []) => ({
  schemaVersion: 1,
  ...(plan.length > 0
    ? { migration: { servers: plan.map(([source, destination]) => ({ source, destination })) } }
    : {}),
  servers,
})
const name = '100 per-user licences for Windows Server 2012'
const planned = [['NWLIC01', 'NWLIC02']] as const

test.each<readonly [string, unknown, unknown, readonly string[]]>([
  [
    'is the same under another id',
    farm([server('NWLIC01', [{ ...hundred, id: 2 }])]),
    farm([server('NWLIC01', [{ ...hundred, id: 7 }])]),
    [],
  ],
  [
    'is the same by the number of its version',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, productVersion: undefined, productVersionId: 4 }])]),
    [],
  ],
  [
    'is another with another total',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, total: 90 }])]),
    [`missing keyPack NWLIC01/${name}`, 'new keyPack NWLIC01/90 per-user licences for Windows Server 2012'],
  ],
  [
    'is not its temporary twin',
    farm([server('NWLIC01', [hundred, temporary])]),
    farm([server('NWLIC01', [temporary])]),
    [`missing keyPack NWLIC01/${name}`],
  ],
  [
    'counts once for each of two alike',
    farm([server('NWLIC01', [hundred, hundred])]),
    farm([server('NWLIC01', [hundred])]),
    [`missing keyPack NWLIC01/${name}`],
  ],
  [
    'is kept on the successor',
    farm([server('NWLIC01', [hundred])], planned),
    farm([server('NWLIC01', []), server('NWLIC02', [hundred])]),
    [],
  ],
  [
    'is kept on the old server as long as it is there',
    farm([server('NWLIC01', [hundred])], planned),
    farm([server('NWLIC01', [hundred]), server('NWLIC02', [])]),
    [],
  ],
  [
    'is kept on the successor alone',
    farm([server('NWLIC01', [hundred])], planned),
    farm([server('NWLIC02', [hundred])]),
    [],
  ],
  [
    'is one pack on a server and its successor, while both hold it',
    farm([server('NWLIC01', [hundred]), server('NWLIC02', [hundred])], planned),
    farm([server('NWLIC02', [hundred])]),
    [],
  ],
  [
    'is not one pack on two servers that become one',
    farm(
      [server('NWLIC01', [hundred]), server('NWLIC03', [hundred])],
      [
        ['NWLIC01', 'NWLIC02'],
        ['NWLIC03', 'NWLIC02'],
      ],
    ),
    farm([server('NWLIC02', [hundred])]),
    [`missing keyPack NWLIC03/${name}`],
  ],
  [
    'is not observed where the successor is not in the file',
    farm([server('NWLIC01', [hundred])], planned),
    farm([server('NWLIC01', [])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where its server is not in the file',
    farm([server('NWLIC01', [hundred])]),
    farm([]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where packs are not told',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01')]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where its total is not told',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, total: undefined }])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where it is no longer told whether it is a licence',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, keyPackType: undefined }])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where its type is unknown to the server by now',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, keyPackType: 0 }])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where it may have been a licence, and is none',
    farm([server('NWLIC01', [{ ...hundred, keyPackType: 0 }])]),
    farm([server('NWLIC01', [temporary])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is the same where nobody tells its type, before and after',
    farm([server('NWLIC01', [{ ...hundred, keyPackType: 0 }])]),
    farm([server('NWLIC01', [{ ...hundred, keyPackType: undefined }])]),
    [],
  ],
  [
    'is the same as a licence of another kind',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [{ ...hundred, keyPackType: 3 }])]),
    [],
  ],
  [
    'is kept on a server that no plan names, once it is gone from its own',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', []), server('NWLIC09', [hundred])]),
    [],
  ],
  [
    'is not known to have moved where its own server does not tell',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01'), server('NWLIC09', [hundred])]),
    [`notObserved keyPack NWLIC01/${name}`, `new keyPack NWLIC09/${name}`],
  ],
  [
    'is not observed where it may be on a server that nobody told',
    farm([server('NWLIC01', [hundred])]),
    { ...farm([server('NWLIC01', [])]), collection: { incomplete: ['/servers'] } },
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where the plan of servers is known in part only',
    {
      ...farm([server('NWLIC01', [hundred])], [['NWSH01', 'NWSH11']]),
      collection: { incomplete: ['/migration/servers'] },
    },
    farm([server('NWLIC01', [])]),
    [`notObserved keyPack NWLIC01/${name}`],
  ],
  [
    'is not observed where its successor tells more of one that may be it, and its own server nothing',
    farm([server('NWLIC01', [{ ...hundred, licenseType: undefined }])], planned),
    farm([server('NWLIC01'), server('NWLIC02', [hundred])]),
    ['notObserved keyPack NWLIC01/100 licences for Windows Server 2012'],
  ],
  [
    'is no news where a server and its successor hold it, before and after',
    farm([server('NWLIC01', [hundred]), server('NWLIC02', [hundred])], planned),
    farm([server('NWLIC01', [hundred]), server('NWLIC02', [hundred])]),
    [],
  ],
  [
    'is no news where its successor holds it, and its own server no longer tells the version',
    farm([server('NWLIC01', [hundred]), server('NWLIC02', [hundred])], planned),
    farm([server('NWLIC01', [{ ...hundred, productVersion: undefined }]), server('NWLIC02', [hundred])]),
    [],
  ],
  [
    'is news beside one that is there, though nobody tells the version',
    farm([server('NWLIC01', [hundred])]),
    farm([server('NWLIC01', [hundred, { ...hundred, productVersion: undefined }])]),
    ['new keyPack NWLIC01/100 per-user licences'],
  ],
  ['is none where it is temporary', farm([server('NWLIC01', [temporary])]), farm([server('NWLIC01', [])]), []],
  [
    'is none where it is empty',
    farm([server('NWLIC01', [{ ...hundred, total: 0 }])]),
    farm([server('NWLIC01', [])]),
    [],
  ],
])('a key pack %s', (_, before, after, expected) => {
  expect(lines(notKept(before, after))).toEqual(expected)
})

test.each([
  ['as they are typed', 'NWLIC02', 'NWLIC01'],
  ['in another case', 'NWLIC02', 'nwlic01'],
])('which of two equal packs is missing does not hang on how their servers are spelt: %s', (_, one, other) => {
  const gone = [server(one, []), server(other, []), server('NWLIC03', [hundred])]
  const missing = notKept(farm([server(one, [hundred]), server(other, [hundred])]), farm(gone))
  expect(lines(missing)).toEqual([`missing keyPack NWLIC02/${name}`])
})

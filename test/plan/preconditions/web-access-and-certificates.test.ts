import { judgesAll, type Tables } from '../../support/judged.ts'
import { movingFarm, thumbprint } from '../../support/moving-farm.ts'
import { having } from '../../support/operations.ts'

const farm = movingFarm

const tables: Tables = {
  replaceServer: [['a server by its successor', farm, { replaceServer: { server: 'RDWA01', by: 'RDWA11' } }, []]],
  setCertificate: [
    ['one with a private key', farm, { setCertificate: { role: 'RDWebAccess', thumbprint } }, []],
    ['the one that the plan names', farm, { setCertificate: { role: 'RDGateway' } }, []],
    [
      'one without a private key',
      having(
        farm,
        (farm.servers ?? []).map((server) => ({ ...server, certificates: [{ thumbprint, hasPrivateKey: false }] })),
        'servers',
      ),
      { setCertificate: { role: 'RDWebAccess', thumbprint } },
      ['violated certificate-private-key-missing'],
    ],
    [
      'one that no store shows',
      farm,
      { setCertificate: { role: 'RDWebAccess', thumbprint: 'B2' } },
      ['undecided certificate-private-key-missing: certificate B2'],
    ],
    [
      'one that nobody named',
      farm,
      { setCertificate: { role: 'RDWebAccess' } },
      ['undecided certificate-private-key-missing: certificate for RDWebAccess'],
    ],
  ],
}

judgesAll(tables)

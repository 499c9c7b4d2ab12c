import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm, temporaryPack, userLicences } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
  addLicenseServer: [
    ['one that is activated', farm, { addLicenseServer: { server: 'RDLS11' } }, []],
    [
      'one that is not',
      having(farm, false, 'servers', at('RDLS11'), 'licenseServer', 'activated'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['violated license-server-not-activated'],
    ],
    ['one that is listed', farm, { addLicenseServer: { server: 'rdls01.northwind.example' } }, [impossible]],
    [
      'activation that nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'licenseServer', 'activated'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['undecided license-server-not-activated: activated'],
    ],
    [
      'a list that nobody told',
      lacking(farm, ...deployment, 'licensing'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['undecided runbook-step-impossible: licensing'],
    ],
  ],
  removeLicenseServer: [
    [
      'one without licences beside another one',
      having(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        [temporaryPack],
        'servers',
        at('RDLS01'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenseServer: { server: 'RDLS01' } },
      [],
    ],
    [
      'the last one, with licences',
      farm,
      { removeLicenseServer: { server: 'RDLS01' } },
      ['violated license-cals-on-both-servers', 'violated license-server-missing'],
    ],
    ['one that is not listed', farm, { removeLicenseServer: { server: 'RDLS11' } }, [impossible]],
    [
      'packs that nobody told, the last one',
      lacking(farm, 'servers', at('RDLS01'), 'licenseServer', 'keyPacks'),
      { removeLicenseServer: { server: 'RDLS01' } },
      ['undecided license-cals-on-both-servers: keyPacks', 'violated license-server-missing'],
    ],
    [
      'the last one where no mode is set',
      having(
        having(farm, { mode: 'NotConfigured', servers: ['RDLS01'] }, ...deployment, 'licensing'),
        [],
        'servers',
        at('RDLS01'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenseServer: { server: 'RDLS01' } },
      [],
    ],
  ],
  moveLicenses: [
    [
      'from a server to itself',
      farm,
      { moveLicenses: { from: 'RDLS01', to: 'rdls01.northwind.example' } },
      [impossible],
    ],
    ['to one that can hold them', farm, { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }, []],
    [
      'to one that is too old',
      system('RDLS11', '6.1.7601'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['violated license-server-older-than-host'],
    ],
    [
      'to one whose release nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'operatingSystem'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['undecided license-server-older-than-host: operatingSystem'],
    ],
    [
      'licences that nobody told',
      lacking(farm, 'servers', at('RDLS01'), 'licenseServer'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['undecided license-server-older-than-host: licenseServer'],
    ],
    ['nothing to move', farm, { moveLicenses: { from: 'RDLS11', to: 'RDSH11' } }, []],
  ],
  removeLicenses: [
    [
      'licences that are on another listed server, under another id',
      having(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        [{ ...userLicences, id: 17 }],
        'servers',
        at('RDLS11'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenses: { server: 'RDLS01' } },
      [],
    ],
    ['licences that are nowhere else', farm, { removeLicenses: { server: 'RDLS01' } }, [impossible]],
    [
      'licences on a server that is not listed',
      having(farm, [userLicences], 'servers', at('RDLS11'), 'licenseServer', 'keyPacks'),
      { removeLicenses: { server: 'RDLS01' } },
      [impossible],
    ],
    [
      'packs of the other one that nobody told',
      lacking(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        'servers',
        at('RDLS11'),
        'licenseServer',
      ),
      { removeLicenses: { server: 'RDLS01' } },
      ['undecided runbook-step-impossible: licenseServer'],
    ],
    ['none', farm, { removeLicenses: { server: 'RDLS11' } }, []],
  ],
  installLicenses: [
    ['on one that can hold them', farm, { installLicenses: { server: 'RDLS11' } }, []],
    [
      'on one that is too old',
      having(farm, '2016', 'migration', 'target'),
      { installLicenses: { server: 'RDLS11' } },
      ['violated license-server-older-than-host'],
    ],
    [
      'on one whose release nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'operatingSystem'),
      { installLicenses: { server: 'RDLS11' } },
      ['undecided license-server-older-than-host: operatingSystem'],
    ],
  ],
}

judgesAll(tables)

import { judgesAll, type Tables } from '../../support/judged.ts'
import { movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const sales = [...deployment, 'sessionCollections', 0] as const
const finance = [...deployment, 'sessionCollections', 1] as const
const developers = [...deployment, 'virtualDesktopCollections', 0] as const
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
  moveProfileDisks: [
    [
      'the same path below the share, and nobody signed in',
      farm,
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Profiles' } },
      [],
    ],
    [
      'from a folder to itself',
      farm,
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\fs01.northwind.example\\disks\\' } },
      [impossible],
    ],
    [
      'another path below the share',
      farm,
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales', to: '\\\\FS11\\Disks\\Old\\Sales' } },
      ['violated profile-disk-relative-path-changed'],
    ],
    [
      'a local path, of which nobody knows the share',
      farm,
      { moveProfileDisks: { from: 'D:\\Disks', to: '\\\\FS11\\Disks' } },
      ['undecided profile-disk-relative-path-changed: share of D:\\Disks'],
    ],
    [
      'users signed in to a collection below the folder',
      having(farm, { active: 1, disconnected: 0 }, ...sales, 'sessionHosts', 0, 'sessions'),
      { moveProfileDisks: { from: '\\\\FS01.northwind.example\\disks', to: '\\\\FS11\\Disks' } },
      ['violated session-host-has-sessions'],
    ],
    [
      'a desktop that runs',
      having(farm, 'Running', ...developers, 'virtualDesktops', 0, 'state'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Developers', to: '\\\\FS11\\Disks\\Developers' } },
      [impossible],
    ],
    [
      'users of a collection elsewhere',
      having(farm, { enabled: true, location: '\\\\FS02\\Disks' }, ...finance, 'profileDisks'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Disks' } },
      [],
    ],
    [
      'users of a collection whose disks have no location',
      having(farm, { enabled: true, location: null }, ...finance, 'profileDisks'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Disks' } },
      [],
    ],
    [
      'disks of a collection that nobody told, where users are signed in',
      lacking(farm, ...finance, 'profileDisks'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Disks' } },
      ['undecided session-host-has-sessions: profileDisks'],
    ],
    [
      'a desktop whose state nobody told',
      lacking(farm, ...developers, 'virtualDesktops', 0, 'state'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Developers', to: '\\\\FS11\\Disks\\Developers' } },
      ['undecided runbook-step-impossible: state'],
    ],
  ],
  setProfileDiskLocation: [
    [
      'files that both listings hold',
      having(farm, ['uvhd-TEMPLATE.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      [],
    ],
    [
      'a file that is missing there',
      having(farm, [], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['violated profile-disk-files-missing'],
    ],
    [
      'a listing that nobody made',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: destinationFiles'],
    ],
    [
      'a location to which nobody moves anything',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS12\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: files at \\\\FS12\\Disks\\Sales'],
    ],
    [
      'files that came from where nobody told the disks of the collection to be',
      lacking(
        having(farm, ['uvhd-TEMPLATE.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
        ...sales,
        'profileDisks',
        'location',
      ),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: location'],
    ],
    [
      'files of a collection whose disks nobody told',
      lacking(
        having(farm, ['uvhd-TEMPLATE.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
        ...sales,
        'profileDisks',
      ),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: profileDisks'],
    ],
    [
      'the disks of another collection',
      having(farm, ['UVHD-template.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Developers', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: files at \\\\FS11\\Disks\\Sales'],
    ],
    [
      'where they are already',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '//fs01/disks/sales/' } },
      [],
    ],
    [
      'a collection of either sort, beside another sort that nobody told',
      lacking(farm, ...deployment, 'sessionCollections'),
      { setProfileDiskLocation: { collection: 'Developers', location: '\\\\FS01\\Disks\\Developers' } },
      [],
    ],
    [
      'a collection that may be of a sort that nobody told',
      lacking(farm, ...deployment, 'sessionCollections'),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS01\\Disks\\Sales' } },
      [
        'undecided runbook-step-impossible: sessionCollections',
        'undecided profile-disk-files-missing: sessionCollections',
      ],
    ],
    [
      'a collection without disks',
      farm,
      { setProfileDiskLocation: { collection: 'Finance', location: '\\\\FS11\\Disks\\Finance' } },
      [],
    ],
    [
      'a collection that does not exist',
      farm,
      { setProfileDiskLocation: { collection: 'Trading', location: '\\\\FS11\\Disks' } },
      [impossible],
    ],
  ],
}

judgesAll(tables)

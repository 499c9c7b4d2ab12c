import type { Value } from '../clixml/value.ts'
import { field, filledText, flag } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** What only the registry of a server tells: its kind of installation, and what the upgrade of Web Access needs. */
export const registry: Source = {
  name: 'Registry',
  about: 'server',
  types: [],
  properties: ['InstallationType'],
  neverEmpty: 'every registry tells the kind of installation',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'InstallationType', (row) => [
        ...is([...path, 'operatingSystem', 'installationType'], filledText(field(row, 'InstallationType'))),
        ...is([...path, 'webAccess', 'upgradedBefore'], flag(field(row, 'UpgradedBefore'))),
        ...is([...path, 'webAccess', 'installedMarker'], marker(row)),
      ]),
    ),
}

// The next upgrade looks for any value (Upgrading your Remote Desktop Services deployments, known issue of RD Web Access).
function marker(row: Value): boolean | undefined {
  const version = field(row, 'WebAccessInstalledVersion')
  return version === undefined ? undefined : filledText(version) !== undefined
}

import type { Value } from '../clixml/value.ts'
import { field, filledText, flag, word } from '../read/fields.ts'
import { objectsOf, rows } from '../read/rows.ts'
import { is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The features that are installed on a server. */
export const features: Source = {
  name: 'Get-WindowsFeature',
  about: 'server',
  types: ['Microsoft.Windows.ServerManager.Commands.Feature'],
  properties: ['Name', 'InstallState'],
  neverEmpty: 'every Windows Server has features',
  read: (answer) =>
    ofServers(answer, (part, path) => [
      ...rows(part, 'Name', () => []),
      ...is([...path, 'installedFeatures'], installed(objectsOf(part.values))),
    ]),
}

function installed(objects: readonly Value[]): readonly string[] | undefined {
  const names: string[] = []
  for (const object of objects) {
    const name = filledText(field(object, 'Name'))
    const there = isInstalled(object)
    if (name === undefined || there === undefined) return undefined
    if (there) names.push(name)
  }
  return [...new Set(names)].sort()
}

function isInstalled(object: Value): boolean | undefined {
  const told = flag(field(object, 'Installed'))
  if (told !== undefined) return told
  const state = word(field(object, 'InstallState'), ['Installed', 'Available', 'Removed'])
  return state === undefined ? undefined : state === 'Installed'
}

import type { Value } from '../clixml/value.ts'
import { count, field, filledText, word } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import type { SessionCounts } from '../statement.ts'
import type { Source } from './source.ts'

/** The user sessions of the deployment, or of one collection, as counts; nobody's name is read. */
export const userSessions: Source = {
  name: 'Get-RDUserSession',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDUserSession'],
  properties: ['HostServer', 'SessionState'],
  read: (answer) => {
    const hosts = new Map<string, { active: number; disconnected: number }>()
    const said = rows(answer, 'HostServer', (row) =>
      named(answer, row, 'HostServer', (host) => {
        const counts = countsOf(row)
        if (!counts) return [{ kind: 'fault', message: 'an object in it does not say how many sessions there are' }]
        const known = hosts.get(host.toLowerCase()) ?? { active: 0, disconnected: 0 }
        hosts.set(host.toLowerCase(), {
          active: known.active + counts.active,
          disconnected: known.disconnected + counts.disconnected,
        })
        return []
      }),
    )
    const sessions: SessionCounts = {
      kind: 'sessions',
      ...(answer.collection === undefined ? {} : { collection: answer.collection }),
      hosts,
      namesAll: !answer.isLoose,
    }
    return [...said, sessions]
  },
}

interface Counts {
  readonly active: number
  readonly disconnected: number
}

// Sessions in other states belong to nobody who works or may come back.
function countsOf(row: Value): Counts | undefined {
  const text = filledText(field(row, 'SessionState'))
  const sessions = field(row, 'Count') === undefined ? 1 : count(field(row, 'Count'))
  if (text === undefined || sessions === undefined) return undefined
  const state = word(field(row, 'SessionState'), ['STATE_ACTIVE', 'STATE_DISCONNECTED'], {
    0: 'STATE_ACTIVE',
    4: 'STATE_DISCONNECTED',
  })
  return {
    active: state === 'STATE_ACTIVE' ? sessions : 0,
    disconnected: state === 'STATE_DISCONNECTED' ? sessions : 0,
  }
}

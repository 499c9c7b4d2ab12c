import type { Estate } from '../../inventory/estate.ts'
import type { RemoteApp, SessionCollection } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { firstOf } from '../../model/listed.ts'
import { some, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { eachIs, isEmpty, named, sessionCollections } from '../preconditions/collections.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { judge, ofFound } from '../preconditions/precondition.ts'
import { changeDeployment } from '../state/deployment.ts'
import { withoutItems } from '../state/lists.ts'
import { sameName } from '../state/names.ts'

/** Removes a session collection; hosts that are still in it stay in the deployment, in no collection. */
export const removeCollection: Definition<Arguments['removeCollection']> = {
  parameters: { collection: { kind: 'sessionCollection' } },
  apply: (inventory, { collection }) =>
    changeDeployment(inventory, (deployment) => {
      const { sessionCollections } = deployment
      const left = sessionCollections && withoutItems(sessionCollections, ({ name }) => sameName(name, collection))
      return left === sessionCollections || !left ? deployment : { ...deployment, sessionCollections: left }
    }),
  violations: (estate, { collection }) => {
    const found = named(sessionCollections(estate), collection)
    const exists = collectionExists(found, collection)
    if (found === undefined) return judge(exists)
    return judge(
      exists,
      {
        holds: ofFound(found, (one) => isEmpty(estate, one)),
        rule: 'session-host-has-sessions',
        violated: () => `Hosts of ${collection} still have sessions, active or disconnected; sign them out first.`,
        question: `whether the hosts of ${collection} still have sessions`,
      },
      {
        holds: ofFound(found, (one) => areElsewhere(estate, one)),
        violated: () =>
          `RemoteApps of ${collection} are published nowhere else: ${firstOf(found instanceof Unknown ? [] : lost(estate, found))}; publish them in another collection first.`,
        question: `whether the RemoteApps of ${collection} are published in another collection`,
      },
    )
  },
}

function areElsewhere(estate: Estate, home: SessionCollection): Truth {
  const { remoteApps } = home
  return remoteApps ? eachIs(remoteApps, (app) => isElsewhere(estate, app, home)) : unknown(home, 'remoteApps')
}

function isElsewhere(estate: Estate, app: RemoteApp, home: SessionCollection): Truth {
  const collections = sessionCollections(estate)
  const rest = restOf(collections)
  const answers = collections.filter((one) => one !== home).map((one) => publishes(one, app))
  return some([...answers, ...(rest ? [new Unknown(rest)] : [])])
}

function publishes(collection: SessionCollection, { alias }: RemoteApp): Truth {
  const { remoteApps } = collection
  if (!remoteApps) return unknown(collection, 'remoteApps')
  const rest = restOf(remoteApps)
  return remoteApps.some((app) => sameName(app.alias, alias)) || (rest ? new Unknown(rest) : false)
}

function lost(estate: Estate, collection: SessionCollection): readonly string[] {
  const apps = (collection.remoteApps ?? []).filter((app) => isElsewhere(estate, app, collection) === false)
  return apps.map(({ alias }) => alias)
}

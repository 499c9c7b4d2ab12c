import { roles as rows } from '../../generated/tables.ts'
import { isDisputed } from '../inventory/upgrade-paths.ts'
import { listed } from '../model/listed.ts'
import { releaseName } from '../model/which-releases.ts'
import type { Way } from './ways.ts'

/** Gives RDS roles by the names that Microsoft has for them: "RD Gateway and RD Licensing". */
export function roleNames(roles: readonly string[]): string {
  return listed(roles.map((role) => rows.find((row) => row.role === role)?.name ?? role))
}

/** Gives the stops on the shortest ways, and, where the pages disagree on those, on longer ones; empty where there are none. */
export function stopsOf({ direct, chains, undisputed }: Way['inPlace']): string {
  const [short] = chains
  const agreed = undisputed[0] === undefined ? 'no way is undisputed' : `without dispute ${stops(undisputed)}`
  if (direct === 'disputed') return agreed
  if (short === undefined || short.length === 2) return ''
  return isDisputed(short) ? `${stops(chains)}, on which pages disagree; ${agreed}` : stops(chains)
}

/** Gives the stops on ways of several upgrades: "by way of 2016, or by way of 2019". */
function stops(chains: Way['inPlace']['chains']): string {
  return chains.map((chain) => `by way of ${listed(chain.slice(1, -1).map(releaseName))}`).join(', or ')
}

/** What an inventory tells of a database; no user, no password and no other part of a connection string. */
export interface Database {
  readonly driver?: string
  readonly server?: string
  readonly name?: string
  readonly authentication?: 'windows' | 'sql'
}

/** Takes a connection string of ODBC or ADO.NET apart; undefined where it cannot be taken apart for certain. */
export function readConnectionString(text: string): Database | undefined {
  const pairs = text.length > longest ? undefined : pairsOf(text)
  if (!pairs) return undefined
  const server = databaseServer(first(pairs, ['server', 'data source', 'address', 'addr', 'network address']))
  const driver = first(pairs, ['driver', 'provider'])
  const name = first(pairs, ['database', 'initial catalog'])
  const authentication = authenticationOf(pairs)
  if ([driver, server, name].some((kept) => kept !== undefined && !isOnlyName(kept))) return undefined
  return {
    ...(driver === undefined ? {} : { driver }),
    ...(server === undefined ? {} : { server }),
    ...(name === undefined ? {} : { name }),
    ...(authentication === undefined ? {} : { authentication }),
  }
}

/** Whether a text is a name and nothing else: a forgotten semicolon leaves a password in the value before it, and a user may stand before an @. */
export function isOnlyName(text: string): boolean {
  return !/[=@;{}"'\r\n]|pwd|password/i.test(text)
}

/** A database server without `tcp:` and port; an instance stays. */
export function databaseServer(text: string | undefined): string | undefined {
  return text
    ?.replace(/^tcp:/i, '')
    .replace(/,\s*\d+\s*$/, '')
    .trim()
}

const longest = 4000
const pair = /\s*([^=;{}"']+?)\s*=\s*(?:\{((?:[^}]|\}\})*)\}|"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;{}"']*?))\s*(?:;|$)/y

function pairsOf(text: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>()
  pair.lastIndex = 0
  while (pair.lastIndex < text.length) {
    const start = pair.lastIndex
    const rest = text.slice(start)
    if (/^[\s;]*$/.test(rest)) break
    const found = pair.exec(text)
    if (!found) return undefined
    const [, key = '', braced, double, single, plain = ''] = found
    const value =
      braced?.replaceAll('}}', '}') ?? double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? plain
    const name = key.toLowerCase()
    // Which of two values counts differs between ODBC and ADO.NET.
    if (pairs.has(name) && pairs.get(name) !== value) return undefined
    pairs.set(name, value)
  }
  return pairs.size === 0 ? undefined : pairs
}

function authenticationOf(pairs: ReadonlyMap<string, string>): Database['authentication'] {
  const trusted = first(pairs, ['trusted_connection', 'integrated security'])
  if (trusted !== undefined && /^(?:yes|true|sspi)$/i.test(trusted)) return 'windows'
  return first(pairs, ['uid', 'user id', 'user']) === undefined ? undefined : 'sql'
}

function first(pairs: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = pairs.get(name)?.trim()
    if (value) return value
  }
  return undefined
}

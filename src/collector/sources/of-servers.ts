import { groupBy } from '../../model/group-by.ts'
import type { Answer } from '../answer.ts'
import type { Value } from '../clixml/value.ts'
import { field, filledText } from '../read/fields.ts'
import { objectsOf } from '../read/rows.ts'
import { are, fault, type Statement, type Step, serverEntry } from '../statement.ts'

/** Reads an answer server by server: of the server that was asked, else of those that the objects name. */
export function ofServers(
  answer: Answer,
  read: (part: Answer, path: readonly Step[], server: string) => readonly Statement[],
): readonly Statement[] {
  if (answer.server !== undefined) return readOne(answer, answer.server, read)
  const objects = objectsOf(answer.values)
  const names = objects.map(serverOf)
  if (objects.length === 0 || names.includes(undefined))
    return fault(`it does not say which server it is about; name it as in --as ${answer.name}:SERVER=FILE`)
  const parts = groupBy(
    objects.map((object, index) => ({ object, name: names[index] ?? '' })),
    ({ name }) => name.toLowerCase(),
  )
  return parts.flatMap((part) =>
    readOne({ ...answer, values: part.map(({ object }) => object) }, part[0]?.name ?? '', read),
  )
}

function readOne(answer: Answer, server: string, read: Parameters<typeof ofServers>[1]): readonly Statement[] {
  const path = serverEntry(server)
  const said = read(answer, path, server)
  return said.some(({ kind }) => kind === 'fault') ? said : [...are(path, { name: server }), ...said]
}

// What remoting and WMI put on an object, or what only the machine itself knows.
const names = ['PSComputerName', '__SERVER', 'FullyQualifiedDomainName', 'CSName', 'DNSHostName']

function serverOf(object: Value): string | undefined {
  for (const name of names) {
    const text = filledText(field(object, name))
    if (text !== undefined && text.toLowerCase() !== 'localhost' && text !== '.') return text
  }
  return undefined
}

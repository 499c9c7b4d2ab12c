/** A workflow command as the runner of GitHub Actions understands a line. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * Takes a line of a log as the runner does ("Workflow commands for GitHub Actions", the form `::name key=value,…::message`):
 * white space before the colons does not matter, the first `::` behind ends the properties. Undefined where it is no command.
 */
export function workflowCommand(line: string): WorkflowCommand | undefined {
  const [, head, message = ''] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? []
  if (head === undefined) return undefined
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(head) ?? []
  const properties = rest.split(',').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 1 ? [] : [[pair.slice(0, at).trim(), property(pair.slice(at + 1))]]
  })
  return { name, properties: Object.fromEntries(properties), message: data(message) }
}

function property(text: string): string {
  return data(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function data(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

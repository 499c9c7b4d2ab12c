/** A pack of rules beside the built-in ones. Ids of its rules are its name, a slash and the name of the file. */
export interface RulePack {
  readonly name: string
  readonly version: string
}

/** The name of the pack that a rule belongs to by its id; undefined for a built-in rule. */
export function packOf(id: string): string | undefined {
  const slash = id.indexOf('/')
  return slash < 0 ? undefined : id.slice(0, slash)
}

import type { PackFiles } from '../../src/packs/pack.ts'

/** The manifest of the pack contoso. */
export const manifest = 'name: contoso\nversion: 1.0.0\nrequires: ">=0.1"\n'

/** A rule of a pack, whole, with some of its lines replaced. */
export function aRule(changed: Readonly<Record<string, string>> = {}): string {
  const lines = {
    title: 'A server has a name of our scheme',
    severity: 'warning',
    for: '/servers/*',
    require: 'it.name.startsWith("RDSH")',
    message: 'The name {it.name} is not of our scheme.',
    remediation: '{ text: Rename it. }',
    why: 'Backup finds it by its name.',
    sources: '[{ document: Names, section: RDS, url: "https://wiki.contoso.example/names", stance: requires }]',
    examples: `
  fails:
    - name: another name
      inventory: { servers: [{ name: SRV01 }] }
      findings: [{ pointer: /servers/0, message: The name SRV01 is not of our scheme. }]
  passes:
    - name: ours
      inventory: { servers: [{ name: RDSH01 }] }
  undecided:
    - name: nobody told the servers
      inventory: {}
      undecided: [""]
  notApplicable:
    - name: no servers
      inventory: { servers: [] }`,
    ...changed,
  }
  return `${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n`
}

/** The files of a pack in memory, by their paths; bytes of a reason are none. */
export function packOf(files: Readonly<Record<string, string | { readonly reason: string }>>): PackFiles {
  return {
    read: (path) => {
      const content = files[path]
      if (content === undefined) return { reason: 'there is no such file; check the path' }
      return typeof content === 'string' ? { bytes: new TextEncoder().encode(content) } : content
    },
    list: (folder) => {
      const inside = Object.keys(files).flatMap((path) => {
        if (!path.startsWith(`${folder}/`)) return []
        const [name = '', ...more] = path.slice(folder.length + 1).split('/')
        return [{ name, isFolder: more.length > 0 }]
      })
      return [...new Map(inside.map((entry) => [entry.name, entry])).values()]
    },
  }
}

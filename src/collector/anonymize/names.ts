import type { Pseudonyms } from './pseudonyms.ts'

/** Replaces the texts of names, each kind in a way that keeps how names relate to each other. */
export interface NameMaps {
  /** A name of a machine or domain: label by label, so that short and full names, subdomains and wildcards still fit. */
  readonly dns: (name: string) => string
  /** A group: its domain as a name, unless it is one that Windows has everywhere. */
  readonly group: (group: string) => string
  /** A path: server, share and folders each by themselves, so that what lies below a share stays the same on both sides. */
  readonly path: (path: string) => string
  /** A distinguished name: its common name as a name, the rest as words. */
  readonly subject: (subject: string) => string
  /** A database server: its name, and its instance. */
  readonly databaseServer: (server: string) => string
}

/** Gives the maps of names over one set of pseudonyms; `longNames` are the machine names that NetBIOS may cut to 15 letters. */
export function nameMaps(pseudonyms: Pseudonyms, longNames: readonly string[]): NameMaps {
  const cut = new Map(
    longNames.flatMap((name) => {
      const label = name.split('.')[0]?.toLowerCase() ?? ''
      return label.length > 15 ? [[label.slice(0, 15), label] as const] : []
    }),
  )
  return { dns, group, path, subject, databaseServer }

  function dns(name: string): string {
    if (/^\d{1,3}(?:\.\d{1,3}){3}\.?$/.test(name)) return `192.0.2.${number('address', name)}`
    if (name.includes(':')) return `2001:db8::${number('address', name)}`
    return name
      .split('.')
      .map((label) => (label === '' || label === '*' ? label : pseudonyms.of('name', label)))
      .join('.')
  }

  function number(kind: string, text: string): number {
    return Number(pseudonyms.of(kind, text).slice(kind.length + 1))
  }

  function group(text: string): string {
    const sid = /^(s-1-5-21-)[\d-]+$/i.exec(text)
    if (sid) return `${sid[1]}0-0-0-${number('sid', text)}`
    if (/^s-1-[\d-]+$/i.test(text)) return text
    const before = /^([^\\]*)\\(.*)$/s.exec(text)
    if (before) return `${groupDomain(before[1] ?? '')}\\${pseudonyms.of('group', before[2] ?? '')}`
    const after = /^(.*)@([^@]*)$/s.exec(text)
    return after
      ? `${pseudonyms.of('group', after[1] ?? '')}@${groupDomain(after[2] ?? '')}`
      : pseudonyms.of('group', text)
  }

  function groupDomain(domain: string): string {
    if (everywhere.has(domain.trim().toLowerCase())) return domain
    const label = cut.get(domain.toLowerCase())
    return dns(label ?? domain)
  }

  function path(text: string): string {
    const [, prefix = '', rest = ''] = /^((?:[\\/]{2}[?.][\\/](?:unc[\\/])?|[\\/]{2})?)(.*)$/is.exec(text) ?? []
    const isShare = /^(?:[\\/]{2}|[\\/]{2}[?.][\\/]unc[\\/])$/i.test(prefix)
    let place = isShare ? 0 : 2
    return (
      prefix +
      rest
        .split(/([\\/]+)/)
        .map((part) => (/^[\\/]*$/.test(part) ? part : segment(part, place++)))
        .join('')
    )
  }

  function segment(part: string, place: number): string {
    if (place === 0) return dns(part)
    if (/^(?:\.{1,2}|[a-z]:|%[^%]*%|UVHD-template\.vhdx)$/i.test(part)) return part
    const [, start = '', middle = '', end = ''] = /^(UVHD-)?(.*?)((?:\$|\.[a-z0-9]{1,5})?)$/is.exec(part) ?? []
    return start + pseudonyms.of(place === 1 ? 'share' : 'folder', middle) + end
  }

  function subject(text: string): string {
    if (!/^\s*[a-z.\d]+\s*=/i.test(text)) return isDnsName(text) ? dns(text) : pseudonyms.of('subject', text)
    return text.replace(
      /((?:^|[,;+])\s*[a-z.\d]+\s*=\s*)(?:"([^"]*)"|([^,;+]*))/gi,
      (_, key: string, quoted: string | undefined, plain: string | undefined) => {
        const value = quoted ?? plain ?? ''
        const pseudonym = isDnsName(value.trim()) ? dns(value.trim()) : pseudonyms.of('subject', value)
        return key + (quoted === undefined ? pseudonym : `"${pseudonym}"`)
      },
    )
  }

  function databaseServer(text: string): string {
    const [server = '', ...instance] = text.split('\\')
    return [dns(server), ...instance.map((name) => pseudonyms.of('instance', name))].join('\\')
  }
}

// German Windows translates BUILTIN and the authorities.
const everywhere: ReadonlySet<string> = new Set([
  '',
  '.',
  'builtin',
  'vordefiniert',
  'nt authority',
  'nt-autorität',
  'nt service',
])

function isDnsName(text: string): boolean {
  return /^(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?$/i.test(text)
}

import { visible } from '../model/visible.ts'

/** What GitHub makes an annotation of. */
export type AnnotationKind = 'error' | 'warning' | 'notice'

/** Gives a workflow command of GitHub Actions that annotates a place. The lines of the message stay lines; nothing in it or in a property can end the command or begin another. */
export function annotation(
  kind: AnnotationKind,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${kind} ${written.join(',')}::${lines.map(data).join('%0A')}`
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

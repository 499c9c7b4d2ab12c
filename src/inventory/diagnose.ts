import type { Diagnostic } from '../model/diagnostic.ts'
import { cap } from '../source/cap.ts'
import { locate, locateKeys } from '../source/locate.ts'
import type { Problem } from './problem.ts'

/** Gives problems their places in the text, in the order of the text; many of one kind are told as so many more. */
export function diagnose(text: string, problems: readonly Problem[]): readonly Diagnostic[] {
  if (problems.length === 0) return []
  const codes = new Set(problems.map(({ code }) => code))
  return [...codes].flatMap((kind) => {
    const alike = problems.filter(({ code }) => code === kind)
    return cap(alike, (kept) => withRegions(text, kept))
  })
}

/** Orders diagnostics by line and column; those without a place come last. */
export function byPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((one, other) => {
    if (!one.region || !other.region) return Number(!one.region) - Number(!other.region)
    return one.region.line - other.region.line || one.region.column - other.region.column
  })
}

function withRegions(text: string, problems: readonly Problem[]): readonly Diagnostic[] {
  const names = places(
    text,
    problems.filter(({ atName }) => atName),
    locateKeys,
  )
  const values = places(
    text,
    problems.filter(({ atName }) => !atName),
    locate,
  )
  return problems.map(({ code, severity, message, pointer, atName }) => {
    const region = (atName ? names : values).get(pointer)
    return { code, severity, message, ...(region && { region }) }
  })
}

function places(
  text: string,
  problems: readonly Problem[],
  find: typeof locate,
): ReturnType<ReturnType<typeof locate>> {
  return problems.length === 0 ? new Map() : find(text)(problems.map(({ pointer }) => pointer))
}

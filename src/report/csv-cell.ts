import { visible } from '../model/visible.ts'

// What a spreadsheet takes for the start of a formula: in a cell, and behind a semicolon, which separates cells where the comma is a decimal sign.
const formula = /(^|;)(\s*["']?)(?=[=+\-@＝＋－＠])/g

/** Gives a cell of CSV as RFC 4180 has it; what a spreadsheet would run as a formula is told by a `'` that it is text. */
export function csvCell(text: string): string {
  const shown = visible(text).replace(formula, "$1$2'")
  return /[",\s;]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

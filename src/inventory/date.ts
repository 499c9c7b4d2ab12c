/**
 * Whether a text that has the form of an ISO 8601 day or moment names one that exists; true for every other text,
 * of which the schema says that it is no date.
 */
export function isRealDate(text: string): boolean {
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return false
  if (text.length === 10) return true
  if (twoDigits(text, 11) > 23 || twoDigits(text, 14) > 59) return false
  if (text.charAt(16) === ':' && twoDigits(text, 17) > 59) return false
  const offset = text.length - 6
  const hasOffset = offset > 15 && '+-'.includes(text.charAt(offset))
  return !hasOffset || !(twoDigits(text, offset + 1) > 23 || twoDigits(text, offset + 4) > 59)
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Digits by code, because a pattern or Date.parse for each date would cost more than parsing the file. Not a digit: NaN or nonsense.
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}

const zero = 48

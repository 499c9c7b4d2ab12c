import { dayOf, timestampOf } from '../../model/instant.ts'
import type { Value } from '../clixml/value.ts'
import { isThing } from '../clixml/value.ts'
import { filledText } from './fields.ts'

/** A date as an inventory has it, or why there is none. */
export type ReadDate = { readonly date: string } | { readonly reason: string } | undefined

/** Reads a date: a DateTime, ISO 8601, the form of WMI, or text of some culture; that gives a day, where it reads in one way only. */
export function readDate(value: Value | undefined): ReadDate {
  const plain = isThing(value) && value.value !== undefined ? value.value : value
  const text = filledText(plain)
  if (text === undefined) return undefined
  return isoDate(text) ?? wmiDate(text) ?? cultureDate(text)
}

function isoDate(text: string): ReadDate {
  const moment = timestampOf(text)
  if (!moment) return undefined
  if (text.length === 10) return { date: text }
  const seconds = new Date(Number(moment.nanoseconds / 1_000_000n)).toISOString().replace(/\.\d+Z$/, '')
  // A time without an offset stays without one: nobody knows whose clock it was.
  return { date: /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? `${seconds}Z` : seconds }
}

// Common Information Model, "datetime": the offset is in minutes.
function wmiDate(text: string): ReadDate {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-])(\d{3})$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, sign, offset] = parts
  const minutes = Number(offset)
  const two = (number: number) => String(number).padStart(2, '0')
  return isoDate(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  )
}

function cultureDate(text: string): ReadDate {
  const ahead = /^(\d{4})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?=\D|$)/.exec(text)
  if (ahead) return dayFrom(text, ahead[1], ahead[3], ahead[4])
  const parts = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?=\D|$)/.exec(text)
  if (!parts) return { reason: `the date ${JSON.stringify(text)} has a form that is not known` }
  const [, first = '', separator, second = '', year] = parts
  // No culture writes the month first with dots.
  if (separator === '.' || Number(first) > 12 || first === second) return dayFrom(text, year, second, first)
  if (Number(second) > 12) return dayFrom(text, year, first, second)
  return { reason: `the date ${JSON.stringify(text)} reads in two ways, as day and month or as month and day` }
}

function dayFrom(text: string, year = '', month = '', day = ''): ReadDate {
  const moment = timestampOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  // Other calendars count other years.
  if (!moment || Number(year) < 1990 || Number(year) > 2200)
    return { reason: `the date ${JSON.stringify(text)} is none of the calendar` }
  return { date: dayOf(moment) }
}

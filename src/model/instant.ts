const nanosecondsPerMillisecond = 1_000_000n

/** A moment: nanoseconds since 1970-01-01T00:00:00Z. CEL's timestamp. */
export class Timestamp {
  readonly nanoseconds: bigint

  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds
  }
}

/** A span of time in nanoseconds. CEL's duration. */
export class Duration {
  readonly nanoseconds: bigint

  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds
  }
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))?)?$/

/** Reads an ISO 8601 day or moment, without an offset as UTC; undefined where the text is none or the day does not exist. */
export function timestampOf(text: string): Timestamp | undefined {
  const parts = iso.exec(text)
  if (!parts) return undefined
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = parts
  const moment = new Date(0)
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (moment.getUTCMonth() !== Number(month) - 1 || moment.getUTCDate() !== Number(day)) return undefined
  if (
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59 ||
    Number(offsetHour) > 23 ||
    Number(offsetMinute) > 59
  )
    return undefined
  moment.setUTCHours(Number(hour), Number(minute), Number(second))
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  const milliseconds = BigInt(moment.getTime() - offset * 60_000)
  return new Timestamp(milliseconds * nanosecondsPerMillisecond + BigInt(fraction.padEnd(9, '0')))
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && timestampOf(text) !== undefined
}

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Timestamp): string {
  const milliseconds =
    moment.nanoseconds / nanosecondsPerMillisecond - (moment.nanoseconds % nanosecondsPerMillisecond < 0n ? 1n : 0n)
  return new Date(Number(milliseconds)).toISOString().slice(0, 10)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRealDate } from '../../src/inventory/date.ts'
import schema from '../../src/inventory/inventory.schema.json' with { type: 'json' }
import { timestampOf } from '../../src/model/instant.ts'

test.each([
  ['2026-12-12', true],
  ['2026-04-30', true],
  ['2026-04-31', false],
  ['2026-06-31', false],
  ['2026-09-31', false],
  ['2026-11-31', false],
  ['2026-12-31', true],
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2026-00-10', false],
  ['2026-13-10', false],
  ['2026-10-00', false],
  ['2026-12-12T23:59', true],
  ['2026-12-12T24:00', false],
  ['2026-12-12T23:60', false],
  ['2026-12-12T23:59:59Z', true],
  ['2026-12-12T23:59:60Z', false],
  ['2026-12-12T10:00:00.5+05:30', true],
  ['2026-12-12T10:00-23:59', true],
  ['2026-12-12T10:00+24:00', false],
  ['2026-12-12T10:00+10:60', false],
])('of %s it is %s that the day and the hour exist', (text, exists) => {
  expect(isRealDate(text)).toBe(exists)
})

// Two digits, most of them near an edge: days, hours and minutes that exist and ones that just do not.
const digits = fc
  .oneof(fc.integer({ min: 0, max: 32 }), fc.constantFrom(59, 60), fc.integer({ min: 0, max: 99 }))
  .map(padded)
const day = fc
  .tuple(
    digits,
    fc.oneof(fc.constantFrom('00', '04', '26'), digits),
    fc.integer({ min: 0, max: 13 }).map(padded),
    digits,
  )
  .map(([century, year, month, date]) => `${century}${year}-${month}-${date}`)
const second = fc
  .tuple(digits, fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: undefined }))
  .map(([whole, part]) => (part === undefined ? `:${whole}` : `:${whole}.${part}`))
const offset = fc.oneof(
  fc.constantFrom('', 'Z'),
  fc.tuple(fc.constantFrom('+', '-'), digits, digits).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
)
const time = fc
  .tuple(digits, digits, fc.oneof(fc.constant(''), second), offset)
  .map(([hour, minute, rest, zone]) => `T${hour}:${minute}${rest}${zone}`)
const moment = fc.tuple(day, fc.oneof(fc.constant(''), time)).map((parts) => parts.join(''))

test('a text of the form of a date exists for the loader where conditions can read it', () => {
  const form = new RegExp(schema.$defs.date.pattern)
  fc.assert(
    fc.property(moment, (text) => {
      expect(text).toMatch(form)
      expect(isRealDate(text)).toBe(timestampOf(text) !== undefined)
    }),
    { numRuns: 20_000, seed: 2012 },
  )
})

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

import { expect, test } from 'vitest'
import { isRealDate } from '../../src/inventory/date.ts'

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

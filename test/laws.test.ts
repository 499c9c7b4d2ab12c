import { expect, test } from 'vitest'
import { estate } from '../scripts/estates/estate.ts'
import { counterexamples, laws } from '../scripts/laws/counterexamples.ts'
import { judge } from '../scripts/laws/judge.ts'
import { shrink } from '../scripts/laws/shrink.ts'

const estates = 2_000
const batch = 250

test.each(Array.from({ length: estates / batch }, (_, index) => 1 + index * batch))(
  'every law holds for the estates from seed %i on',
  (first) => {
    const broken = Array.from({ length: batch }, (_, index) => first + index).flatMap(counterexamples)
    expect(broken.slice(0, 1).map(shrink)).toEqual([])
  },
  120_000,
)

test('estates are the same from the same seed, and differ between seeds', () => {
  expect(estate(7)).toEqual(estate(7))
  expect(estate(7)).not.toEqual(estate(8))
})

test('estates end in every verdict, and each rule fails, passes, is undecided and does not apply in some', () => {
  const reports = Array.from({ length: 600 }, (_, index) => judge(estate(index + 1), index + 1))
  expect(new Set(reports.map(({ verdict }) => verdict))).toEqual(new Set(['ready', 'blocked', 'undecided']))
  const seen = new Map<string, { fail: number; pass: number; undecided: number }>()
  for (const { tallies } of reports) {
    for (const [rule, { fail, pass, undecided }] of Object.entries(tallies)) {
      const sum = seen.get(rule) ?? { fail: 0, pass: 0, undecided: 0 }
      seen.set(rule, { fail: sum.fail + fail, pass: sum.pass + pass, undecided: sum.undecided + undecided })
    }
  }
  const hardly = [...seen].filter(([, { fail, pass, undecided }]) => !(fail && pass && undecided)).map(([rule]) => rule)
  // The support of Windows Server 2012 R2 has ended, whatever the estate.
  expect(hardly).toEqual(['target-out-of-support'])
})

test('every change that a law makes is seen to change something', () => {
  for (const { change } of laws) {
    const changed = Array.from({ length: 20 }, (_, index) => {
      const before = estate(index + 1)
      return JSON.stringify(change(before, index + 1)) !== JSON.stringify(before)
    })
    expect(changed.filter(Boolean).length).toBeGreaterThan(15)
  }
})

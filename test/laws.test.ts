import { expect, test } from 'vitest'
import { estate } from '../scripts/estates/estate.ts'
import { targetOf } from '../scripts/estates/journey.ts'
import { counterexamples, laws } from '../scripts/laws/counterexamples.ts'
import { judge } from '../scripts/laws/judge.ts'
import { shrink } from '../scripts/laws/shrink.ts'
import { methods, type Release } from '../src/model/report.ts'

const estates = 2_000
const batch = 250
/** Whether the support of the target has ended is told by the day, whatever the estate. */
const ended = 'target-out-of-support'

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

test.each([
  // There is a way in place from each older release that a migration starts from, and none of them is two releases away.
  {
    target: '2012R2',
    onesided: ['cluster-upgrade-skips-releases', 'in-place-path-disputed', 'in-place-path-unsupported', ended],
  },
  // Each older release has its way in place here too; to the next two no way is disputed.
  { target: '2016', onesided: ['in-place-path-unsupported', ended] },
  { target: '2019', onesided: ['in-place-path-disputed', ended] },
  { target: '2022', onesided: ['in-place-path-disputed', ended] },
  { target: '2025', onesided: [ended] },
] as const)(
  'to $target, by each method, estates end in every verdict, and each rule fails, passes and is undecided in some, but for those that cannot',
  ({ target, onesided }) => {
    const reports = seedsFor(target).map((seed) => judge(estate(seed), seed))
    expect(new Set(reports.map(({ method, verdict }) => `${method} ${verdict}`))).toEqual(
      new Set(methods.flatMap((method) => ['ready', 'blocked', 'undecided'].map((verdict) => `${method} ${verdict}`))),
    )
    const seen = new Map<string, { fail: number; pass: number; undecided: number }>()
    for (const { tallies } of reports) {
      for (const [rule, { fail, pass, undecided }] of Object.entries(tallies)) {
        const sum = seen.get(rule) ?? { fail: 0, pass: 0, undecided: 0 }
        seen.set(rule, { fail: sum.fail + fail, pass: sum.pass + pass, undecided: sum.undecided + undecided })
      }
    }
    const hardly = [...seen]
      .filter(([, { fail, pass, undecided }]) => !(fail && pass && undecided))
      .map(([rule]) => rule)
    expect(hardly.toSorted()).toEqual(onesided)
  },
  120_000,
)

function seedsFor(target: Release): readonly number[] {
  return Array.from({ length: estates }, (_, index) => index + 1).filter((seed) => targetOf(seed) === target)
}

test('every change that a law makes is seen to change something', () => {
  for (const { change } of laws) {
    const changed = Array.from({ length: 20 }, (_, index) => {
      const before = estate(index + 1)
      return JSON.stringify(change(before, index + 1)) !== JSON.stringify(before)
    })
    expect(changed.filter(Boolean).length).toBeGreaterThan(15)
  }
})

import { counterexamples } from './laws/counterexamples.ts'
import { planBrokenBy } from './laws/planned.ts'
import { shrink } from './laws/shrink.ts'

/**
 * `npm run laws -- [COUNT] [FIRST]`: holds the laws against as many generated estates and shows the first that breaks one;
 * with the word `plans` before them the law of plans, against estates that are ready.
 */
const isOfPlans = process.argv[2] === 'plans'
const numbers = process.argv.slice(isOfPlans ? 3 : 2)
const count = Number(numbers[0] ?? (isOfPlans ? 20_000 : 10_000))
const first = Number(numbers[1] ?? 1)
if (!Number.isInteger(count) || !Number.isInteger(first) || count < 1) {
  say('usage: npm run laws -- [plans] [COUNT] [FIRST SEED]')
  process.exitCode = 2
} else {
  if (isOfPlans) searchPlans()
  else search()
}

function searchPlans(): void {
  const step = Math.max(1, Math.floor(count / 20))
  for (let seed = first; seed < first + count; seed++) {
    const broken = planBrokenBy(seed)
    if (broken !== undefined) {
      say(`seed ${seed} breaks the law of plans: ${broken}`)
      process.exitCode = 1
      return
    }
    if ((seed - first + 1) % step === 0) say(`${seed - first + 1} of ${count} plans: the law holds`)
  }
}

function search(): void {
  const step = Math.max(1, Math.floor(count / 20))
  for (let seed = first; seed < first + count; seed++) {
    const [broken] = counterexamples(seed)
    if (broken) {
      const { law, reason, before, after } = shrink(broken)
      say(`seed ${seed} breaks the law of ${law}: ${broken.reason}`)
      say(`made small: ${reason}\nbefore ${JSON.stringify(before)}\nafter  ${JSON.stringify(after)}`)
      process.exitCode = 1
      return
    }
    if ((seed - first + 1) % step === 0) say(`${seed - first + 1} of ${count} estates: every law holds`)
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

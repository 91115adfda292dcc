import { SECOND } from '../src/kernel/time/clock.ts'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { startBare } from './bare-bot.ts'
import type { Benchmark, Samples } from './benchmark.ts'
import { openElectorate } from './electorate.ts'
import { timeOf, withFolder } from './process.ts'
import type { Fired } from './vote-load-process.ts'
import { costOf, ratesOf, timesOf } from './vote-times.ts'

const ROUNDS = 7
/** Votes of one round; as many come before the first, for the compiler of V8. */
const VOTERS = 800

/** The bare SDK is pressed by the same people just before ours. */
async function againstBare(folder: string, rounds = ROUNDS): Promise<Samples> {
  const electorate = await openElectorate({ folder })
  const bare = await startBare(electorate.openIdUrl)
  const [other, ours]: [Fired[], Fired[]] = [[], []]
  const spentNow = () => [electorate.processor(), SECOND * timeOf(bare.child)] as const
  let before = spentNow()
  for (let round = 0; round <= rounds; round++) {
    // What the first round teaches V8 counts no more.
    if (round === 1) before = spentNow()
    const [one, two] = await electorate.press(VOTERS, [bare.target, electorate.ours])
    if (round > 0 && one && two) ours.push(two) && other.push(one)
  }
  const after = spentNow()
  await bare.stop()
  const votes = await electorate.close()
  const more = {
    'ours µs of a processor a vote': costOf(after[0] - before[0], ours),
    'bare µs of a processor an answer': costOf(after[1] - before[1], other),
    ...timesOf(ours, 'ours'),
    ...timesOf(other, 'bare'),
    'votes answered, rows and tally': votes,
  }
  return { values: ratesOf(ours), baselines: ratesOf(other), more }
}

export const vote: Benchmark = {
  name: 'vote',
  about: `people voting on their cards, 16 at once, durable, each token checked; the bare SDK, which answers nothing`,
  unit: 'votes/s',
  aims: [{ of: 'ratio', atLeast: 0.85 }],
  built: true,
  run: () => withFolder(folder => againstBare(folder)),
  // In memory: what is compared is code, not the disk.
  quick: () => withFolder(folder => againstBare(folder, 2), scratchFolder),
}

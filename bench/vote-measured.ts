import type { Benchmark, Samples } from './benchmark.ts'
import { openElectorate } from './electorate.ts'
import { withFolder } from './process.ts'

const ROUNDS = 8
const VOTERS = 800

/** By turns, and in turns: whoever goes second finds the machine warmer. Time of a processor, which others on it hardly change. */
async function sideBySide(folder: string): Promise<Samples> {
  const watched = await openElectorate({ folder, measured: true })
  const plain = await openElectorate({ folder })
  const [values, baselines]: [number[], number[]] = [[], []]
  const sides = [
    { electorate: watched, kept: values },
    { electorate: plain, kept: baselines },
  ]
  for (let round = 0; round < ROUNDS; round++) {
    for (const { electorate, kept } of round % 2 === 0 ? sides : sides.toReversed()) {
      const before = electorate.processor()
      await electorate.press(VOTERS, [electorate.ours])
      if (round > 0) kept.push((electorate.processor() - before) / VOTERS)
    }
  }
  await watched.close()
  await plain.close()
  return { values, baselines }
}

export const voteMeasured: Benchmark = {
  name: 'vote-measured',
  about: 'what a vote costs of a processor where METRICS_PORT is set; where it is not',
  unit: 'ms',
  long: true,
  built: true,
  named: true,
  run: () => withFolder(sideBySide),
}

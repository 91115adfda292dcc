import { type ReachCard, reachCard } from '../../../../src/features/people/reach/cards.ts'
import { type ReachTally, reachBy } from '../../../../src/features/people/reach/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Samples } from '../../sample.ts'
import { DIRECTIONS } from './person.ts'

/** More than one card holds, under names as long as they may be. */
const MANY = Array.from({ length: 31 }, (_, at) => ({
  id: `d${at}`,
  name: `Service ${at} `.padEnd(80, 'é'),
  headcount: 1_240,
}))

const STATES = ['installed', 'conversation', 'blocked', 'not-installed', 'expected'] as const
const tallies: ReachTally[] = ['', ...MANY.map(({ id }) => id)].flatMap((direction, at) =>
  STATES.map((state, n) => ({ direction, state, count: at % 3 === 0 ? 1 : 100 * n + at })),
)

export function peopleReachSamples(words: Words) {
  return {
    'people/reach/list': [
      reachCard(words, MANY, reachBy(MANY, tallies), 0),
      reachCard(words, MANY, reachBy(MANY, tallies), 30),
      reachCard(words, DIRECTIONS, reachBy(DIRECTIONS, []), 0),
    ],
  } satisfies Samples<ReachCard>
}

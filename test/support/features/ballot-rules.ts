import { EVERYBODY } from '../../../src/features/ballots/ballot/audience.ts'
import { SINGLE } from '../../../src/features/ballots/ballot/choice.ts'
import type { Rules } from '../../../src/features/ballots/ballot/domain.ts'

/** The rules of a ballot that asks for one choice, of everybody, from `now` (milliseconds) on. */
export function plainRules(now: number): Rules {
  return { ...SINGLE, opensAt: now, quorum: 0, results: 'live', secret: false, audience: EVERYBODY }
}

import {
  type BallotSheetCard,
  cancelledCard,
  confirmCard,
  openedCard,
} from '../../../../src/features/ballots/lifecycle/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { DAY } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot, CLOSES_AT } from './ballot.ts'

export function ballotLifecycleSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = ballot(said)
  const scheduled = { ...one, stage: 'scheduled', opensAt: CLOSES_AT - DAY, votes: 0 } as const
  return {
    'ballots/lifecycle/sheet': [
      openedCard(voice, one, 'Faire équipe · Général'),
      openedCard(voice, scheduled, 'Faire équipe · Général'),
      openedCard(voice, { ...scheduled, stage: 'draft', opensAt: undefined }, ''),
      confirmCard(voice, one),
      confirmCard(voice, scheduled),
      cancelledCard(voice, { ...scheduled, stage: 'closed', opensAt: undefined }, []),
    ],
  } satisfies Samples<BallotSheetCard>
}

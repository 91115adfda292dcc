import { SECRET } from '../../../../src/features/ballots/ballot/secret-rules.ts'
import { postedCard } from '../../../../src/features/ballots/publication/cards.ts'
import type { VotingCard } from '../../../../src/features/ballots/voting/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { atWorkshop, ballot, heavy, inChannels, tapped } from './ballot.ts'

export function ballotPublicationSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = ballot(said)
  const many = { ...ballot(text => text), ...heavy() }
  return {
    'ballots/voting/ballot': [
      postedCard(voice, one),
      postedCard(voice, many),
      postedCard(voice, { ...one, ...tapped(2) }),
      postedCard(voice, { ...one, ...tapped(5) }),
      postedCard(voice, { ...one, ...tapped(6) }),
      postedCard(voice, one, 'today'),
      postedCard(voice, { ...one, ...atWorkshop }, 'workday'),
      postedCard(voice, { ...one, ...inChannels, voters: undefined }),
      postedCard(voice, { ...one, ...SECRET }),
    ],
  } satisfies Samples<VotingCard>
}

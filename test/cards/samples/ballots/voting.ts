import { only } from '../../../../src/features/ballots/ballot/choice.ts'
import { choosingCard, type VotingCard } from '../../../../src/features/ballots/voting/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { approval, ballot, dots, heavy, secret, tapped } from './ballot.ts'

export function ballotVotingSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = ballot(said)
  const mine = { ...one, mine: only('o1') }
  const many = { ...ballot(text => text), ...heavy() }
  return {
    'ballots/voting/ballot': [
      choosingCard(voice, one),
      choosingCard(voice, mine, only('o1'), true),
      choosingCard(voice, { ...one, ...tapped(5) }),
      choosingCard(voice, { ...mine, ...tapped(5) }, undefined, true),
      choosingCard(voice, { ...one, ...tapped(6) }),
      choosingCard(voice, { ...many, kind: 'single' }, only('option00000002')),
      choosingCard(voice, { ...one, ...secret }),
      choosingCard(voice, { ...one, ...approval }, [...only('o1'), ...only('o2')]),
      choosingCard(
        voice,
        { ...many, ...approval },
        many.options.map(({ id }) => ({ option: id, points: 1 })),
        true,
      ),
      choosingCard(voice, { ...one, ...dots }, [{ option: 'o1', points: 4 }]),
      choosingCard(
        voice,
        { ...many, ...dots },
        many.options.map(({ id }) => ({ option: id, points: 3 })),
        true,
      ),
      choosingCard(voice, { ...one, ...secret, ...approval }, only('o1'), true),
    ],
  } satisfies Samples<VotingCard>
}

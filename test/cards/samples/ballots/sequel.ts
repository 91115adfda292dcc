import type { BallotResult } from '../../../../src/features/ballots/ballot/domain.ts'
import type { Sequel } from '../../../../src/features/ballots/ballot/sequel.ts'
import { resultCard, type TotalCard } from '../../../../src/features/ballots/results/cards.ts'
import { directionButtons } from '../../../../src/features/ballots/results/direction-cards.ts'
import { sequelButtons } from '../../../../src/features/ballots/results/sequel-cards.ts'
import { winnerButtons } from '../../../../src/features/ballots/results/winner-cards.ts'
import { noneForm, type SequelFormCard } from '../../../../src/features/ballots/sequel/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { atWorkshop, ballot, heavy } from './ballot.ts'

const STEP = { id: 's1', due: '2027-06-01', firstDue: '2027-05-18', by: 'Direction des lycées' } as const
const LONG = 'Lire nos courriers avec *des usagers*, [ici](https://x.example) ; '.repeat(4).slice(0, 200)

export function ballotSequelSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const over: BallotResult = { ...ballot(said), stage: 'closed', mayFollow: true, maySettle: true }
  const heaviest: BallotResult = { ...over, ...heavy() }
  const drawn = (one: BallotResult, follows: Sequel) => {
    const seen = { ...one, follows }
    const won = winnerButtons(words, seen)
    const buttons = [...won, ...sequelButtons(words, seen), ...directionButtons(voice, seen)]
    return resultCard(voice, seen, buttons)
  }
  const steps = (['promised', 'late', 'kept', 'dropped', 'promised', 'late'] as const).map((state, at) => ({
    ...STEP,
    id: `s${at}`,
    text: said(LONG),
    state,
    ...(state === 'dropped' && { word: said(LONG) }),
  }))
  return {
    'ballots/results/result': [
      drawn(over, { kind: 'awaited', due: '2027-05-18', late: false }),
      drawn(over, { kind: 'awaited', due: '2027-05-18', late: true }),
      drawn({ ...over, ...atWorkshop }, { kind: 'awaited', due: '2027-05-18', late: false }),
      drawn(over, { kind: 'none', word: said(LONG), undoUntil: over.closesAt }),
      drawn({ ...over, ...atWorkshop }, { kind: 'none' }),
      drawn({ ...over, ...atWorkshop, mayFollow: true }, { kind: 'summary' }),
      drawn(heaviest, { kind: 'steps', steps }),
    ],
    'ballots/sequel/form': [noneForm(voice, over, ''), noneForm(voice, over, said(LONG))],
  } satisfies Samples<Extract<TotalCard, { template: 'ballots/results/result' }> | SequelFormCard>
}

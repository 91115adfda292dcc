import type { Wiring } from '../../conversation/wiring.ts'
import type { AskingUsecases, WrittenUsecases } from '../asking/index.ts'
import type { BallotUsecases } from '../ballots/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { COUNT_STEMS, nightly } from './axis/schedule.ts'
import { axisStemStore } from './axis/store.ts'
import { axisGuessUsecases } from './axis/usecases.ts'
import { distressIn } from './distress/distress.ts'
import { type AskingReplies, utteranceHandlers } from './utterance/handlers.ts'
import { type Makers, makingVerbs, offering } from './utterance/making-handlers.ts'
import { relatedUsecases } from './utterance/related-usecases.ts'
import { utteranceStore } from './utterance/store.ts'
import { utteranceUsecases } from './utterance/usecases.ts'
import { waitingUsecases } from './utterance/waiting-usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ideas: Makers['ideas'] & Pick<IdeaUsecases, 'search' | 'waitingSince'>
  readonly ballots: Pick<BallotUsecases, 'running'>
  readonly commitments: Makers['commitments'] & Parameters<typeof waitingUsecases>[0]['commitments']
  readonly asking: AskingUsecases & WrittenUsecases & AskingReplies
  readonly drawn: Makers['drawn']
  /** Whether the programme is closed: it takes nothing in any more. */
  readonly isClosed: () => Promise<boolean>
}

export function wireUtterances(wiring: Wiring, deps: Deps) {
  const { transact, read, once, note, clock, ids, words, zone } = wiring
  const { programme, workshops, ideas, ballots, commitments, asking, drawn, isClosed } = deps
  const guessing = axisGuessUsecases({ store: axisStemStore, programme, transact, read })
  const { guess } = guessing
  const utterances = utteranceUsecases({
    store: utteranceStore,
    guess,
    transact,
    read,
    once,
    note,
    clock,
    ids,
  })
  const { related } = relatedUsecases({ ideas, workshops, ballots })
  const { waitingFor, openNow } = waitingUsecases({
    workshops,
    ballots,
    ideas,
    commitments,
    isClosed,
    clock,
    zone,
  })
  const making = { ideas, commitments, asking, drawn, programme, words }
  const offer = offering(making)
  const said = { utterances, guessing, related, waitingFor, offer, asking, programme, isClosed, words }
  const { verbs, concerned, ...handlers } = utteranceHandlers(said)
  return {
    openNow,
    concerned,
    troubled: (text: string) => distressIn(text) !== 'none',
    handlers: { ...handlers, verbs: { ...verbs, ...makingVerbs({ ...making, utterances }, offer) } },
    routes: [],
    schedules: [{ kind: COUNT_STEMS, next: nightly(zone), atFirst: true }],
  }
}

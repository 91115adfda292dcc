import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Ballot, BallotUsecases } from '../../ballots/index.ts'
import type { Commitment } from '../../commitments/index.ts'
import type { Idea, IdeaUsecases } from '../../ideas/index.ts'
import type { OpenNow } from '../../people/index.ts'
import type { WorkshopSeen, WorkshopUsecases } from '../../workshops/index.ts'
import { UTTERANCE_PERMISSIONS, type WaitingThing } from './domain.ts'

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ballots: Pick<BallotUsecases, 'running'>
  readonly ideas: Pick<IdeaUsecases, 'waitingSince'>
  readonly commitments: {
    readonly mine: (actor: Actor, limit: number) => Promise<{ readonly items: readonly Commitment[] }>
  }
  readonly isClosed: () => Promise<boolean>
  readonly clock: Clock
  readonly zone: string
}

/** As many as a greeting shows, and things of each kind looked through. */
const SHOWN = 3
const LOOKED_AT = 20
/** How near a workshop or the end of a commitment is to be spoken of. */
const NEAR = 14 * DAY

export type WaitingUsecases = ReturnType<typeof waitingUsecases>

export function waitingUsecases(parts: Parts) {
  const { workshops, ballots, ideas, commitments, isClosed, clock, zone } = parts

  async function ofWorkshops(actor: Actor): Promise<readonly WaitingThing[]> {
    const now = clock.now()
    const { items } = await workshops.coming(actor, LOOKED_AT)
    const offered = ({ mine, offeredUntil = 0 }: WorkshopSeen) => mine === 'offered' && offeredUntil > now
    const soon = ({ mine, startsAt, stage }: WorkshopSeen) =>
      mine === 'yes' && startsAt <= now + NEAR && stage !== 'cancelled'
    const offers = items
      .filter(offered)
      .map(({ id, title, offeredUntil = 0 }) => ({ kind: 'offer' as const, id, title, at: offeredUntil }))
    const next = items
      .filter(soon)
      .slice(0, 1)
      .map(({ id, title, startsAt }) => ({ kind: 'workshop' as const, id, title, at: startsAt }))
    return [...offers, ...next]
  }

  async function ofBallots(actor: Actor): Promise<readonly WaitingThing[]> {
    const { items } = await ballots.running(actor, LOOKED_AT)
    const asks = (ballot: Ballot & { readonly called?: boolean; readonly mine?: unknown }) =>
      ballot.called === true && ballot.mine === undefined
    return items
      .filter(asks)
      .slice(0, 1)
      .map(({ id, question, closesAt }) => ({ kind: 'ballot', id, title: question, at: closesAt }))
  }

  async function ofIdeas({ leads = [] }: Actor): Promise<readonly WaitingThing[]> {
    const [direction] = leads
    if (direction === undefined) return []
    const found: readonly Idea[] = await ideas.waitingSince(direction, clock.now(), 1)
    return found.map(({ id, text }) => ({ kind: 'idea', id, title: text }))
  }

  async function ofCommitments(actor: Actor): Promise<readonly WaitingThing[]> {
    const { items } = await commitments.mine(actor, LOOKED_AT)
    const until = dateIn(clock.now() + NEAR, zone)
    return items
      .filter(({ state, horizon }) => state === 'taken' && horizon <= until)
      .toSorted((one, other) => (one.horizon < other.horizon ? -1 : 1))
      .slice(0, 1)
      .map(({ id, text, horizon }) => ({ kind: 'commitment', id, title: text, horizon }))
  }

  return {
    /** What waits for somebody, the most pressing first; three at most. */
    async waitingFor(actor: Actor): Promise<readonly WaitingThing[]> {
      const acts = may(UTTERANCE_PERMISSIONS.read, actor.role)
      const found = [
        await ofWorkshops(actor),
        acts ? await ofBallots(actor) : [],
        await ofIdeas(actor),
        acts ? await ofCommitments(actor) : [],
      ]
      return found.flat().slice(0, SHOWN)
    },

    /** What somebody can do just now. */
    async openNow(actor: Actor): Promise<OpenNow> {
      const begin = !(await isClosed())
      const acts = begin && may(UTTERANCE_PERMISSIONS.read, actor.role)
      const { items } = await workshops.coming(actor, LOOKED_AT)
      return {
        vote: acts && (await ofBallots(actor)).length > 0,
        workshop: items.some(({ stage }) => stage === 'announced' || stage === 'full'),
        begin,
      }
    },
  }
}

import { z } from 'zod'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact, kept, share } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { CommitmentUsecases } from '../../commitments/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Message, Subject } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import { appointedInput, isStill } from '../rules/appointment.ts'
import { isAsked, lookedAfter } from '../rules/domain.ts'
import type { NudgeUsecases } from '../rules/usecases.ts'
import { relayNudge, relaySummary } from './appointment-cards.ts'
import { closingNudge, closingSummary, myBallotNudge } from './ballot-cards.ts'
import {
  ideasNudge,
  ideasTitle,
  type NudgeCardContext,
  type Placed,
  workshopNudge,
  workshopSummary,
} from './cards.ts'
import { horizonsNudge, horizonsTitle, silenceNudge, silenceTitle } from './direction-commitment-cards.ts'
import { hasSeat, horizonNudge, horizonTitle, seatNudge, seatSummary } from './personal-cards.ts'

export type DrawParts = {
  readonly nudges: Pick<NudgeUsecases, 'waitingIn'>
  readonly workshops: Pick<WorkshopUsecases, 'show'> & { readonly calendarOf: (workshop: string) => string }
  readonly ideas: Pick<IdeaUsecases, 'axesSince'>
  readonly ballots: Pick<BallotUsecases, 'show'>
  readonly commitments: Pick<CommitmentUsecases, 'show' | 'today'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly clock: Clock
  /** When the channels of its Direction last had a post about the thing of a message, in milliseconds. */
  readonly publishedAt: (subject: Subject) => Promise<number | undefined>
}

/** What a nudge is rendered from. `item`: index in a digest. */
export type NudgeMessage = Pick<Message, 'id' | 'round' | 'topic' | 'subject' | 'sentAt'> & {
  readonly item?: string
}
/** `due`: whether it is still worth sending. */
export type DrawnNudge = { readonly card: CardOf; readonly summary: string; readonly due: boolean }
export type DrawNudge = (actor: Actor, message: NudgeMessage, typed?: string) => Promise<DrawnNudge>
type DrawnTopic = Exclude<
  Message['topic'],
  | 'digest'
  | 'my-step'
  | 'my-trial'
  | 'look-in'
  | 'step-asked'
  | 'step-late'
  | 'idea-answered'
  | 'moderated'
  | 'workshop-moved'
  | 'seat-offered'
  | 'workshop-opens'
  | 'facilitating'
  | 'workshop-feedback'
  | 'broadcast'
>

export type NudgeDrawers = Readonly<Record<DrawnTopic, DrawNudge>>

const id = z.string().regex(ID)
const days = z.number().int().min(0).default(10)
const count = z.number().int().min(0).default(0)
const ofWorkshop = z.object({ workshop: id })
const ofIdeas = z.object({ idea: id, days })
const ofAxis = z.object({ axis: id, since: z.number() })
const ofBallot = z.object({ ballot: id, own: count.optional(), average: count.optional() })
const ofCommitment = z.object({ commitment: id, horizon: z.string() })
const ofHorizons = z.object({ count: z.number(), at: z.number() })

export function shownOf({ id, round, subject, item = '' }: NudgeMessage): Placed {
  return { id, round, direction: String(subject.direction ?? ''), item }
}

/** Renderers by topic, from the current state. */
export function drawing(parts: DrawParts): NudgeDrawers {
  const { nudges, workshops, ideas, ballots, commitments, people, programme, words, clock } = parts
  const contextOf = (actor: Actor): NudgeCardContext => ({ words: words(actor.language), programme })

  async function placed(message: NudgeMessage): Promise<Placed> {
    const publishedAt = await parts.publishedAt(message.subject)
    return { ...shownOf(message), ...(publishedAt !== undefined && { publishedAt }) }
  }

  async function workshop(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const found = await workshops.show(actor, parse(ofWorkshop, message.subject).workshop)
    const card = workshopNudge(contextOf(actor), await placed(message), found, clock.now())
    const summary = workshopSummary(words(actor.language), found, clock.now())
    return { card, summary, due: isAsked(found, clock.now()) }
  }

  async function waiting(actor: Actor, message: NudgeMessage, typed = ''): Promise<DrawnNudge> {
    const subject = parse(ofIdeas, message.subject)
    const shown = shownOf(message)
    const [idea, next] = await nudges.waitingIn(shown.direction, subject.days)
    const asked = { idea, more: next !== undefined, typed, days: subject.days }
    const card = ideasNudge(contextOf(actor), shown, asked)
    // When another idea has become the oldest, tomorrow's run tells of that one.
    return { card, summary: ideasTitle(words(actor.language), asked), due: idea?.id === subject.idea }
  }

  async function silence(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const { axis, since } = parse(ofAxis, message.subject)
    const shown = await placed(message)
    const spoken = (await ideas.axesSince(shown.direction, since)).includes(axis)
    const context = contextOf(actor)
    const silent = { axis, spoken }
    return {
      card: silenceNudge(context, shown, silent),
      summary: silenceTitle(context, silent),
      due: !spoken,
    }
  }

  async function closing(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const { ballot: ballotId, own, average } = parse(ofBallot, message.subject)
    const ballot = await ballots.show(actor, ballotId)
    const shown = await placed(message)
    const headcount = programme.direction(shown.direction)?.headcount ?? 0
    // Estimated at the rule's run: repeated readings reveal no more than the first.
    const figures = own !== undefined && average !== undefined
    const turnout = figures ? { own: share(kept(own), headcount), average } : undefined
    const card = closingNudge(contextOf(actor), shown, ballot, turnout)
    const summary = closingSummary(words(actor.language), ballot, false)
    return { card, summary, due: ballot.stage === 'open' }
  }

  async function horizons(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const { count, at } = parse(ofHorizons, message.subject)
    const due = clock.now() <= at
    const found = { count: exact('shared', count), until: at, open: due }
    const context = contextOf(actor)
    return {
      card: horizonsNudge(context, shownOf(message), found),
      summary: horizonsTitle(context, found),
      due,
    }
  }

  async function seat(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const found = await workshops.show(actor, parse(ofWorkshop, message.subject).workshop)
    const now = clock.now()
    const calendar = workshops.calendarOf(found.id)
    const card = seatNudge(contextOf(actor), message, found, { calendar, now })
    // Moved to another day: the rule will tell of that one.
    const due = hasSeat(found) && found.startsAt === message.subject.at
    return { card, summary: seatSummary(words(actor.language), found, now), due }
  }

  async function myBallot(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const ballot = await ballots.show(actor, parse(ofBallot, message.subject).ballot)
    const due = ballot.stage === 'open' && ballot.mine === undefined
    const summary = closingSummary(words(actor.language), ballot, true)
    return { card: myBallotNudge(contextOf(actor), message, ballot), summary, due }
  }

  async function myHorizon(actor: Actor, message: NudgeMessage): Promise<DrawnNudge> {
    const { commitment: commitmentId, horizon } = parse(ofCommitment, message.subject)
    const found = await commitments.show(actor, commitmentId)
    const w = words(actor.language)
    const card = horizonNudge({ words: w, programme }, message, found, commitments.today())
    return {
      card,
      summary: horizonTitle(w, found),
      due: found.state === 'taken' && found.horizon === horizon,
    }
  }

  async function relay(actor: Actor, { id, round, subject }: NudgeMessage): Promise<DrawnNudge> {
    const appointed = parse(appointedInput, subject)
    const context = contextOf(actor)
    const name = (await people.names([appointed.other])).get(appointed.other) ?? ''
    const card = relayNudge(context, { id, round }, appointed, name)
    return { card, summary: relaySummary(context, appointed), due: isStill(actor, appointed) }
  }

  return {
    'workshop-soon': workshop,
    'workshop-tomorrow': workshop,
    'ideas-waiting': waiting,
    'axis-silent': silence,
    'ballot-closing': closing,
    horizons,
    'my-workshop-tomorrow': seat,
    'my-ballot-closing': myBallot,
    'my-horizon': myHorizon,
    relay,
  }
}

/** Whether the person still answers for its Direction, and the rule still exists. */
export function isStillFor(
  actor: Actor,
  { topic, subject }: Pick<NudgeMessage, 'topic' | 'subject'>,
  programme: Pick<Programme, 'nudges'>,
): boolean {
  const { direction, rule } = subject
  const known = rule === undefined || programme.nudges.some(each => each.id === rule && !each.off)
  const mine = direction === undefined || lookedAfter(actor).includes(String(direction))
  return topic === 'relay' || (known && mine)
}

/** Undefined when the thing was deleted. */
export async function drawnOrGone(drawn: Promise<DrawnNudge>): Promise<DrawnNudge | undefined> {
  return drawn.catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}

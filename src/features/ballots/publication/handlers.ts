import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type ChannelUsecases, PUT_RIGHT, postsIn } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import * as cards from '../ballot/cards.ts'
import type { BallotResult } from '../ballot/domain.ts'
import type { ListUsecases } from '../ballot/list-usecases.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import type { LastDayUsecases } from '../lifecycle/last-day-usecases.ts'
import type { LifecycleUsecases } from '../lifecycle/usecases.ts'
import { resultCard } from '../results/cards.ts'
import { directionButtons } from '../results/direction-cards.ts'
import { winnerButtons } from '../results/winner-cards.ts'
import type { SequelUsecases } from '../sequel/usecases.ts'
import { postedBallot } from './cards.ts'

/** What happens to an idea by which the steps that stand on it are read, or no longer. */
const MOVED: readonly string[] = ['studied', 'retained', 'aside', 'merged', 'unmerged', 'hidden', 'restored']

type Parts = {
  readonly shown: ShowUsecases['posted']
  readonly lately: ListUsecases['lately']
  readonly conclude: LifecycleUsecases['conclude']
  readonly sequels: Pick<SequelUsecases, 'keep' | 'showing' | 'awaitedAt'>
  readonly lastDays: Pick<LastDayUsecases, 'nearness' | 'isDue'>
  readonly announced: ChannelUsecases['announced']
  readonly programme: Pick<Programme, 'axis' | 'directions'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly cardContextOf: BallotReplies['cardContextOf']
}

/** The cards of a ballot in its channels: posted, and edited as it ends. */
export function publicationHandlers(parts: Parts) {
  const { shown, lately, conclude, sequels, lastDays, announced, home, cardContextOf } = parts

  /** The result, as everybody in its channels reads it. */
  function resultOf(found: BallotResult): Reply {
    const context = cardContextOf(home)
    const seeMine = cards.button(context.words.say('ballot.seeMine'), 'ballots.mine', { ballot: found.id })
    const after = [...winnerButtons(context.words, found), ...directionButtons(context, found)]
    const card = resultCard(context, found, [...after, seeMine])
    return { card, language: home, summary: cards.summaryOf(context, found) }
  }

  /** The current card, for each channel that can be posted to, or for those of one `team`. */
  async function post(ballot: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await shown(ballot)
    if (!found) return []
    if (found.stage === 'closed') await sequels.keep(found)
    const what = { thing: 'ballot', id: ballot } as const
    const reply =
      found.stage === 'open' ? postedBallot(parts, found, await lastDays.nearness(found)) : resultOf(found)
    const again = team === undefined ? undefined : { team, ended: found.stage === 'closed' }
    return postsIn(what, await announced(what), reply, again)
  }

  /** The bot can write to a team again: edits the cards that went out of date. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    const cards = (await lately(PUT_RIGHT)).map(id => post(id, team))
    return (await Promise.all(cards)).flat()
  }

  /** What follows has changed: of a ballot, or of an idea that won some. */
  async function followed(kind: string, id: string): Promise<readonly Outgoing[]> {
    if (kind === 'ballot') return post(id)
    if (kind !== 'idea') return []
    return (await Promise.all((await sequels.showing(id)).map(ballot => post(ballot)))).flat()
  }

  /** The summary of a workshop says what follows of the votes that were held there. */
  async function summarised(workshop: string): Promise<readonly Outgoing[]> {
    return (await Promise.all((await sequels.awaitedAt(workshop)).map(ballot => post(ballot)))).flat()
  }

  /** Heard once, of the first page of those who are told of it. */
  async function moved({ idea, step, after }: Fact['payload']): Promise<readonly Outgoing[]> {
    return after === '' && MOVED.includes(String(step)) ? followed('idea', String(idea)) : []
  }

  return {
    facts: {
      'ideas.stepped': ({ payload }) => moved(payload),
      'steps.changed': ({ payload }) => followed(String(payload.kind), String(payload.id)),
      'ideas.summarised': ({ payload }) => summarised(String(payload.workshop)),
      'ballots.sequel': ({ payload }) => post(String(payload.ballot)),
      'ballots.changed': ({ payload }) => post(String(payload.ballot)),
      'ballots.last-day': async ({ payload }) => {
        const ballot = String(payload.ballot)
        return (await lastDays.isDue(ballot)) ? post(ballot) : []
      },
      'ballots.due': async ({ payload }) => {
        await conclude(String(payload.ballot))
        return post(String(payload.ballot))
      },
      'channels.back': ({ payload }) => putRight(String(payload.team)),
    },
  } satisfies Handlers
}

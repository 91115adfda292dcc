import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import { PUT_RIGHT, postsIn } from '../../channels/index.ts'
import * as cards from '../ballot/cards.ts'
import type { BallotResult } from '../ballot/domain.ts'
import { openingVerbs } from '../lifecycle/handlers.ts'
import { type AnswerParts, answersOf } from '../lifecycle/reply-handlers.ts'
import { resultCard } from '../results/cards.ts'
import { directionButtons } from '../results/direction-cards.ts'
import { winnerButtons } from '../results/winner-cards.ts'
import { type TableHandlerParts, tableVerbs } from '../table-votes/handlers.ts'
import { votePart } from '../voting/handlers.ts'
import { postedBallot } from './cards.ts'

export function ballotHandlers(parts: AnswerParts & TableHandlerParts): Handlers {
  const { ballots, channels, home, ideas, secrets, lastDays } = parts
  const answers = answersOf(parts)
  const { voiceOf } = answers
  const { commands, verbs } = votePart(parts, answers)

  /** What came of it, as everybody in its channels reads it. */
  function resultOf(found: BallotResult): Reply {
    const voice = voiceOf(home)
    const seeMine = cards.button(voice.words.say('ballot.seeMine'), 'ballots.mine', { ballot: found.id })
    const after = [...winnerButtons(voice.words, found), ...directionButtons(voice, found)]
    const card = resultCard(voice, found, [...after, seeMine])
    return { card, language: home, summary: cards.summaryOf(voice, found) }
  }

  /** The card as it must stand now in each channel that can be posted to, or in those of one `team`. */
  async function post(ballot: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await ballots.posted(ballot)
    if (!found) return []
    const what = { thing: 'ballot', id: ballot } as const
    const reply =
      found.stage === 'open' ? postedBallot(parts, found, await lastDays.nearness(found)) : resultOf(found)
    const again = team === undefined ? undefined : { team, ended: found.stage === 'closed' }
    return postsIn(what, await channels.announced(what), reply, again)
  }

  /** The bot can write in a team again: its cards are put right. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    const cards = (await ballots.lately(PUT_RIGHT)).map(id => post(id, team))
    return (await Promise.all(cards)).flat()
  }

  /** A ballot shows none of the words that organisers hide; what was voted for them stays. */
  async function retitle(id: string): Promise<void> {
    const idea = await ideas.posted(id)
    if (!idea) return
    const { say } = voiceOf(home).words
    const instead = idea.state === 'withdrawn' ? 'idea.withdrawn' : 'idea.hidden.title'
    await ballots.retitle(id, idea.hidden || idea.state === 'withdrawn' ? say(instead) : idea.text)
  }

  return {
    commands,
    verbs: { ...openingVerbs(parts, answers), ...tableVerbs(parts, answers), ...verbs },
    facts: {
      'ballots.changed': ({ payload }) => post(String(payload.ballot)),
      'ballots.last-day': async ({ payload }) => {
        const ballot = String(payload.ballot)
        return (await lastDays.isDue(ballot)) ? post(ballot) : []
      },
      'channels.back': ({ payload }) => putRight(String(payload.team)),
      'ballots.opening': async ({ payload }) => {
        await ballots.begin(String(payload.ballot))
        return []
      },
      'ballots.due': async ({ payload }) => {
        await ballots.conclude(String(payload.ballot))
        return post(String(payload.ballot))
      },
      'ballots.scrub': async () => {
        await secrets.scrub()
        return []
      },
      'ideas.moderated': async ({ payload }) => {
        await retitle(String(payload.idea))
        return []
      },
      'people.direction-chosen': async ({ payload }) => {
        await ballots.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}

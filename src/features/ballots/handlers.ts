import type { Handlers } from '../../conversation/handlers.ts'
import type { Outgoing } from '../../conversation/reply.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type AnswerParts, answersOf } from './answer-handlers.ts'
import * as cards from './cards.ts'
import { openingVerbs } from './opening-handlers.ts'
import { resultCard } from './total-cards.ts'
import { votePart } from './vote-handlers.ts'

export function ballotHandlers(parts: AnswerParts): Handlers {
  const { ballots, channels, home } = parts
  const answers = answersOf(parts)
  const { voiceOf } = answers
  const { commands, verbs } = votePart(parts, answers)

  /** The channel's card as it must stand now; nothing when the channel is gone. */
  async function post(ballot: string): Promise<readonly Outgoing[]> {
    const found = await ballots.posted(ballot)
    if (!found) return []
    const channel = await channels.find(found.channel).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (!channel) return []
    const voice = voiceOf(home)
    const seeMine = cards.button(voice.words.say('ballot.seeMine'), 'ballots.mine', { ballot })
    const card = found.stage === 'open' ? cards.postedCard(voice, found) : resultCard(voice, found, [seeMine])
    const summary = cards.summaryOf(voice, found)
    return [{ to: channel.address, key: `ballot:${ballot}`, reply: { card, language: home, summary } }]
  }

  return {
    commands,
    verbs: { ...openingVerbs(parts, answers), ...verbs },
    facts: {
      'ballots.changed': ({ payload }) => post(String(payload.ballot)),
      'ballots.due': async ({ payload }) => {
        await ballots.conclude(String(payload.ballot))
        return post(String(payload.ballot))
      },
      'people.direction-chosen': async ({ payload }) => {
        await ballots.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}

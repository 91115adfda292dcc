import type { FactHandler } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Announced, type ChannelUsecases, PUT_RIGHT, postsIn } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { decidedCard, decidedSummary, goneDecision } from './cards.ts'
import type { DecisionReading } from './seen-usecases.ts'

type Parts = {
  readonly decisions: Pick<DecisionReading, 'posted' | 'decidedOf' | 'postedSince'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

/** Limit of cards that are put right at once. */
const LATELY = 200

/** A decision's card in the channels of its Directions: posted once, drawn again as what it shows changes. */
export function decisionChannelFacts(parts: Parts): Readonly<Record<string, FactHandler>> {
  const { decisions, channels, programme, words, home, clock } = parts

  async function cardOf(id: string) {
    const w = words(home)
    const found = await decisions.posted(id)
    if (!found) return { shown: false, card: goneDecision(w), summary: w.say('initiative.gone') }
    const { trial, next } = found
    const card = decidedCard({ words: w, programme }, trial, { next, mayFollow: false })
    return { shown: true, card, summary: decidedSummary(w, trial) }
  }

  /** With `team`, only in channels of that team. One that nobody may read is never posted anew. */
  async function post(id: string, team?: string): Promise<readonly Outgoing[]> {
    const what: Announced = { thing: 'trial', id }
    const found = await channels.announced(what)
    const there = team === undefined ? found : found.filter(({ teamId }) => teamId === team)
    if (there.length === 0) return []
    const { shown, card, summary } = await cardOf(id)
    const posts = postsIn(what, there, { card, language: home, summary })
    return shown ? posts : posts.map(one => ({ ...one, editOnly: true }))
  }

  /** One that was taken away meanwhile has no card. */
  const quietly = (id: string, team?: string): Promise<readonly Outgoing[]> =>
    post(id, team).catch(error => {
      if (error instanceof Refusal) return []
      throw error
    })

  async function all(ids: readonly string[], team?: string): Promise<readonly Outgoing[]> {
    return (await Promise.all(ids.map(id => quietly(id, team)))).flat()
  }

  /** Its idea is hidden, shown again, or looks different. */
  const ofIdea: FactHandler = async ({ payload }) => all(await decisions.decidedOf(String(payload.idea)))

  return {
    'trials.post-changed': ({ payload }) => quietly(String(payload.trial)),
    'ideas.changed': ofIdea,
    'ideas.moderated': ofIdea,
    'steps.changed': async ({ payload: { kind, id } }) => (kind === 'trial' ? quietly(String(id)) : []),
    'channels.back': async ({ payload }) =>
      all(await decisions.postedSince(clock.now() - PUT_RIGHT, LATELY), String(payload.team)),
  }
}

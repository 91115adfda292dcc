import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Channel, ChannelUsecases } from '../../channels/index.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { postedCard } from './cards.ts'
import type { IdeaAxes } from './frame-cards.ts'
import type { IdeaReplies } from './reply-handlers.ts'

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'posted' | 'lately'>
  readonly channels: Pick<ChannelUsecases, 'find' | 'isShut'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly home: Language
}

const nothing: Promise<readonly Outgoing[]> = Promise.resolve([])

/** An idea's card in a channel: posted once, then edited. */
export function channelCardHandlers(
  { ideas, channels, programme, words, home }: Parts,
  { reply }: IdeaReplies,
): Handlers & { readonly postedReply: (idea: string) => Promise<Reply> } {
  /** The public answer to an idea typed in a channel: its card, which will be edited later. */
  async function postedReply(idea: string): Promise<Reply> {
    const found = await ideas.posted(idea)
    if (!found) throw new Refusal('gone')
    const card = postedCard(words(home), programme, found)
    return { card, language: home, summary: found.text, postKey: `idea:${idea}` }
  }

  /** The channel if it can be posted to; undefined for any other and for a chat. */
  async function findChannel(id: string): Promise<Channel | undefined> {
    return channels.find(id).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  /** Posts or edits the idea's card; with `team`, only in a channel of that team. */
  async function postIdea(idea: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await ideas.posted(idea)
    if (found?.channel === undefined) return []
    const { address, state, hidden } = found
    const place = await findChannel(found.channel)
    if (team !== undefined && place?.teamId !== team) return []
    const to = address ?? place?.address
    if (to === undefined || (await channels.isShut(found.channel))) return []
    const { say } = words(home)
    const withdrawn = state === 'withdrawn'
    const gone = withdrawn || hidden !== undefined
    const title = withdrawn ? say('idea.withdrawn') : say('idea.hidden.title')
    const summary = gone ? title : found.text
    const card = postedCard(words(home), programme, found)
    const outgoing = { to, key: `idea:${idea}`, reply: reply(home, card, summary) }
    // In a thread the card was the answer to the typed message: should that answer be lost, none is posted anew,
    // nor is one posted for an idea that was taken back or hidden before.
    return [address === undefined && !gone ? outgoing : { ...outgoing, editOnly: true }]
  }

  /** What follows of it has changed: it stands on the card of the idea that leads, where they are joined. */
  async function postFollowed(idea: string): Promise<readonly Outgoing[]> {
    const found = await ideas.posted(idea)
    return found ? postIdea(found.root ?? idea) : []
  }

  /** The bot can write to a team again: edits the cards that went out of date. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    return (await Promise.all((await ideas.lately()).map(id => postIdea(id, team)))).flat()
  }

  return {
    postedReply,
    facts: {
      'ideas.changed': ({ payload }) => postIdea(String(payload.idea)),
      'steps.changed': ({ payload }) =>
        payload.kind === 'idea' ? postFollowed(String(payload.id)) : nothing,
      'channels.back': ({ payload }) => putRight(String(payload.team)),
    },
  }
}

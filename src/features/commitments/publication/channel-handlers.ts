import type { FactHandler } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Announced, type ChannelUsecases, PUT_RIGHT, postsIn } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { STORY_CHANGED } from '../stories/domain.ts'
import { emptyPost, storyPost } from './cards.ts'
import type { StoryPublicationUsecases } from './usecases.ts'

type Parts = {
  readonly publication: Pick<StoryPublicationUsecases, 'posted' | 'changed'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

/** Limit of cards that are put right at once. */
const LATELY = 200

/** A story's card in channels: posted when it is published, emptied when its words are to be read no more. */
export function storyChannelFacts(parts: Parts): Readonly<Record<string, FactHandler>> {
  const { publication, channels, programme, words, home, clock } = parts

  /** With `team`, only in channels of that team. An emptied card is never posted anew. */
  async function cardsOf(id: string, team?: string): Promise<readonly Outgoing[]> {
    const story = await publication.posted(id)
    const w = words(home)
    const card = story ? storyPost({ words: w, programme }, story) : emptyPost(w)
    const summary = story ? story.text : w.say('story.post.gone')
    const what: Announced = { thing: 'story', id }
    const found = await channels.announced(what)
    const there = team === undefined ? found : found.filter(({ teamId }) => teamId === team)
    const posts = postsIn(what, there, { card, language: home, summary })
    return story ? posts : posts.map(post => ({ ...post, editOnly: true }))
  }

  return {
    [STORY_CHANGED]: ({ payload }) => cardsOf(String(payload.story)),
    'channels.back': async ({ payload }) => {
      const ids = await publication.changed(clock.now() - PUT_RIGHT, LATELY)
      return (await Promise.all(ids.map(id => cardsOf(id, String(payload.team))))).flat()
    },
  }
}

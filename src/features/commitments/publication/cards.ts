import { overflowed } from '../../../cards/overflow.ts'
import type {
  ActsPart,
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { button, type CommitmentButton, ICON } from '../commitment/cards.ts'
import type { ReadyStory } from './domain.ts'

export type ReadyStoryCard = CardOf<
  'commitments/publication/ready',
  HeaderPart &
    TitlePart &
    FactsPart &
    ActsPart &
    TabPart &
    FootPart &
    FooterPart & { readonly text: SafeText | '' }
>
export type StoryPostCard = CardOf<
  'commitments/publication/post',
  HeaderPart & TitlePart & FactsPart & ButtonsPart & FooterPart
>

type PublicationCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'direction'>
}

function nameOf({ words, programme }: PublicationCardContext, direction: string): string {
  return safe(programme.direction(direction)?.name ?? words.say('message.direction'))
}

function signed({ say }: Words, { signature }: ReadyStory): string {
  return signature === '' ? say('story.post.unsigned') : safe(signature)
}

/** What its pilot may do: the words are theirs alone who wrote them. */
function actsOn({ say }: Words, { id, state, turn }: ReadyStory, open: boolean): CommitmentButton[] {
  const aside = (to: boolean) => ({ story: id, aside: to ? 'on' : 'off' })
  if (state === 'aside') return [button(say('undo'), 'commitments.set-story-aside', aside(false))]
  if (state === 'published')
    return [button(say('story.take-down'), 'commitments.set-story-aside', aside(true))]
  const publish = button(say('nudge.post.send'), 'commitments.publish-story', { story: id, turn })
  return [...(open ? [publish] : []), button(say('story.aside'), 'commitments.set-story-aside', aside(true))]
}

/** Where it stands or would stand; of one that waits while nothing can be posted, that too. */
function whereText({ say }: Words, { state }: ReadyStory, places: string): string {
  if (places === '') return state === 'told' ? say('story.where.none') : ''
  return say(state === 'published' ? 'story.where.now' : 'story.where', { places: safe(places) })
}

const TITLES = { told: 'story.ready', aside: 'story.ready.aside', published: 'story.out' } as const

/** The pilot's message on which it was opened; `text`: what was typed there, not sent, as an answer to `idea`. */
export type FromMessage = Pick<Message, 'id' | 'round'> & { readonly idea: string; readonly text: string }

type Around = {
  /** Where it stands or would stand, unescaped; '' when that does not matter, or, of one that waits, nowhere. */
  readonly places: string
  /** Cursor of the next that waits. */
  readonly next?: string | undefined
  readonly from?: FromMessage | undefined
}

/** What leads back to that message: every button carries it. */
function carried(from: FromMessage | undefined): Readonly<Record<string, string | number>> {
  if (!from) return {}
  const { id, round, idea, text } = from
  return { message: id, round, ...(text !== '' && { idea, text: prefilled(text) }) }
}

/** Back to that message, and why it came; nothing where it was opened elsewhere. */
function footOf(words: Words, from: FromMessage | undefined): FootPart {
  if (!from) return { foot: [] }
  const back = {
    ...button(words.say('message.back'), from.text === '' ? 'nudges.message' : 'nudges.week', carried(from)),
    mode: 'primary',
  } as const
  return { foot: [back, ...foot(words, from, false).foot] }
}

const IN_TAB = { inTab: { tab: 'personal', wanted: 'cockpit' } } as const

/** One that its pilot may publish, word for word as the channel would show it. */
export function readyCard(
  context: PublicationCardContext,
  story: ReadyStory,
  { places, next, from }: Around,
): ReadyStoryCard {
  const { words } = context
  const { say } = words
  const { direction, text, state, at } = story
  const more =
    next === undefined ? [] : [button(say('story.next'), 'commitments.stories', { direction, after: next })]
  const acts = [...actsOn(words, story, places !== ''), ...more]
  const where = whereText(words, story, places)
  return {
    template: 'commitments/publication/ready',
    data: {
      ...IN_TAB,
      icon: ICON,
      kind: say('story.post.kind', { direction: nameOf(context, direction) }),
      title: say(TITLES[state]),
      text: safe(text),
      facts: [
        { icon: 'Person', text: signed(words, story) },
        { icon: 'CalendarLtr', text: say('story.ready.on', { date: words.shortDay(at) }) },
        ...(where === '' ? [] : [{ icon: 'Megaphone', text: where }]),
      ],
      buttons: overflowed(acts.map(act => ({ ...act, data: { ...act.data, ...carried(from) } }))),
      ...footOf(words, from),
      footer: state === 'told' ? say('story.ready.rules') : '',
    },
  }
}

/** Nothing waits. */
export function noneCard(
  context: PublicationCardContext,
  direction: string,
  from?: FromMessage,
): ReadyStoryCard {
  return {
    template: 'commitments/publication/ready',
    data: {
      ...IN_TAB,
      icon: ICON,
      kind: context.words.say('story.post.kind', { direction: nameOf(context, direction) }),
      title: context.words.say('story.none'),
      text: '',
      facts: [],
      buttons: [],
      ...footOf(context.words, from),
      footer: '',
    },
  }
}

/** The card in a channel: the words, and who signs them. Neither the commitment, nor its axis, nor its owner's name. */
export function storyPost(context: PublicationCardContext, story: ReadyStory): StoryPostCard {
  const { words } = context
  return {
    template: 'commitments/publication/post',
    data: {
      icon: ICON,
      kind: words.say('story.post.kind', { direction: nameOf(context, story.direction) }),
      title: safe(story.text),
      facts: [{ icon: 'Person', text: signed(words, story) }],
      buttons: [button(words.say('command.engager'), 'commitments.form')],
      footer: words.say('story.post.rules'),
    },
  }
}

/** What is left in a channel once the words were withdrawn, taken out, or erased with their author. */
export function emptyPost({ say }: Words): StoryPostCard {
  return {
    template: 'commitments/publication/post',
    data: {
      icon: ICON,
      kind: say('commit.kind.plain'),
      title: say('story.post.gone'),
      facts: [],
      buttons: [],
      footer: '',
    },
  }
}

/** Confirms where it stands. `places`: unescaped. */
export function publishedNotice({ say }: Words, places: string) {
  const text = say('story.where.now', { places: safe(places) })
  return { tone: 'good', title: say('nudge.post.done'), text } as const
}

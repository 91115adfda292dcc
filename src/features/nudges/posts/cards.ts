import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { withinQuotes } from '../../../kernel/text/quotes.ts'
import { NO_TAPS, rulesText, type TapsPart, tapsOn } from '../../ballots/index.ts'
import { sheetOf, whenWords } from '../../workshops/index.ts'
import {
  button,
  directionName,
  kindOf,
  type NudgeButton,
  type NudgeCardContext,
  type Placed,
} from '../nudge/cards.ts'
import type { About, PilotPost } from './domain.ts'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly message: string
    readonly round: number
    readonly item: string
    readonly nonce: string
    readonly typed: PlainText
    /** The question of a ballot, which is the title of the post; '' of other things. */
    readonly question: SafeText | ''
  }
type PostData = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  TapsPart &
  FooterPart & { readonly text: SafeText | '' }

export type PostFormCard = CardOf<'nudges/posts/form', FormData>
export type PostCard = CardOf<'nudges/posts/post', PostData>

function axisName({ words, programme }: NudgeCardContext, axis: string): string {
  return programme.axis(axis)?.title[words.language] ?? axis
}

/** Default text of a post. */
export function draftText(context: NudgeCardContext, about: About): string {
  const { words } = context
  if (about.thing === 'axis')
    return words.say('post.axis', { axis: withinQuotes(axisName(context, about.axis)) })
  if (about.thing === 'workshop') {
    const { title } = about.workshop
    return words.say('post.workshop', { title: plain(title), when: whenWords(words, about.workshop) })
  }
  // Without the question, which is the title of the post.
  const { closesAt } = about.ballot
  return words.say('post.ballot', { date: words.shortDay(closesAt), time: words.time(closesAt) })
}

type Draft = {
  readonly typed: string
  readonly nonce: string
  readonly places: string
  readonly question?: string
}

/** The question that the text need not say. */
export function questionOf(about: About): string {
  return about.thing === 'ballot' ? about.ballot.question : ''
}

/** Form of the text. `places`: names of its channels. */
export function postForm(
  context: NudgeCardContext,
  shown: Placed,
  { typed, nonce, places, question = '' }: Draft,
): PostFormCard {
  const { words } = context
  return {
    template: 'nudges/posts/form',
    data: {
      icon: 'Megaphone',
      kind: kindOf(context, shown.direction),
      title: words.say('nudge.publish'),
      message: shown.id,
      round: shown.round,
      item: shown.item,
      nonce,
      typed: prefilled(typed),
      question: question === '' ? '' : safe(question),
      footer: words.say('nudge.post.where', { places: safe(places) }),
    },
  }
}

function actsOn(words: Words, about: About, tapped: boolean): readonly NudgeButton[] {
  if (about.thing === 'axis') return [button(words.say('command.idee'), 'ideas.form', { box: '' })]
  if (about.thing === 'ballot') {
    const mine = tapped || about.ballot.stage === 'closed'
    const title = words.say(mine ? 'ballot.seeMine' : 'ballot.vote')
    return [button(title, 'ballots.mine', { ballot: about.ballot.id })]
  }
  const workshop = { workshop: about.workshop.id, after: '' }
  return [
    button(words.say('workshop.join'), 'workshops.answer', { ...workshop, answer: 'yes' }),
    button(words.say('workshop.seeMine'), 'workshops.mine', workshop),
  ]
}

function sheet(context: NudgeCardContext, about: About) {
  const { words, programme } = context
  if (about.thing === 'workshop') {
    const { title, facts } = sheetOf(context, about.workshop)
    return { icon: 'CalendarLtr', title, facts, footer: words.say('workshop.rules') }
  }
  if (about.thing === 'ballot') {
    const { ballot } = about
    return { icon: 'Vote', title: safe(ballot.question), facts: [], footer: rulesText(words, ballot) }
  }
  const icon = programme.axis(about.axis)?.icon ?? 'Lightbulb'
  return { icon, title: safe(axisName(context, about.axis)), facts: [], footer: words.say('idea.rules') }
}

/** Byline: the bot posts for the pilot, and never speaks as a person. `name`: '' for somebody no longer known. */
function byText(
  context: NudgeCardContext,
  { direction }: Pick<PilotPost, 'direction'>,
  name: string,
): string {
  const where = safe(directionName(context, direction))
  return name === ''
    ? context.words.say('nudge.post.by.none', { direction: where })
    : context.words.say('nudge.post.by', { name: safe(name), direction: where })
}

/** The post: the pilot's text under their name, with the act of its thing. */
export function postCard(
  context: NudgeCardContext,
  post: Pick<PilotPost, 'direction' | 'text'>,
  about: About,
  name: string,
): PostCard {
  const isOpen = about.thing === 'ballot' && about.ballot.stage === 'open'
  const taps = isOpen ? tapsOn(context.words, about.ballot, 1) : NO_TAPS
  return {
    template: 'nudges/posts/post',
    data: {
      ...sheet(context, about),
      kind: byText(context, post, name),
      text: safe(post.text),
      ...taps,
      buttons: actsOn(context.words, about, taps.taps.length > 0),
    },
  }
}

/** The notification: of a ballot, with the question that the text need not say. */
export function postSummary(
  { words }: NudgeCardContext,
  post: Pick<PilotPost, 'text'>,
  about: About,
  name: string,
): string {
  const text = [questionOf(about), post.text].filter(each => each !== '').join(' ')
  return plain(name === '' ? text : words.say('nudge.post.summary', { name, text }))
}

/** Confirms who will read it, and in which channels. */
export function postedNotice({ words }: NudgeCardContext, places: string) {
  const text = words.say('nudge.post.done.sub', { places: safe(places) })
  return { tone: 'good', title: words.say('nudge.post.done'), text } as const
}

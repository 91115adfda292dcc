import type { FooterPart, FootPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, prefilled, safe } from '../../cards/text.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/text/card.ts'
import { foot, type Message } from '../messages/index.ts'
import type { WorkshopSeen } from '../workshops/index.ts'
import { type FeedbackQuestion, RATINGS } from './domain.ts'

type Form = HeaderPart &
  TitlePart &
  FooterPart &
  FootPart & {
    readonly message: string
    /** Whether it is still open; otherwise `sentence` says why not. */
    readonly asks: boolean
    /** They may say that they were not there. */
    readonly unsure: boolean
    /** Asks for confirmation of that, which cannot be undone. */
    readonly confirms: boolean
    readonly sentence: string
    readonly ratings: readonly { readonly title: string; readonly value: string }[]
    readonly rating: string
    readonly text: PlainText
  }
export type FeedbackCard = CardOf<'feedback/form', Form>

/** A refused answer. */
export type TypedFeedback = { readonly rating: string; readonly text: string }

type AskingMessage = Pick<Message, 'id' | 'round'>
type Asked = Pick<WorkshopSeen, 'title'>

export function feedbackSummary({ say }: Words, { title }: Asked): string {
  return plain(say('feedback.summary', { title }))
}

/** Two questions about a finished workshop, or the state of the answer. */
export function feedbackCard(
  words: Words,
  asking: AskingMessage,
  workshop: Asked,
  { round, open, given, unsure }: FeedbackQuestion,
  typed: TypedFeedback = { rating: '', text: '' },
): FeedbackCard {
  const { say } = words
  const asks = open && !given
  return {
    template: 'feedback/form',
    data: {
      icon: 'PersonFeedback',
      kind: say('feedback.kind', { title: safe(workshop.title) }),
      title: say(asks ? 'feedback.title' : 'feedback.title.done'),
      message: asking.id,
      asks,
      unsure: asks && unsure,
      confirms: false,
      sentence: asks ? '' : say(given ? 'feedback.given' : 'feedback.over'),
      ratings: RATINGS.map(rating => ({
        title: say(`feedback.rating.${rating}` as Key),
        value: String(rating),
      })),
      rating: RATINGS.some(each => String(each) === typed.rating) ? typed.rating : '',
      text: prefilled(typed.text),
      footer: say('feedback.rules', { date: words.shortDay(round.closesAt) }),
      ...foot(words, asking, asks),
    },
  }
}

/** Confirmation before somebody says that they were not there: they are not asked again. */
export function absenceCard(
  words: Words,
  asking: AskingMessage,
  workshop: Asked,
  question: FeedbackQuestion,
): FeedbackCard {
  const { template, data } = feedbackCard(words, asking, workshop, question)
  const [title, sentence] = [words.say('feedback.absent.ask'), words.say('feedback.absent.rules')]
  return { template, data: { ...data, asks: false, unsure: false, confirms: true, title, sentence } }
}

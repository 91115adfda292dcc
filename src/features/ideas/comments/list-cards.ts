import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { button, seeThread } from '../card/button-cards.ts'
import { type EntriesCard, type EntriesPage, entriesCard, moreOf } from '../card/entries-cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { Idea } from '../idea/domain.ts'
import { isReportable, withdrawOn } from './cards.ts'
import type { CommentSeen } from './domain.ts'

type Reading = {
  readonly may: boolean
  /** Cursor of the page. */
  readonly after: string
  /** Id of the comment that the person just took back. */
  readonly withdrawn?: string
}

/**
 * An idea's comments, the oldest first. With a back button it leaves out the history, which is one step behind the
 * idea: six buttons are the limit.
 */
export function commentsCard(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  { items, next }: EntriesPage<CommentSeen>,
  { may, after, withdrawn }: Reading,
): EntriesCard {
  const entries = items.map(({ text, authorName, ofAuthor, at, hidden }) => ({
    text: safe(text),
    detail: [
      ofAuthor ? words.say('comment.of-author') : safe(authorName),
      words.shortDay(at),
      hidden ? words.say('comment.hidden.because', { reason: safe(hidden.reason) }) : '',
    ]
      .filter(part => part !== '')
      .join(' · '),
  }))
  const heading = words.say(entries.length === 0 ? 'comment.none' : 'comment.list')
  const comment = button(words.say('comment.send'), 'ideas.comment-form', { idea: idea.id })
  const more = moreOf(words, 'ideas.comments', idea.id, next)
  const report = button(words.say('comment.report'), 'ideas.report-comment-form', { idea: idea.id, after })
  const reports = may && items.some(isReportable) ? [report] : []
  const back =
    withdrawn === undefined
      ? []
      : [
          button(words.say('undo'), 'ideas.undo-withdraw-comment', {
            idea: idea.id,
            after,
            comment: withdrawn,
          }),
        ]
  const buttons = [
    ...back,
    ...(may ? [comment] : []),
    ...more,
    ...(withdrawn === undefined ? [seeThread(words, idea.id)] : []),
    ...(may ? withdrawOn(words, idea.id, items, after) : []),
    ...reports,
  ]
  return entriesCard(words, axes, idea, heading, entries, buttons)
}

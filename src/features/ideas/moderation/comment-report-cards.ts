import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { choiceOf, headerOf, type IdeaAxes, type IdeaChoice } from '../card/frame-cards.ts'
import { isReportable } from '../comments/cards.ts'
import type { CommentSeen } from '../comments/domain.ts'
import type { Idea } from '../idea/domain.ts'
export type CommentReportCard = CardOf<
  'ideas/moderation/comment-report',
  HeaderPart &
    TitlePart &
    FooterPart & {
      readonly choices: readonly IdeaChoice[]
      readonly comment: string
      readonly text: string
      readonly idea: string
      /** Cursor of the page of comments from which it was opened. */
      readonly after: string
    }
>

type Typed = { readonly after: string; readonly comment: string; readonly text: string }

/** Asks which comment of a page is reported, and why; the reason may be left out. */
export function commentReportForm(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  comments: readonly CommentSeen[],
  { after, comment, text }: Typed,
): CommentReportCard {
  const choices = comments.filter(isReportable).map(choiceOf)
  const only = choices.length === 1 ? choices[0]?.value : undefined
  return {
    template: 'ideas/moderation/comment-report',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      choices,
      comment: choices.some(({ value }) => value === comment) ? comment : (only ?? ''),
      text: prefilled(text),
      idea: idea.id,
      after,
      footer: words.say('comment.report.rules'),
    },
  }
}

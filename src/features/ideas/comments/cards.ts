import type { FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { kept, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { arranged, type Button, button, commentOn } from '../idea/button-cards.ts'
import { type Axes, type Choice, headerOf, ideaInTab, type OneCard } from '../idea/cards.ts'
import type { Comment, CommentSeen, Idea } from '../idea/domain.ts'
import { choiceOf } from '../merging/cards.ts'

export type CommentReportCard = CardOf<
  'ideas/comment-report',
  HeaderPart &
    TitlePart &
    FooterPart & {
      readonly choices: readonly Choice[]
      readonly comment: string
      readonly text: string
      readonly idea: string
      /** Where the page of comments begins that it was opened from. */
      readonly after: string
    }
>

/** Whether the person may still ask organisers to look at the comment. */
export function isReportable({ mine, reported, hidden }: CommentSeen): boolean {
  return !mine && !reported && !hidden
}

type WithdrawalData = HeaderPart &
  TitlePart & { readonly choices: readonly Choice[]; readonly idea: string; readonly after: string }
export type CommentWithdrawalCard = CardOf<'ideas/comment-withdrawal', WithdrawalData>

/** Asks which of one's own on a page of comments is taken back. */
export function withdrawalForm(
  words: Words,
  axes: Axes,
  idea: Idea,
  comments: readonly CommentSeen[],
  after: string,
): CommentWithdrawalCard {
  return {
    template: 'ideas/comment-withdrawal',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      choices: comments.filter(({ mine }) => mine).map(choiceOf),
      idea: idea.id,
      after,
    },
  }
}

/** The way to take back the one that is the person's own; where there are more, which is asked first. */
export function withdrawOn(
  { say }: Words,
  idea: string,
  comments: readonly Pick<CommentSeen, 'id' | 'mine'>[],
  after: string,
): Button[] {
  const [one, ...others] = comments.filter(({ mine }) => mine)
  if (!one) return []
  const title = say('comment.withdraw')
  if (others.length > 0) return [button(title, 'ideas.withdraw-comment-form', { idea, after })]
  return [button(title, 'ideas.withdraw-comment', { idea, after, comment: one.id })]
}

type Draft = { readonly after: string; readonly comment: string; readonly text: string }

/** Asks which of a page of comments, and why; it takes no answer for a reason. */
export function commentReportForm(
  words: Words,
  axes: Axes,
  idea: Idea,
  comments: readonly CommentSeen[],
  { after, comment, text }: Draft,
): CommentReportCard {
  const choices = comments.filter(isReportable).map(choiceOf)
  const only = choices.length === 1 ? choices[0]?.value : undefined
  return {
    template: 'ideas/comment-report',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      choices,
      comment: choices.some(({ value }) => value === comment) ? comment : (only ?? ''),
      text: kept(text),
      idea: idea.id,
      after,
      footer: words.say('comment.report.rules'),
    },
  }
}

/** Who wrote a comment hears that organisers hide it, and why, or show it again. */
export function commentMessage(
  words: Words,
  axes: Axes,
  idea: Idea,
  { text, hidden }: Comment,
  { foot }: FootPart,
): OneCard {
  const step = hidden ? 'hidden' : 'restored'
  const read = button(words.say('comment.list'), 'ideas.comments', { idea: idea.id })
  return {
    template: 'ideas/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      told: words.say(`comment.told.${step}`),
      said: [
        { by: words.say('comment.label'), text: safe(text) },
        ...(hidden ? [{ by: words.say('idea.hidden.reason'), text: safe(hidden.reason) }] : []),
      ],
      facts: [],
      axes: [],
      buttons: arranged([read, commentOn(words, idea.id)], foot),
      foot,
      footer: hidden ? words.say('comment.hidden.mine') : '',
    },
  }
}

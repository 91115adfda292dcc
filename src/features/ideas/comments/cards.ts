import type { FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { arranged, button, commentOn, type IdeaButton } from '../card/button-cards.ts'
import type { WritingCard } from '../card/form-cards.ts'
import { choiceOf, headerOf, type IdeaAxes, type IdeaCard, type IdeaChoice } from '../card/frame-cards.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import type { Comment, CommentSeen } from './domain.ts'

/** Whether the person can still report the comment. */
export function isReportable({ mine, reported, hidden }: CommentSeen): boolean {
  return !mine && !reported && !hidden
}

type WithdrawalData = HeaderPart &
  TitlePart & { readonly choices: readonly IdeaChoice[]; readonly idea: string; readonly after: string }
export type CommentWithdrawalCard = CardOf<'ideas/comments/withdrawal', WithdrawalData>

/** Asks which of one's own comments on a page is taken back. */
export function withdrawalForm(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  comments: readonly CommentSeen[],
  after: string,
): CommentWithdrawalCard {
  return {
    template: 'ideas/comments/withdrawal',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      choices: comments.filter(({ mine }) => mine).map(choiceOf),
      idea: idea.id,
      after,
    },
  }
}

/** Takes back the person's only comment on the page; where there are more, opens the choice. */
export function withdrawOn(
  { say }: Words,
  idea: string,
  comments: readonly Pick<CommentSeen, 'id' | 'mine'>[],
  after: string,
): IdeaButton[] {
  const [one, ...others] = comments.filter(({ mine }) => mine)
  if (!one) return []
  const title = say('comment.withdraw')
  if (others.length > 0) return [button(title, 'ideas.withdraw-comment-form', { idea, after })]
  return [button(title, 'ideas.withdraw-comment', { idea, after, comment: one.id })]
}

/** Notifies a comment's author that organisers hid it, with the reason, or show it again. */
export function commentMessage(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  { text, hidden }: Comment,
  { foot }: FootPart,
): IdeaCard {
  const step = hidden ? 'hidden' : 'restored'
  const read = button(words.say('comment.list'), 'ideas.comments', { idea: idea.id })
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
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

/** Form for a comment, below the idea. */
export function commentForm(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  nonce: string,
  text = '',
): WritingCard {
  return {
    template: 'ideas/card/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: words.say('comment.label'),
      placeholder: words.say('idea.comment.placeholder'),
      text: prefilled(text),
      axis: '',
      axes: [],
      send: words.say('comment.send'),
      verb: 'ideas.comment',
      idea: idea.id,
      nonce,
      footer: words.say(idea.mine && idea.unnamed ? 'comment.rules.unnamed' : 'comment.rules'),
    },
  }
}

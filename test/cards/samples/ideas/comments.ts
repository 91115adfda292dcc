import type { EntriesCard } from '../../../../src/features/ideas/card/entries-cards.ts'
import type { WritingCard } from '../../../../src/features/ideas/card/form-cards.ts'
import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import {
  type CommentWithdrawalCard,
  commentForm,
  commentMessage,
  withdrawalForm,
} from '../../../../src/features/ideas/comments/cards.ts'
import type { Comment } from '../../../../src/features/ideas/comments/domain.ts'
import { commentsCard } from '../../../../src/features/ideas/comments/list-cards.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { commentOf, ideas, LONG, REASON } from './idea.ts'

export function ideaCommentsSamples(words: Words, said: Said) {
  const { idea } = ideas(said)
  const comment = commentOf(said)
  const mineSaid = { ...comment, mine: true }
  const told = (about: Comment) =>
    commentMessage(words, programme, idea, about, foot(words, { id: 'm1', round: 1 }))
  return {
    'ideas/card/idea': [told({ ...comment, hidden: { reason: said(REASON), at: idea.at } }), told(comment)],
    'ideas/comments/withdrawal': [
      withdrawalForm(words, programme, idea, [mineSaid, { ...mineSaid, id: 'c2' }], ''),
      withdrawalForm(words, programme, idea, [], '1-c0'),
    ],
    'ideas/card/writing': [
      commentForm(words, programme, idea, 'n1'),
      commentForm(words, programme, idea, 'n1', said(LONG)),
    ],
    'ideas/card/entries': [
      commentsCard(
        words,
        programme,
        idea,
        {
          items: [
            comment,
            { ...comment, mine: true },
            { ...comment, authorName: '' },
            { ...comment, authorName: '', ofAuthor: true },
          ],
          next: '1-c1',
        },
        { may: true, after: '' },
      ),
      commentsCard(
        words,
        programme,
        idea,
        { items: [{ ...comment, mine: true, hidden: { reason: said(REASON), at: idea.at } }] },
        { may: true, after: '1-c0' },
      ),
      commentsCard(
        words,
        programme,
        idea,
        { items: [comment, mineSaid, { ...mineSaid, id: 'c2' }], next: '1-c1' },
        { may: true, after: '', withdrawn: 'c3' },
      ),
      commentsCard(words, programme, idea, { items: [] }, { may: false, after: '' }),
    ],
  } satisfies Samples<CommentWithdrawalCard | EntriesCard | IdeaCard | WritingCard>
}

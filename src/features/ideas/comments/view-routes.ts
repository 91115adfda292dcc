import type { CommentView } from '../../../tabs/contract/ideas/ideas.ts'
import type { CommentSeen } from './domain.ts'
export function commentView(comment: CommentSeen): CommentView {
  const { id, authorName, mine, ofAuthor, text, at, reported, hidden } = comment
  return {
    id,
    author: authorName,
    mine,
    ...(ofAuthor && { ofAuthor }),
    text,
    at,
    ...(reported && { reported }),
    ...(hidden && { hidden: hidden.reason }),
  }
}

import { exact } from '../../kernel/counts.ts'
import type { CommentView, IdeaView } from '../../tabs/contract/ideas.ts'
import type { CommentSeen, IdeaSeen } from './domain.ts'

function answerView({ answer, answererName }: IdeaSeen): Pick<IdeaView, 'answer'> {
  if (!answer) return {}
  const { text, as, at } = answer
  return { answer: { text, author: answererName, role: as, at } }
}

export function viewOf(idea: IdeaSeen): IdeaView {
  const { id, axis, text, authorName, mine, state, at, supports, directions, supported } = idea
  return {
    id,
    ...(axis !== undefined && { axis }),
    text,
    author: authorName,
    mine,
    state: state === 'answered' ? 'answered' : 'received',
    ...(idea.direction !== undefined && { direction: idea.direction }),
    at,
    supports: exact('supports', supports),
    directions: exact('supports', directions),
    supported,
    comments: exact('shared', idea.comments),
    ...answerView(idea),
    ...(idea.undoUntil !== undefined && { undoUntil: idea.undoUntil }),
    ...(idea.correctable && { correctable: true }),
    ...(idea.mayAnswer && { mayAnswer: true }),
  }
}

export function commentView({ id, authorName, mine, text, at }: CommentSeen): CommentView {
  return { id, author: authorName, mine, text, at }
}

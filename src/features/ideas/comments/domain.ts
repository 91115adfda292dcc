import type { Actor } from '../../../kernel/access/actor.ts'
import { may, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { Idea } from '../idea/domain.ts'
/** One level only: nobody answers a comment. */
export type Comment = {
  readonly id: string
  readonly idea: string
  /** Person's id. */
  readonly author: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
  /** While organisers hide it: why, and since when in milliseconds. */
  readonly hidden?: { readonly reason: string; readonly at: number }
  /** Reports that wait for organisers. */
  readonly reports?: number
  /** While whoever wrote it has taken it back: since when, in milliseconds. Nobody reads it. */
  readonly withdrawnAt?: number
}
export type CommentSeen = Comment & {
  readonly authorName: string
  readonly mine: boolean
  /** Of the idea's author, who stays unnamed. */
  readonly ofAuthor?: true
  /** The person asked organisers to look at it, which is asked once. */
  readonly reported?: true
}

const COMMENT_LENGTH = 280

/** @throws Refusal `empty-text`, `too-long` */
export function commentText(typed: string): string {
  return lineWithin(typed, COMMENT_LENGTH)
}

/** The idea that a comment stands under, as far as its comments need it. */
export type Under = Pick<Idea, 'id' | 'text' | 'author' | 'unnamed'>

/** Hidden comments that are read all the same: those of one person, or all. */
export type HiddenFor = { readonly of: string } | 'all'

/** Whose hidden comments `actor` still reads: their own, or everybody's. */
export function hiddenFor({ id, role }: Actor): HiddenFor {
  return may(RESTORE_COMMENT, role) ? 'all' : { of: id }
}

/** A hidden comment is read by its author, and by those who may show it again. */
export const RESTORE_COMMENT: Permission = { act: 'ideas.restore-comment', roles: ORGANISERS }

export const COMMENT_PERMISSIONS = {
  comment: { act: 'ideas.comment', roles: PARTICIPANTS },
  withdrawComment: { act: 'ideas.withdraw-comment', roles: PARTICIPANTS, relation: 'own' },
  undoWithdrawComment: { act: 'ideas.undo-withdraw-comment', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

import type { Actor } from '../../../kernel/access/actor.ts'
import { may, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { Idea } from '../idea/domain.ts'
/** One level only: comments have no replies. */
export type Comment = {
  readonly id: string
  readonly idea: string
  /** Person's id. */
  readonly author: string
  readonly text: string
  /** The trial of its initiative from which it was written. */
  readonly trial?: string
  /** Milliseconds. */
  readonly at: number
  /** While hidden by organisers: the reason, and since when in milliseconds. */
  readonly hidden?: { readonly reason: string; readonly at: number }
  /** Number of open reports. */
  readonly reports?: number
  /** While taken back by its author: since when, in milliseconds. Then nobody reads it. */
  readonly withdrawnAt?: number
}
export type CommentSeen = Comment & {
  readonly authorName: string
  readonly mine: boolean
  /** By the idea's author, who is unnamed. */
  readonly ofAuthor?: true
  /** The person has reported it, which can be done once. */
  readonly reported?: true
}

const COMMENT_LENGTH = 280

/** @throws Refusal `empty-text`, `too-long` */
export function commentText(typed: string): string {
  return lineWithin(typed, COMMENT_LENGTH)
}

/** The part of an idea that its comments need. */
export type Under = Pick<Idea, 'id' | 'text' | 'author' | 'unnamed'>

/** Hidden comments that are shown all the same: those of one person, or all. */
export type HiddenFor = { readonly of: string } | 'all'

/** Which hidden comments `actor` still reads: their own, or everybody's. */
export function hiddenFor({ id, role }: Actor): HiddenFor {
  return may(RESTORE_COMMENT, role) ? 'all' : { of: id }
}

/** A hidden comment may be read by its author, and by those who may show it again. */
export const RESTORE_COMMENT: Permission = { act: 'ideas.restore-comment', roles: ORGANISERS }

export const COMMENT_PERMISSIONS = {
  comment: { act: 'ideas.comment', roles: PARTICIPANTS },
  withdrawComment: { act: 'ideas.withdraw-comment', roles: PARTICIPANTS, relation: 'own' },
  undoWithdrawComment: { act: 'ideas.undo-withdraw-comment', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

import type { Actor } from '../../../kernel/access/actor.ts'
import { may, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import { COMMENT_MODERATION } from './comment-reports.ts'

/** Organisers took it out of everybody's sight. Beside the state: shown again, the idea is where it was. */
export type Hiding = {
  /** Said to its author, and to whoever comes across the idea. */
  readonly reason: string
  /** Person's id. */
  readonly by: string
  /** Milliseconds. */
  readonly at: number
}

/** Somebody asks organisers to look at an idea. Who it is stays in the database. */
export type Report = {
  readonly idea: string
  /** Person's id. */
  readonly person: string
  readonly reason?: string
  /** Milliseconds. */
  readonly at: number
}

export type Queue = 'reported' | 'hidden'

/** An idea that waits for a decision, or one that was taken: since when, in milliseconds, and who asked for it. */
export type Watched = { readonly idea: Idea; readonly at: number; readonly reports: number }

/** The same for organisers. `reasons`: the first that were given, without a name. */
export type WatchedSeen = Omit<Watched, 'idea'> & {
  readonly idea: IdeaSeen
  readonly reasons: readonly string[]
}

const REPORT_LENGTH = 280
const HIDING_LENGTH = 280

export const MODERATION = {
  report: {
    act: 'ideas.report',
    roles: PARTICIPANTS,
    relation: 'others',
    refusals: { own: 'own-idea-reported' },
  },
  readReports: { act: 'ideas.read-reports', roles: ORGANISERS },
  hide: { act: 'ideas.hide', roles: ORGANISERS },
  restore: { act: 'ideas.restore', roles: ORGANISERS },
  dismiss: { act: 'ideas.dismiss', roles: ORGANISERS },
  ...COMMENT_MODERATION,
} as const satisfies Record<string, Permission>

/** Why somebody reports an idea, when they say it. @throws Refusal `too-long` */
export function reportReason(typed: string): string | undefined {
  return cleanLine(typed) === '' ? undefined : lineWithin(typed, REPORT_LENGTH)
}

/** @throws Refusal `empty-text`, `too-long` */
export function hidingReason(typed: string): string {
  return lineWithin(typed, HIDING_LENGTH)
}

type Hidable = { readonly author: string; readonly hidden?: Hiding }

/** @throws Refusal `idea-hidden`, with the reason, once organisers hid it */
export function checkShown({ hidden }: Hidable): void {
  if (hidden) throw new Refusal('idea-hidden', { reason: hidden.reason })
}

/** A hidden idea is read by its author, and by those who may show it again. */
export function mayRead({ author, hidden }: Hidable, { id, role }: Actor): boolean {
  return !hidden || author === id || may(MODERATION.restore, role)
}

/** @throws Refusal `idea-hidden` */
export function checkReader(idea: Hidable, actor: Actor): void {
  if (!mayRead(idea, actor)) checkShown(idea)
}

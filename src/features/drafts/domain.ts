import { PARTICIPANTS, type Permission } from '../../kernel/access/permission.ts'
import { lineWithin } from '../../kernel/text/text.ts'

/** An idea; a question put to a channel by a box; the question of a ballot. */
export const DRAFT_KINDS = ['idea', 'box', 'ballot'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** What each may hold in the end, in characters as a person counts them. */
export const MOST: Readonly<Record<DraftKind, number>> = { idea: 280, box: 120, ballot: 120 }
/** What is read of one that is still too long. */
const READ = 2_000

/**
 * What may hinder. `long`, `two-ideas` and `acronyms`: of an idea. Of a question: none yet, several, « et », answered by
 * yes or no, too wide a word, aimed at somebody, or at what has a place of its own.
 */
export const ADVICE = [
  'long',
  'two-ideas',
  'acronyms',
  'no-question',
  'several-questions',
  'and',
  'closed',
  'wide',
  'aimed',
  'elsewhere',
] as const
export type AdviceCode = (typeof ADVICE)[number]

/** `words`: of the text, that it is about. */
export type Advice = { readonly code: AdviceCode; readonly words: readonly string[] }

export const DRAFT_PERMISSIONS = {
  check: { act: 'drafts.check', roles: PARTICIPANTS },
  reword: { act: 'drafts.reword', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function draftText(typed: string): string {
  return lineWithin(typed, READ)
}

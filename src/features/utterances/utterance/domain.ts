import type { Actor } from '../../../kernel/access/actor.ts'
import { PARTICIPANTS, type Permission, permit, relationToOwner } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { HOUR } from '../../../kernel/time/clock.ts'

export type Utterance = {
  readonly id: string
  /** Whose it is. */
  readonly person: string
  /** As it was typed. */
  readonly text: string
  /** Id of the axis that it seems to be about. */
  readonly axis?: string
  /** Milliseconds, both. */
  readonly at: number
  readonly expiresAt: number
}

/** Something that waits for one person, or that they come to. */
export type WaitingThing =
  | { readonly kind: 'offer' | 'workshop'; readonly id: string; readonly title: string; readonly at: number }
  | { readonly kind: 'ballot'; readonly id: string; readonly title: string; readonly at: number }
  | { readonly kind: 'idea'; readonly id: string; readonly title: string }
  | { readonly kind: 'commitment'; readonly id: string; readonly title: string; readonly horizon: string }

/** Something that shares words with a sentence. */
export type RelatedThing = {
  readonly kind: 'idea' | 'workshop' | 'ballot'
  readonly id: string
  readonly title: string
}

/** An hour less than a day: whatever is delayed, it is gone within one. */
export const KEPT_FOR = 23 * HOUR
/** In characters as a person counts them: more than an idea takes, so that a long one can be shortened. */
export const UTTERANCE_LENGTH = 8_000
/** Kept of one person at a time: the oldest goes first. */
export const MOST_KEPT = 20
/** The longest idea or commitment. */
export const SENTENCE_LENGTH = 280

export const UTTERANCE_PERMISSIONS = {
  /** Kept, read and made something of by its author alone: for others it does not exist, no more than once it has expired. */
  read: {
    act: 'utterances.read',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'utterance-gone' },
  },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function utteranceText(typed: string): string {
  return lineWithin(typed, UTTERANCE_LENGTH)
}

/** @throws Refusal `role-needed`, `utterance-gone` */
export function checkReadable(actor: Actor, found: Utterance | undefined, now: number): Utterance {
  if (!found || found.expiresAt <= now) throw new Refusal('utterance-gone')
  permit(UTTERANCE_PERMISSIONS.read, actor.role, relationToOwner(actor, found.person))
  return found
}

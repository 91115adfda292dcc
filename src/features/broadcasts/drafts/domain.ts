import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLines } from '../../../kernel/text/text.ts'
import type { Broadcast, BroadcastDraft } from '../broadcast/domain.ts'

/** Limits of characters and lines: a card is read on a phone. */
export const TEXT_LIMIT = 1_000
const LINES_LIMIT = 20

export const DRAFT_PERMISSIONS = {
  remove: { act: 'broadcasts.remove', roles: ORGANISERS },
  rehearse: { act: 'broadcasts.rehearse', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Average code units per character allowed: a card holds 28 kB. */
const UNITS = 4
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Normalises the text, line by line. @throws Refusal `empty-text`, `too-long`, `lines-many` */
export function textOf(typed: string): string {
  const lines = cleanLines(typed)
  const text = lines.join('\n')
  if (!VISIBLE.test(text)) throw new Refusal('empty-text')
  const count = text.length > TEXT_LIMIT * UNITS ? text.length : countGraphemes(text)
  if (count > TEXT_LIMIT) throw new Refusal('too-long', { count, max: TEXT_LIMIT })
  if (lines.length > LINES_LIMIT) throw new Refusal('lines-many', { count: lines.length, max: LINES_LIMIT })
  return text
}

/** Whether both have the same audience and text. */
export function isSame(one: BroadcastDraft, other: BroadcastDraft): boolean {
  const text = ({ text, audience, thing }: BroadcastDraft) =>
    JSON.stringify([text, audience, thing?.kind, thing?.id])
  return text(one) === text(other)
}

/** @throws Refusal `broadcast-begun` */
export function checkDraft({ state }: Broadcast): void {
  if (state !== 'draft') throw new Refusal('broadcast-begun')
}

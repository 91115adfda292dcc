import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'

export const NOTE_PERMISSIONS = {
  note: { act: 'commitments.note', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** In grapheme clusters. */
const NOTE_LENGTH = 280

/** @throws Refusal `empty-text`, `too-long` */
export function noteText(typed: string): string {
  return lineWithin(typed, NOTE_LENGTH)
}

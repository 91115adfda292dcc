import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
/** A question put to channels, whose answers become ideas. */
export type IdeaBox = {
  readonly id: string
  readonly question: string
  readonly organiser: string
  readonly at: number
}

export const QUESTION_LENGTH = 120

/** @throws Refusal `empty-text`, `too-long` */
export function boxQuestion(typed: string): string {
  return lineWithin(typed, QUESTION_LENGTH)
}

export const BOX_PERMISSIONS = {
  openBox: { act: 'ideas.open-box', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

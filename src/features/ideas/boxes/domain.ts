import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { Programme } from '../../programme/index.ts'

/** What is sent through it: ideas, or questions to the management, which show no name. */
const KINDS = ['ideas', 'question'] as const
export type BoxKind = (typeof KINDS)[number]

/** A question put to channels, whose answers become ideas. */
export type IdeaBox = {
  readonly id: string
  readonly question: string
  readonly kind: BoxKind
  readonly organiser: string
  readonly at: number
  /** Since when it takes no more (ms); absent while it is open. */
  readonly closedAt?: number
}

/** What came through a box: how many ideas that all may read, and how many of them have an answer or a decision. */
export type BoxTally = { readonly ideas: number; readonly answered: number }

export const QUESTION_LENGTH = 120

/** @throws Refusal `empty-text`, `too-long` */
export function boxQuestion(typed: string): string {
  return lineWithin(typed, QUESTION_LENGTH)
}

/** Questions are answered when a threshold is reached: without one, nothing could be promised. @throws Refusal `no-threshold` */
export function checkKind(kind: BoxKind, { thresholds }: Pick<Programme, 'thresholds'>): void {
  if (kind === 'question' && thresholds.length === 0) throw new Refusal('no-threshold')
}

/** @throws Refusal `box-closed` */
export function checkTaking({ closedAt }: Pick<IdeaBox, 'closedAt'>): void {
  if (closedAt !== undefined) throw new Refusal('box-closed', { at: closedAt })
}

/** How the journal names that a box was opened again: whoever may close one may. */
export const REOPENED = 'ideas.reopen-box'

export const BOX_PERMISSIONS = {
  openBox: { act: 'ideas.open-box', roles: ORGANISERS },
  readBoxes: { act: 'ideas.read-boxes', roles: ['organiser', 'observer'] },
  closeBox: { act: 'ideas.close-box', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

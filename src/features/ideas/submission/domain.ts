import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Programme } from '../../programme/index.ts'
import { type Idea, UNDO_TIME } from '../idea/domain.ts'
import type { Origin } from '../idea/origin.ts'
import { checkOpen } from '../idea/state.ts'
/** @throws Refusal `undo-over`, `idea-merged`, `idea-initiative` */
export function checkUndo(idea: Idea, now: number): void {
  checkOpen(idea.state)
  if (now >= idea.at + UNDO_TIME) throw new Refusal('undo-over')
}

/**
 * Others supported, answered or decided about these very words.
 * @throws Refusal `idea-supported`, `idea-answered`, `idea-decided`
 */
export function checkCorrection(idea: Idea): void {
  if (idea.answer) throw new Refusal('idea-answered')
  if (idea.state !== 'received') throw new Refusal('idea-decided')
  if (idea.supports > 1) throw new Refusal('idea-supported')
}

export type Submission = {
  readonly text: string
  readonly axis?: string
  /** The author does not want to be named. */
  readonly unnamed?: boolean
  /** Id of the box it answers. */
  readonly box?: string
  /** Id of the channel where the box was answered, where Teams gives it. */
  readonly from?: string
  /** The thread of the channel where it was typed: its card is posted there. */
  readonly thread?: { readonly channel: string; readonly address: string }
  /** The workshop where it was said. */
  readonly origin?: Origin
  /** Id of the idea that inspired it. */
  readonly inspiredBy?: string
}

export const SUBMISSION_PERMISSIONS = {
  undo: { act: 'ideas.undo', roles: PARTICIPANTS, relation: 'own' },
  correct: { act: 'ideas.correct', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** Checks that an axis exists. */
export function knownAxisOf({ axis: find }: Pick<Programme, 'axis'>) {
  /** @throws Refusal `axis-missing` */
  return (axis: string): string => {
    if (!find(axis)) throw new Refusal('axis-missing')
    return axis
  }
}

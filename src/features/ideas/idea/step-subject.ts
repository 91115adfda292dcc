import type { Actor } from '../../../kernel/access/actor.ts'
import { relationToDirection } from '../../../kernel/access/permission.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import type { Idea } from './domain.ts'
import { isDecided, type Pending, withPending } from './pending.ts'
import { DECIDE } from './state.ts'

/** Whether what follows of it stands on its card: once it was retained, and while it stands by itself. */
export function carriesSteps({ state, root, hidden }: Pick<Idea, 'state' | 'root' | 'hidden'>): boolean {
  return (state === 'retained' || state === 'initiative') && root === undefined && !hidden
}

/** Whoever decides for its Direction writes what follows, also once it is an initiative. */
export function mayFollow(idea: Idea, actor: Actor): boolean {
  const tie = relationToDirection(actor, idea.direction)
  return carriesSteps(idea) && DECIDE.roles.includes(actor.role) && tie === DECIDE.relation
}

/** What an idea is to the steps that follow of it. `pending`: what was decided and is told to nobody yet. */
export function stepSubjectOf(idea: Idea, pending: readonly Pending[]): StepSubject {
  const { text: title, direction, root, state, hidden } = idea
  const about = { title, ...(direction !== undefined && { direction }) }
  if (state === 'withdrawn' || hidden) return { ...about, title: '', standing: 'gone' }
  if (root !== undefined) return { ...about, standing: 'merged' }
  if (carriesSteps(idea) && pending.length === 0) return { ...about, standing: 'open' }
  if (!carriesSteps(withPending(idea, pending))) return { ...about, standing: 'early' }
  const from = pending.findLast(isDecided)?.dueAt
  return { ...about, standing: 'open', ...(state !== 'retained' && from !== undefined && { from }) }
}

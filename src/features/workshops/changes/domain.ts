import { Refusal } from '../../../kernel/errors/refusal.ts'
import {
  isToCome,
  type Moved,
  type Spot,
  stageOf,
  type TypedWorkshopDraft,
  type Workshop,
  type WorkshopDraft,
} from '../workshop/domain.ts'
import { draftOf } from '../workshop/draft.ts'

/** Fields that can change: a workshop keeps its axis and its channels. */
export type TypedChange = Omit<TypedWorkshopDraft, 'axis'>

/** Number of people with a seat whom a message about a change reaches, and does not. */
export type ChangeReach = { readonly told: number; readonly untold: number }

/** A change before it is made, with whom it concerns apart from the actor. */
export type ChangePreview = ChangeReach & { readonly before: Workshop; readonly after: Workshop }

function movedBetween(before: Spot, after: Spot): Moved {
  const when = before.startsAt !== after.startsAt || before.endsAt !== after.endsAt
  const where = before.place !== after.place || before.link !== after.link
  if (when) return where ? 'both' : 'when'
  return where ? 'where' : 'nothing'
}

function spotOf({ startsAt, endsAt, place, link }: Workshop): Spot {
  return { startsAt, endsAt, place, link }
}

/**
 * A postponed workshop can still get a date.
 * @throws Refusal `change-over` from its start on, `call-off-done` once cancelled
 */
export function checkChangeable(workshop: Workshop, now: number): void {
  if (workshop.state === 'cancelled') throw new Refusal('call-off-done')
  if (workshop.state !== 'postponed' && !isToCome(stageOf(workshop, now)))
    throw new Refusal('change-over', { at: workshop.startsAt })
}

/**
 * The changed workshop; the same object when nothing changes. It counts as moved when somebody could otherwise come at
 * the wrong time or to the wrong place.
 * @throws Refusal of `draftOf`, and `change-over`, `capacity-taken`
 */
export function changedWorkshop(workshop: Workshop, typed: TypedChange, now: number): Workshop {
  checkChangeable(workshop, now)
  const { axis, seatsTaken } = workshop
  const draft = draftOf({ ...typed, axis }, now)
  if (draft.capacity < seatsTaken) throw new Refusal('capacity-taken', { count: seatsTaken })
  const { title, description, capacity } = workshop
  const moved = movedBetween(workshop, draft)
  const worded = draft.title !== title || draft.description !== description || draft.capacity !== capacity
  if (workshop.state === 'postponed') return dated(workshop, draft, moved, now)
  if (moved === 'nothing') return worded ? { ...workshop, ...draft, changedAt: now } : workshop
  const was = spotOf(workshop)
  return { ...workshop, ...draft, moved, was, revision: workshop.revision + 1, changedAt: now }
}

/** A postponed workshop that gets a date: a move for everybody with a seat, even to the same date. */
function dated(workshop: Workshop, draft: WorkshopDraft, moved: Moved, now: number): Workshop {
  const again = {
    state: 'announced',
    reason: '',
    moved: moved === 'where' || moved === 'both' ? 'both' : 'when',
  } as const
  const was = spotOf(workshop)
  return { ...workshop, ...draft, ...again, was, revision: workshop.revision + 1, changedAt: now }
}

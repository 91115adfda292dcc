import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { CommitmentView } from '../../../tabs/contract/commitments.ts'
import { type Commitment, stageOf, undoUntil } from './domain.ts'

type Parts = { readonly zone: string; readonly clock: Clock }

function viewOf({ zone, clock }: Parts, commitment: Commitment): CommitmentView {
  const { id, axis, text, horizon, visibility, state, endedAt, notes, lastNote, inspiredBy } = commitment
  const { rewordedAt } = commitment
  const until = undoUntil(commitment, clock.now())
  return {
    id,
    axis,
    text,
    horizon,
    visibility,
    state,
    stage: stageOf(commitment),
    ...(endedAt !== undefined && { endedOn: dateIn(endedAt, zone) }),
    notes,
    ...(lastNote && { lastNote: { text: lastNote.text, on: dateIn(lastNote.at, zone) } }),
    ...(inspiredBy !== undefined && { inspiredBy }),
    ...(rewordedAt !== undefined && { rewordedOn: dateIn(rewordedAt, zone) }),
    ...(until !== undefined && { undoUntil: until }),
  }
}

/** One's own commitment as the tab shows it. */
export type CommitmentViews = (commitment: Commitment) => CommitmentView

export function commitmentViews(parts: Parts): CommitmentViews {
  return commitment => viewOf(parts, commitment)
}

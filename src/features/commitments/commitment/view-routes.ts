import type { Actor } from '../../../kernel/access/actor.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { CommitmentView, StoryView } from '../../../tabs/contract/commitments.ts'
import { type Commitment, type CommitmentStory, isTellable, stageOf, undoUntil } from './domain.ts'

type Parts = {
  readonly zone: string
  readonly clock: Clock
  readonly mayTell: (actor: Actor) => Promise<boolean>
}

/** Whether its pilot laid it aside is told to nobody. */
function storyView({ text, named, state, at, publishedAt }: CommitmentStory, zone: string): StoryView {
  const out = state === 'published' && publishedAt !== undefined
  return { text, named, toldOn: dateIn(at, zone), ...(out && { publishedOn: dateIn(publishedAt, zone) }) }
}

function viewOf(
  { zone, clock }: Omit<Parts, 'mayTell'>,
  commitment: Commitment,
  tellable: boolean,
): CommitmentView {
  const { id, axis, text, horizon, visibility, state, endedAt, notes, lastNote, inspiredBy } = commitment
  const { rewordedAt, story } = commitment
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
    ...(until !== undefined && !story && { undoUntil: until }),
    ...(story && { story: storyView(story, zone) }),
    ...(tellable && { tellable: true as const }),
  }
}

/** One's own commitments as the tab shows them. */
export type CommitmentViews = {
  readonly one: (actor: Actor, commitment: Commitment) => Promise<CommitmentView>
  readonly many: (actor: Actor, commitments: readonly Commitment[]) => Promise<readonly CommitmentView[]>
}

export function commitmentViews(parts: Parts): CommitmentViews {
  async function many(actor: Actor, commitments: readonly Commitment[]): Promise<readonly CommitmentView[]> {
    const tellable = commitments.some(isTellable) && (await parts.mayTell(actor))
    return commitments.map(each => viewOf(parts, each, tellable && isTellable(each)))
  }
  return {
    many,
    async one(actor, commitment) {
      const tellable = isTellable(commitment) && (await parts.mayTell(actor))
      return viewOf(parts, commitment, tellable)
    },
  }
}

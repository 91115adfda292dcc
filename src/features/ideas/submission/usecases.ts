import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import { checkTaking, type IdeaBox } from '../boxes/domain.ts'
import type { BoxStore } from '../boxes/usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, ideaText, requireFound } from '../idea/domain.ts'
import type { CreateIdea } from './creation-usecases.ts'
import type { Submission } from './domain.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'once' | 'clock' | 'ids'> & {
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly boxStore: (tx: Tx) => Pick<BoxStore, 'findBox'>
  /** @throws Refusal `axis-missing` */
  readonly knownAxis: (axis: string) => string
  readonly create: CreateIdea
}

export type SubmissionUsecases = ReturnType<typeof submissionUsecases>

/** Submission of ideas. */
export function submissionUsecases(parts: Parts, context: Pick<IdeaContext, 'seenOne'>) {
  const { ideaStore, boxStore, transact, read, once, clock, ids, channels, knownAxis, create } = parts

  function ideaOf(actor: Actor, id: string, submission: Submission, box?: IdeaBox, channel?: string): Idea {
    const { axis, unnamed, thread, origin, inspiredBy } = submission
    const text = ideaText(submission.text)
    return {
      id,
      author: actor.id,
      ...((unnamed || box?.kind === 'question') && { unnamed: true as const }),
      ...(actor.direction !== undefined && { direction: actor.direction }),
      ...(axis !== undefined && { axis: knownAxis(axis) }),
      text,
      state: 'received',
      ...(box && { box: box.id }),
      ...(channel !== undefined && { channel }),
      ...(thread && thread),
      ...(origin && { origin }),
      ...(inspiredBy !== undefined && { inspiredBy }),
      supports: 0,
      directions: 0,
      comments: 0,
      at: clock.now(),
    }
  }

  /** The one channel of its box where an idea is posted: where it was typed, or the first when that is none of them. */
  async function channelOf({ id }: IdeaBox, from: string | undefined): Promise<string | undefined> {
    const places = await channels.announced({ thing: 'box', id })
    return (places.find(place => place.id === from) ?? places[0])?.id
  }

  /** The idea that an earlier call with the same words made. */
  function repeated(idea: Idea): Idea {
    if (idea.state === 'withdrawn') throw new Refusal('idea-withdrawn')
    return idea
  }

  return {
    /**
     * Stores an idea, once for all `keys`; the author is its first supporter.
     * @throws Refusal `empty-text`, `too-long`, `axis-missing` (an unknown axis), `gone` (the box, or the idea that
     * inspired it), `box-closed`, `idea-withdrawn` (the same was sent, and taken back)
     */
    async submit(actor: Actor, submission: Submission, keys: readonly IdempotencyKey[]): Promise<IdeaSeen> {
      permit(IDEA_PERMISSIONS.submit, actor.role)
      const wanted = submission.box
      const box =
        wanted === undefined ? undefined : requireFound(await read(tx => boxStore(tx).findBox(wanted)))
      if (box) checkTaking(box)
      const channel = box && (await channelOf(box, submission.from))
      const idea = ideaOf(actor, ids.next(), submission, box, channel)
      const kept = await transact(async tx => {
        // Its id may have been reserved earlier, when similar ideas were shown.
        const id = await once(tx, keys, idea.id)
        if (!(await ideaStore(tx).find(id))) await create(tx, actor, { ...idea, id })
        return repeated(requireFound(await ideaStore(tx).find(id)))
      })
      return context.seenOne(actor, kept)
    },
  }
}

import type { Actor } from '../../../kernel/access/actor.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import { TELL_AFTER } from '../answers/take-back.ts'
import type { CommentStore } from '../comments/usecases.ts'
import type { IdeaContextParts } from '../idea/context-usecases.ts'

/** What organisers hide or show again: a comment of the idea, or (without `comment`) the idea itself. */
type Moderated = { readonly idea: string; readonly comment?: string; readonly author: string }

type NoticeParts = Pick<IdeaContextParts, 'note' | 'clock'> & {
  readonly messages: Pick<MessageUsecases, 'tell'>
}

function dueFact({ idea, comment }: Moderated, at: number): Fact {
  return {
    kind: 'ideas.hiding-due',
    payload: { idea, ...(comment !== undefined && { comment }), at },
    dueAt: at + TELL_AFTER,
    mergeKey: `ideas.hiding-due:${comment ?? idea}:${at}`,
  }
}

export type Hidings = ReturnType<typeof hidingsOf>

/**
 * Notifies an author that something of theirs was hidden: after `TELL_AFTER`, and not at all when it was undone by
 * then.
 */
export function hidingsOf({ note, clock, messages }: NoticeParts) {
  async function tell(tx: Tx, of: Moderated, step: 'hidden' | 'restored', at: number): Promise<void> {
    const { idea, comment, author: person } = of
    const about = comment === undefined ? `idea:${idea}` : `comment:${comment}`
    const subject = { idea, ...(comment !== undefined && { comment }), step }
    const reason = `${about}:${step}:${at}`
    await messages.tell(tx, { person, topic: 'moderated', reason, subject, by: 'ideas' })
  }

  return {
    tell,

    /** Hidden at `at` (ms). An organiser who hides their own is not notified. */
    async hid(tx: Tx, by: Actor, of: Moderated, at: number): Promise<void> {
      if (of.author !== by.id) await note(tx, dueFact(of, at))
    },

    /** Visible again. `hiddenAt`: milliseconds. */
    async restored(tx: Tx, by: Actor, of: Moderated, hiddenAt: number): Promise<void> {
      const now = clock.now()
      if (of.author === by.id || now < hiddenAt + TELL_AFTER) return
      await tell(tx, of, 'restored', now)
    },
  }
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact'> & {
  readonly commentStore: (tx: Tx) => Pick<CommentStore, 'findComment'>
  readonly tell: Hidings['tell']
}

export type HidingUsecases = ReturnType<typeof hidingUsecases>

export function hidingUsecases({ ideaStore, commentStore, tell, transact }: Parts) {
  return {
    /** Notifies the author of the reason for a hiding at `at` (ms), unless it was shown again or taken back since. */
    tellHiding: ({ idea: id, comment, at }: Omit<Moderated, 'author'> & { at: number }): Promise<void> =>
      transact(async tx => {
        const idea = await ideaStore(tx).lock(id)
        if (!idea || idea.state === 'withdrawn') return
        const one = comment === undefined ? idea : await commentStore(tx).findComment(comment)
        if (one?.hidden?.at !== at || ('withdrawnAt' in one && one.withdrawnAt !== undefined)) return
        const { author } = one
        await tell(tx, { idea: id, ...(comment !== undefined && { comment }), author }, 'hidden', at)
      }),
  }
}

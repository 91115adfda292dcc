import type { Actor } from '../kernel/actor.ts'
import { LIMITS } from '../kernel/limits.ts'
import { Refusal } from '../kernel/refusal.ts'
import { refusalReply } from './house-cards.ts'
import { noticeOf } from './refusals.ts'
import type { Reply } from './reply.ts'
import type { RouterParts } from './router.ts'

/** What stands before each act: too many are refused, and a refusal is noted and told in words. */
export function createGuard(parts: Pick<RouterParts, 'words' | 'trace' | 'limits' | 'refused'>) {
  /** Who was told no in this turn. */
  const denied = new WeakSet<Actor>()

  /** A refusal is shown on what `redraw` draws; where that is refused too, on a card of its own. */
  async function refuse(actor: Actor, refusal: Refusal, redraw?: () => Promise<Reply>): Promise<Reply> {
    const words = parts.words(actor.language)
    const drawn = await redraw?.().catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return drawn ? { ...drawn, notice: noticeOf(refusal, words) } : refusalReply(words, refusal)
  }

  async function guarded(
    actor: Actor,
    act: string,
    run: () => Promise<Reply>,
    redraw?: () => Promise<Reply>,
  ): Promise<Reply> {
    parts.trace?.tell({ act })
    try {
      const late = parts.limits.over(LIMITS.act, actor.id)
      if (late) throw late
      return await run()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      denied.add(actor)
      await parts.refused({ actor, door: 'chat', act, code: error.code })
      return refuse(actor, error, redraw)
    }
  }

  return {
    guarded,
    /** Whether somebody was told no since they were last asked about. */
    wasDenied: (actor: Actor) => denied.delete(actor),
  }
}

import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Trace } from '../../kernel/monitoring/trace.ts'
import { LIMITS, type Limits, limitKey } from '../../kernel/requests/limits.ts'
import type { Language } from '../../kernel/text/language.ts'
import { checkLetters } from '../protocol/input-size.ts'
import type { Reply } from '../protocol/reply.ts'
import { refusalReply } from '../replies/bot-cards.ts'
import { type ChatRefusal, noticeOf } from '../replies/refusal-notices.ts'

/** Runs an act under its name; a refusal is shown on the card that `redraw` renders. */
export type Guarded = (
  act: string,
  run: () => Promise<Reply>,
  redraw?: () => Promise<Reply>,
) => Promise<Reply>

/** The same for a button press: oversized input is refused before it is processed. */
export function bounded(guarded: Guarded, data: unknown): Guarded {
  const checked = (draw: () => Promise<Reply>) => async () => {
    checkLetters(data)
    return draw()
  }
  return (act, run, redraw) => guarded(act, checked(run), redraw && checked(redraw))
}

export type GuardParts = {
  readonly words: (language: Language) => Words
  readonly limits: Limits
  /** Called for each refusal: feeds the audit log. */
  readonly refused: (attempt: ChatRefusal) => Promise<void>
  readonly trace?: Trace
}

/** Wraps each act: rate limits before it, and a refusal recorded and shown in words after it. */
export function createGuard(parts: GuardParts) {
  /** Actors with a refusal in this turn. */
  const denied = new WeakSet<Actor>()

  /** Shows a refusal on the card of `redraw`; where that is refused too, on a card of its own. */
  async function refuse(actor: Actor, refusal: Refusal, redraw?: () => Promise<Reply>): Promise<Reply> {
    const words = parts.words(actor.language)
    const drawn = await redraw?.().catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return drawn ? { ...drawn, notice: noticeOf(refusal, words) } : refusalReply(words, refusal)
  }

  /** Applies the rate limit, before the input is read. @returns how to run the act */
  function counted(actor: Actor): Guarded {
    const late = parts.limits.over(LIMITS.act, limitKey(actor))
    return async (act, run, redraw) => {
      parts.trace?.annotate({ act })
      try {
        if (late) throw late
        return await run()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        denied.add(actor)
        await parts.refused({ actor, entryPoint: 'chat', act, code: error.code })
        return refuse(actor, error, redraw)
      }
    }
  }

  return {
    counted,
    /** Whether the actor was refused since the last call. */
    wasDenied: (actor: Actor) => denied.delete(actor),
  }
}

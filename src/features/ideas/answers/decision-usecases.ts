import type { Actor } from '../../../kernel/access/actor.ts'
import { inDetail } from '../../../kernel/access/audit.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import { checkShown } from '../idea/hiding.ts'
import { type Pending, withPending } from '../idea/pending.ts'
import { DECIDE, type DecisionStep, permitDecision, reasonText } from '../idea/state.ts'
import type { Pendings } from './take-back-usecases.ts'

/** `reason`: required when an idea is set aside. */
type NewDecision = { readonly step: DecisionStep; readonly reason?: string }

type Parts = Pick<IdeaContextParts, 'audit'> & {
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
  readonly delay: Pendings['delay']
}

export type DecisionUsecases = ReturnType<typeof decisionUsecases>

export function decisionUsecases(
  { pendingOn, delay, audit }: Parts,
  context: Pick<IdeaContext, 'withAny' | 'seenOne'>,
) {
  return {
    /**
     * Puts the idea under study, retains it, or sets it aside for a reason. The decision is delayed by `TELL_AFTER`,
     * during which it can be undone; then author and supporters are notified once. Idempotent: the same
     * decision again only corrects the reason, without a second notification.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `empty-text`, `too-long`, `idea-hidden`, and of
     * `permitDecision`
     */
    async decide(actor: Actor, id: string, { step, reason: typed = '' }: NewDecision): Promise<IdeaSeen> {
      const idea = await context.withAny(id, async (tx, found) => {
        permitDecision(found, actor)
        checkShown(found)
        const text = step === 'aside' ? reasonText(typed) : ''
        const rows = await pendingOn(tx, [id])
        const { state, decision } = withPending(found, rows)
        if (state === step && (decision?.reason ?? '') === text) return
        await delay(tx, actor, found, { step, text }, rows)
        await audit(tx, actor, DECIDE.act, inDetail(id, step))
      })
      return context.seenOne(actor, idea)
    },
  }
}

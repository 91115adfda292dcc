import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { IdeaSeen } from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'
import { checkShown } from './moderation.ts'
import { DECIDE, type Decision, type DecisionStep, permitDecision, reasonText } from './state.ts'
import type { Steps } from './step-usecases.ts'

export type DecisionStore = {
  /** The idea's last decision from now on, and its state. */
  readonly setDecision: (id: string, decision: Decision) => Promise<void>
}

/** What is decided. `reason` counts where an idea is set aside. */
export type Deciding = { readonly step: DecisionStep; readonly reason?: string }

type Parts = GroundParts & { readonly store: (tx: Tx) => GroundStore & DecisionStore }

export function decisionUsecases(
  { store, audit, clock }: Parts,
  ground: Ground,
  steps: Pick<Steps, 'tellTouched'>,
) {
  return {
    /**
     * Puts the idea under study, retains it, or sets it aside for a reason. Who touched it hears of each decision once;
     * the same decision again changes nothing but the words of the reason, which are told no more.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `empty-text`, `too-long`, `idea-hidden`, and of `permitDecision`
     */
    async decide(actor: Actor, id: string, { step, reason: typed = '' }: Deciding): Promise<IdeaSeen> {
      const idea = await ground.withAny(id, async (tx, found) => {
        permitDecision(found, actor)
        checkShown(found)
        const reason = step === 'aside' ? reasonText(typed) : undefined
        const again = found.state === step
        if (again && found.decision?.reason === reason) return
        const turn = (found.decision?.turn ?? 0) + (again ? 0 : 1)
        const why = reason === undefined ? {} : { reason }
        await store(tx).setDecision(id, { step, by: actor.id, as: actor.role, at: clock.now(), turn, ...why })
        await audit(tx, actor, DECIDE.act, id)
        if (again) return
        const detail = reason === undefined ? {} : { detail: reason }
        await steps.tellTouched(tx, {
          idea: id,
          step,
          by: actor,
          occasion: turn,
          subject: { turn },
          ...detail,
        })
      })
      return ground.seenOne(actor, idea)
    },
  }
}

import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { tieToAnswer } from '../idea/answer-rights.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Idea, IdeaAnswer, IdeaSeen } from '../idea/domain.ts'
import { counting, decisionBy, isDecided, type Pending, type PendingDecision } from '../idea/pending.ts'
import { type Decision, isOver } from '../idea/state.ts'
import type { Steps } from '../idea/state-usecases.ts'
import { ANSWER_PERMISSIONS } from './domain.ts'
import { momentAfter, TELL_AFTER } from './take-back.ts'

export type PendingStore = {
  /** Pending decisions and answers of these ideas, each idea's oldest first. */
  readonly pendingOn: (ideas: readonly string[]) => Promise<readonly Pending[]>
  readonly addPending: (pending: Pending) => Promise<void>
  readonly removePending: (rows: readonly Pending[]) => Promise<void>
  readonly allPending: (limit: number) => Promise<readonly Pending[]>
}

/** Writes to the idea once the undo window is over. */
export type OutcomeStore = {
  /** Sets the idea's answer. */
  readonly setAnswer: (id: string, answer: IdeaAnswer) => Promise<void>
  /** Sets the idea's last decision, and its state. */
  readonly setDecision: (id: string, decision: Decision) => Promise<void>
}

type PendingParts = Pick<IdeaContextParts, 'ideaStore' | 'note' | 'clock'> & {
  readonly store: (tx: Tx) => PendingStore
  readonly outcomeStore: (tx: Tx) => OutcomeStore
  readonly notifyFollowers: Steps['notifyFollowers']
}

/** A decision or an answer, not stored yet. */
type NewPending = Pick<Pending, 'step' | 'text'>

/** Pending rows kept for one idea and kind: of more changes of mind than this, the oldest cannot be gone back to. */
const KEPT = 10
/** Pending rows rescheduled at start: many more than ten minutes ever bring. */
const RESUMED = 1_000

function dueFact({ idea, at, dueAt }: Pending): Fact {
  return { kind: 'ideas.due', payload: { idea }, dueAt, mergeKey: `ideas.due:${idea}:${at}` }
}

export type Pendings = ReturnType<typeof pendingOf>

/**
 * Decisions and answers within their undo window: kept in a table of their own, applied to the idea when it is over.
 */
export function pendingOf(
  { ideaStore, store, outcomeStore, notifyFollowers, note, clock }: PendingParts,
  context: Pick<IdeaContext, 'happened'>,
) {
  const by = ({ by, as }: Pending) => ({ id: by, role: as })

  async function decide(tx: Tx, idea: Idea, row: PendingDecision): Promise<void> {
    if (isOver(idea.state)) return
    const decision = decisionBy(idea, row)
    const again = idea.state === row.step
    if (again && idea.decision?.reason === decision.reason) return
    await outcomeStore(tx).setDecision(idea.id, decision)
    if (again) return
    const { reason: detail, turn, step, at } = decision
    const notice = { occasion: turn, subject: { turn }, at, ...(detail !== undefined && { detail }) }
    await notifyFollowers(tx, { idea: idea.id, step, by: by(row), ...notice })
  }

  async function answer(tx: Tx, idea: Idea, row: Pending): Promise<void> {
    const { text, by: id, as, at } = row
    if (idea.state === 'withdrawn' || idea.root !== undefined) return
    await outcomeStore(tx).setAnswer(idea.id, { text, by: id, as, at })
    if (idea.answer) await context.happened(tx, 'answered', idea, by(row), undefined, at)
    else await notifyFollowers(tx, { idea: idea.id, step: 'answered', by: by(row), at })
  }

  /**
   * Applies pending rows due by `until` (ms) and returns the idea as it then is. The caller holds the lock on the idea.
   */
  async function applyPending(tx: Tx, held: Idea, until = Number.MAX_SAFE_INTEGER): Promise<Idea> {
    const rows = await store(tx).pendingOn([held.id])
    let idea = held
    for (const row of counting(rows).filter(({ dueAt }) => dueAt <= until)) {
      await (isDecided(row) ? decide(tx, idea, row) : answer(tx, idea, row))
      await store(tx).removePending(
        rows.filter(each => isDecided(each) === isDecided(row) && each.at <= row.at),
      )
      idea = (await ideaStore(tx).find(idea.id)) ?? idea
    }
    return idea
  }

  return {
    applyPending,

    /**
     * Stores what `actor` does now, to take effect in `TELL_AFTER`. `rows`: pending rows of the idea. The caller holds
     * its lock.
     */
    async delay(
      tx: Tx,
      actor: Actor,
      idea: Idea,
      doing: NewPending,
      rows: readonly Pending[],
    ): Promise<void> {
      const now = clock.now()
      const at = momentAfter(idea, rows, now)
      const pending = { ...doing, idea: idea.id, by: actor.id, as: actor.role, at, dueAt: now + TELL_AFTER }
      const same = rows.filter(row => isDecided(row) === isDecided(pending))
      await store(tx).removePending(same.slice(0, Math.max(0, same.length + 1 - KEPT)))
      await store(tx).addPending(pending)
      await note(tx, dueFact(pending))
    },

    /** Undoes the last row of its kind; the one that it replaced is pending again, with its own due time. */
    async undo(tx: Tx, row: Pending, rows: readonly Pending[]): Promise<void> {
      await store(tx).removePending([row])
      const before = rows.findLast(each => each.at < row.at && isDecided(each) === isDecided(row))
      if (before) await note(tx, dueFact({ ...before, dueAt: Math.max(before.dueAt, clock.now()) }))
    },
  }
}

type Parts = Pick<IdeaContextParts, 'transact' | 'note' | 'audit' | 'clock'> & {
  readonly store: (tx: Tx) => PendingStore
  readonly pendings: Pick<Pendings, 'applyPending' | 'undo'>
}

export type PendingUsecases = ReturnType<typeof pendingUsecases>

export function pendingUsecases(
  { store, pendings, transact, note, audit, clock }: Parts,
  context: Pick<IdeaContext, 'withAny' | 'seenOne'>,
) {
  const { applyPending, undo } = pendings

  /** @throws Refusal `role-needed`, `not-yours` */
  function permitUndo(row: Pending, { direction }: Idea, actor: Actor): void {
    const tie = relationToDirection(actor, direction)
    permit(isDecided(row) ? ANSWER_PERMISSIONS.undoDecision : ANSWER_PERMISSIONS.answer, actor.role, tie)
    if (!isDecided(row)) permit(ANSWER_PERMISSIONS.undoAnswer, actor.role, tieToAnswer(row, actor))
  }

  /** Already undone: nothing to do, unless it has taken effect. @throws Refusal `decision-told`, and of `permit` */
  function checkUndone({ direction, decision, answer }: Idea, actor: Actor, at: number): void {
    permit(ANSWER_PERMISSIONS.answer, actor.role, relationToDirection(actor, direction))
    const applied = decision?.at === at || answer?.at === at
    if (applied || clock.now() >= at + TELL_AFTER) throw new Refusal('decision-told')
  }

  return {
    /**
     * Undoes the decision or answer made at `at` (ms), before anybody is notified: the idea is as before. Idempotent;
     * what somebody else did since is kept.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `decision-told`
     */
    async takeBack(actor: Actor, id: string, at: number): Promise<IdeaSeen> {
      const idea = await context.withAny(id, async (tx, found) => {
        const rows = await store(tx).pendingOn([id])
        const row = rows.find(each => each.at === at)
        if (!row) return checkUndone(found, actor, at)
        permitUndo(row, found, actor)
        if (!counting(rows).includes(row)) return
        await undo(tx, row, rows)
        await audit(tx, actor, ANSWER_PERMISSIONS[isDecided(row) ? 'undoDecision' : 'undoAnswer'].act, id)
      })
      return context.seenOne(actor, idea)
    },

    /** Applies what is due of the idea, and notifies those concerned. */
    async applyDue(id: string): Promise<void> {
      await context.withAny(id, async (tx, idea) => {
        await applyPending(tx, idea, clock.now())
      })
    },

    /** At start: schedules all pending rows again, in case a fact was lost. */
    resumePending: (): Promise<void> =>
      transact(async tx => {
        for (const row of await store(tx).allPending(RESUMED)) await note(tx, dueFact(row))
      }),
  }
}

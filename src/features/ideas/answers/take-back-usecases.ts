import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationTo } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { tieToAnswer } from '../idea/answer-rights.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import { counting, decisionBy, isDecided, type Pending, type PendingDecision } from '../idea/pending.ts'
import { isOver } from '../idea/state.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { DecisionStore } from './decision-usecases.ts'
import { ANSWER_PERMISSIONS } from './domain.ts'
import { momentAfter, TELL_AFTER } from './take-back.ts'
import type { AnswerStore } from './usecases.ts'

export type PendingStore = {
  /** What pends on these ideas, each idea's oldest first. */
  readonly pendingOn: (ideas: readonly string[]) => Promise<readonly Pending[]>
  readonly addPending: (pending: Pending) => Promise<void>
  readonly removePending: (rows: readonly Pending[]) => Promise<void>
  readonly allPending: (limit: number) => Promise<readonly Pending[]>
}

type Store = GroundStore & PendingStore & Pick<AnswerStore, 'setAnswer'> & DecisionStore
type Parts = GroundParts & { readonly store: (tx: Tx) => Store }

/** What somebody does of an idea. */
type Doing = Pick<Pending, 'step' | 'text'>

/** Of one idea and kind: a mind changed more often than this is not gone back through to its beginning. */
const KEPT = 10
/** Looked after at start: many more than ten minutes ever hold. */
const RESUMED = 1_000

function dueFact({ idea, at, dueAt }: Pending): Fact {
  return { kind: 'ideas.due', payload: { idea }, dueAt, mergeKey: `ideas.due:${idea}:${at}` }
}

export type Pendings = ReturnType<typeof pendingOf>

/** What can be taken back before anybody hears of it: kept beside the idea, which shows it once it comes true. */
export function pendingOf({ store, note, clock }: Parts, ground: Ground, steps: Pick<Steps, 'tellTouched'>) {
  const by = ({ by, as }: Pending) => ({ id: by, role: as })

  async function decide(tx: Tx, idea: Idea, row: PendingDecision): Promise<void> {
    if (isOver(idea.state)) return
    const decision = decisionBy(idea, row)
    const again = idea.state === row.step
    if (again && idea.decision?.reason === decision.reason) return
    await store(tx).setDecision(idea.id, decision)
    if (again) return
    const { reason: detail, turn, step, at } = decision
    const told = { occasion: turn, subject: { turn }, at, ...(detail !== undefined && { detail }) }
    await steps.tellTouched(tx, { idea: idea.id, step, by: by(row), ...told })
  }

  async function answer(tx: Tx, idea: Idea, row: Pending): Promise<void> {
    const { text, by: id, as, at } = row
    if (idea.state === 'withdrawn' || idea.root !== undefined) return
    await store(tx).setAnswer(idea.id, { text, by: id, as, at })
    if (idea.answer) await ground.happened(tx, 'answered', idea, by(row), undefined, at)
    else await steps.tellTouched(tx, { idea: idea.id, step: 'answered', by: by(row), at })
  }

  /** Makes true what is due by `until` (ms), and answers the idea as it then stands. It is held already. */
  async function conclude(tx: Tx, held: Idea, until = Number.MAX_SAFE_INTEGER): Promise<Idea> {
    const rows = await store(tx).pendingOn([held.id])
    let idea = held
    for (const row of counting(rows).filter(({ dueAt }) => dueAt <= until)) {
      await (isDecided(row) ? decide(tx, idea, row) : answer(tx, idea, row))
      await store(tx).removePending(
        rows.filter(each => isDecided(each) === isDecided(row) && each.at <= row.at),
      )
      idea = (await store(tx).find(idea.id)) ?? idea
    }
    return idea
  }

  return {
    conclude,

    /** Keeps what `actor` does now, to be told in `TELL_AFTER`. `rows`: what pends on the idea, which is held. */
    async pend(tx: Tx, actor: Actor, idea: Idea, doing: Doing, rows: readonly Pending[]): Promise<void> {
      const now = clock.now()
      const at = momentAfter(idea, rows, now)
      const pending = { ...doing, idea: idea.id, by: actor.id, as: actor.role, at, dueAt: now + TELL_AFTER }
      const same = rows.filter(row => isDecided(row) === isDecided(pending))
      await store(tx).removePending(same.slice(0, Math.max(0, same.length + 1 - KEPT)))
      await store(tx).addPending(pending)
      await note(tx, dueFact(pending))
    },

    /** Takes away the last of its kind; what it stood in the place of counts again, and is told at its own time. */
    async unpend(tx: Tx, row: Pending, rows: readonly Pending[]): Promise<void> {
      await store(tx).removePending([row])
      const before = rows.findLast(each => each.at < row.at && isDecided(each) === isDecided(row))
      if (before) await note(tx, dueFact({ ...before, dueAt: Math.max(before.dueAt, clock.now()) }))
    },
  }
}

export function pendingUsecases(parts: Parts, ground: Ground, { conclude, unpend }: Pendings) {
  const { store, transact, note, audit, clock } = parts

  /** @throws Refusal `role-needed`, `not-yours` */
  function permitUndo(row: Pending, { direction }: Idea, actor: Actor): void {
    const tie = relationTo(actor, direction)
    permit(isDecided(row) ? ANSWER_PERMISSIONS.undoDecision : ANSWER_PERMISSIONS.answer, actor.role, tie)
    if (!isDecided(row)) permit(ANSWER_PERMISSIONS.undoAnswer, actor.role, tieToAnswer(row, actor))
  }

  /** It was taken back already, unless it came true. @throws Refusal `decision-told`, and for who answers for nothing here */
  function checkUndone({ direction, decision, answer }: Idea, actor: Actor, at: number): void {
    permit(ANSWER_PERMISSIONS.answer, actor.role, relationTo(actor, direction))
    const told = decision?.at === at || answer?.at === at
    if (told || clock.now() >= at + TELL_AFTER) throw new Refusal('decision-told')
  }

  return {
    /**
     * Takes back what was decided or answered at the moment `at` (ms), before anybody is told: the idea is what it was.
     * Said twice, it is taken back once; what somebody else did since stands.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `decision-told`
     */
    async takeBack(actor: Actor, id: string, at: number): Promise<IdeaSeen> {
      const idea = await ground.withAny(id, async (tx, found) => {
        const rows = await store(tx).pendingOn([id])
        const row = rows.find(each => each.at === at)
        if (!row) return checkUndone(found, actor, at)
        permitUndo(row, found, actor)
        if (!counting(rows).includes(row)) return
        await unpend(tx, row, rows)
        await audit(tx, actor, ANSWER_PERMISSIONS[isDecided(row) ? 'undoDecision' : 'undoAnswer'].act, id)
      })
      return ground.seenOne(actor, idea)
    },

    /** Makes true, and has told, what nobody took back of the idea in time. */
    async concludeDue(id: string): Promise<void> {
      await ground.withAny(id, async (tx, idea) => {
        await conclude(tx, idea, clock.now())
      })
    },

    /** At start: what pends is told in its time, whatever became of the fact that was to see to it. */
    resumePending: (): Promise<void> =>
      transact(async tx => {
        for (const row of await store(tx).allPending(RESUMED)) await note(tx, dueFact(row))
      }),
  }
}

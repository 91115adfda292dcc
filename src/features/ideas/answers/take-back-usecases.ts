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
  /** What pends on these ideas, each idea's oldest first. */
  readonly pendingOn: (ideas: readonly string[]) => Promise<readonly Pending[]>
  readonly addPending: (pending: Pending) => Promise<void>
  readonly removePending: (rows: readonly Pending[]) => Promise<void>
  readonly allPending: (limit: number) => Promise<readonly Pending[]>
}

/** What comes true of an idea once nobody can take it back. */
export type OutcomeStore = {
  /** The idea's answer from now on. */
  readonly setAnswer: (id: string, answer: IdeaAnswer) => Promise<void>
  /** The idea's last decision from now on, and its state. */
  readonly setDecision: (id: string, decision: Decision) => Promise<void>
}

type PendingParts = Pick<IdeaContextParts, 'ideaStore' | 'note' | 'clock'> & {
  readonly store: (tx: Tx) => PendingStore
  readonly outcomeStore: (tx: Tx) => OutcomeStore
  readonly tellTouched: Steps['tellTouched']
}

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
export function pendingOf(
  { ideaStore, store, outcomeStore, tellTouched, note, clock }: PendingParts,
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
    const told = { occasion: turn, subject: { turn }, at, ...(detail !== undefined && { detail }) }
    await tellTouched(tx, { idea: idea.id, step, by: by(row), ...told })
  }

  async function answer(tx: Tx, idea: Idea, row: Pending): Promise<void> {
    const { text, by: id, as, at } = row
    if (idea.state === 'withdrawn' || idea.root !== undefined) return
    await outcomeStore(tx).setAnswer(idea.id, { text, by: id, as, at })
    if (idea.answer) await context.happened(tx, 'answered', idea, by(row), undefined, at)
    else await tellTouched(tx, { idea: idea.id, step: 'answered', by: by(row), at })
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
      idea = (await ideaStore(tx).find(idea.id)) ?? idea
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

type Parts = Pick<IdeaContextParts, 'transact' | 'note' | 'audit' | 'clock'> & {
  readonly store: (tx: Tx) => PendingStore
  readonly pendings: Pick<Pendings, 'conclude' | 'unpend'>
}

export type PendingUsecases = ReturnType<typeof pendingUsecases>

export function pendingUsecases(
  { store, pendings, transact, note, audit, clock }: Parts,
  context: Pick<IdeaContext, 'withAny' | 'seenOne'>,
) {
  const { conclude, unpend } = pendings

  /** @throws Refusal `role-needed`, `not-yours` */
  function permitUndo(row: Pending, { direction }: Idea, actor: Actor): void {
    const tie = relationToDirection(actor, direction)
    permit(isDecided(row) ? ANSWER_PERMISSIONS.undoDecision : ANSWER_PERMISSIONS.answer, actor.role, tie)
    if (!isDecided(row)) permit(ANSWER_PERMISSIONS.undoAnswer, actor.role, tieToAnswer(row, actor))
  }

  /** It was taken back already, unless it came true. @throws Refusal `decision-told`, and for who answers for nothing here */
  function checkUndone({ direction, decision, answer }: Idea, actor: Actor, at: number): void {
    permit(ANSWER_PERMISSIONS.answer, actor.role, relationToDirection(actor, direction))
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
      const idea = await context.withAny(id, async (tx, found) => {
        const rows = await store(tx).pendingOn([id])
        const row = rows.find(each => each.at === at)
        if (!row) return checkUndone(found, actor, at)
        permitUndo(row, found, actor)
        if (!counting(rows).includes(row)) return
        await unpend(tx, row, rows)
        await audit(tx, actor, ANSWER_PERMISSIONS[isDecided(row) ? 'undoDecision' : 'undoAnswer'].act, id)
      })
      return context.seenOne(actor, idea)
    },

    /** Makes true, and has told, what nobody took back of the idea in time. */
    async concludeDue(id: string): Promise<void> {
      await context.withAny(id, async (tx, idea) => {
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

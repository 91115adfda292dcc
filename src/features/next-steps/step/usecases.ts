import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { StepContext, StepContextParts } from './context-usecases.ts'
import {
  checkDue,
  isForInitiative,
  lastDay,
  MOST,
  type NextStep,
  permitWriting,
  postponed,
  running,
  STEP_LENGTH,
  STEP_PERMISSIONS,
  stepText,
  tended,
  UNDO_TIME,
  unasked,
  undoUntil,
  writingRow,
} from './domain.ts'
import { changedFact, dueFact, keptFact, lateReason, promisingFact } from './facts.ts'
import type { NextStepSeen } from './seen.ts'
import { checkSubject, type SubjectKey } from './subject.ts'

/** What somebody writes. `mine`: they see to it themselves; `named`: and have their name shown. */
export type NewStep = {
  readonly subject: SubjectKey
  readonly text: string
  /** `YYYY-MM-DD`, or '' where none was chosen. */
  readonly due: string
  readonly mine: boolean
  readonly named: boolean
}

type Parts = Pick<StepContextParts, 'store' | 'transact' | 'read' | 'note' | 'clock' | 'zone'> & {
  readonly once: Once
  readonly audit: Audit
  readonly ids: Ids
  readonly programme: Pick<Programme, 'phases'>
  readonly messages: Pick<MessageUsecases, 'noteActed'>
}

export type NextStepUsecases = ReturnType<typeof nextStepUsecases>

/** A step written, and ended: kept, put off, or dropped for a reason. */
export function nextStepUsecases(parts: Parts, context: StepContext) {
  const { store, transact, read, note, clock, zone, once, audit, ids, programme, messages } = parts

  function dueOf(typed: string): string {
    const today = context.today()
    return checkDue(typed, today, lastDay(programme.phases, today))
  }

  /** What reminded its holder has worked. */
  async function acted(tx: Tx, step: NextStep): Promise<void> {
    if (step.holder === undefined || step.lateAt === undefined) return
    await messages.noteActed(tx, { person: step.holder, topic: 'my-step', reason: lateReason(step) })
  }

  async function checkRoom(tx: Tx, { kind, id }: SubjectKey): Promise<void> {
    const open = (await store(tx).on(kind, [id])).filter(({ endedAt }) => endedAt === undefined)
    if (open.length >= MOST) throw new Refusal('step-many', { max: MOST })
  }

  async function written(tx: Tx, actor: Actor, given: NewStep, id: string): Promise<NextStep> {
    const { subject: key, mine, named } = given
    const subject = await context.subjectOf(tx, key)
    permitWriting(actor, key.kind, subject)
    const about = checkSubject(subject)
    const { direction } = about
    const forInitiative = isForInitiative(actor, about)
    if (forInitiative && !mine) throw new Refusal('step-own-initiative')
    const due = dueOf(given.due)
    return {
      id,
      subject: key,
      text: stepText(given.text),
      due,
      firstDue: due,
      // A manager promises for their Direction, whoever organises for the Lab'.
      ...(actor.role !== 'organiser' && direction !== undefined && { direction }),
      ...(forInitiative && { forInitiative: true as const }),
      state: mine ? 'promised' : 'proposed',
      asker: actor.id,
      ...(mine && { holder: actor.id }),
      ...(mine && named && { named: true as const }),
      turn: 1,
      at: clock.now(),
    }
  }

  return {
    /** Whether somebody may write what follows, before they do. @throws Refusal as `write` does of who and where */
    prepare: (
      actor: Actor,
      key: SubjectKey,
    ): Promise<{ readonly title: string; readonly forInitiative: boolean }> =>
      read(async tx => {
        const subject = await context.subjectOf(tx, key)
        permitWriting(actor, key.kind, subject)
        await checkRoom(tx, key)
        const about = checkSubject(subject)
        return { title: about.title, forInitiative: isForInitiative(actor, about) }
      }),

    /** One whose date or end they may change, before they do. @throws Refusal of `running` */
    edit: async (actor: Actor, id: string): Promise<NextStepSeen> =>
      context.seenOne(actor, running(await read(tx => store(tx).find(id)), actor)),

    /**
     * Writes what follows of a thing, once for all `keys`: promised by who writes it, or known to them alone until
     * somebody accepts it.
     * @throws Refusal `role-needed`, `not-yours`, `gone`, `step-own-initiative`, `step-early`, `step-merged`, `step-many`, `empty-text`,
     * `too-long`, `step-date-missing`, `date-past`, `step-date-far`
     */
    async write(actor: Actor, given: NewStep, keys: readonly IdempotencyKey[]): Promise<NextStepSeen> {
      const row = writingRow(given.subject.kind)
      permit(row, actor.role, row.relation)
      const step = await transact(async tx => {
        const made = await written(tx, actor, given, ids.next())
        const id = await once(tx, keys, made.id)
        const before = id === made.id ? undefined : await store(tx).find(id)
        if (before) return before
        await checkRoom(tx, given.subject)
        await store(tx).add(made)
        if (made.state === 'promised') {
          await note(tx, changedFact(made))
          await note(tx, dueFact(made, zone))
          await note(tx, promisingFact(made, clock.now() + UNDO_TIME))
        }
        await audit(tx, actor, STEP_PERMISSIONS.write.act, inDetail(given.subject.id, given.subject.kind))
        return made
      })
      return context.seenOne(actor, step)
    },

    /** It is done; others read so in `UNDO_TIME`, while it can be taken back. @throws Refusal of `tended`, `step-over` */
    keep: (actor: Actor, id: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        if (tended(found, actor).state === 'kept') return found
        const step = running(found, actor)
        if (step.state === 'proposed') throw new Refusal('step-unpromised')
        const endedAt = clock.now()
        await acted(tx, step)
        await note(tx, keptFact(step, endedAt))
        return context.put(tx, step, { ...unasked(step), state: 'kept', endedAt })
      }),

    /** It is not done after all. Said twice, once. @throws Refusal of `tended`, `undo-over` */
    takeBack: (actor: Actor, id: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        const { endedAt: _, ...step } = tended(found, actor)
        if (step.state === 'promised') return found
        if (undoUntil(found, clock.now()) === undefined) throw new Refusal('undo-over')
        return context.put(tx, found, { ...step, state: 'promised' })
      }),

    /** It has another last day. @throws Refusal of `running`, `step-date-missing`, `date-past`, `step-date-far` */
    postpone: (actor: Actor, id: string, day: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        const step = running(found, actor)
        const due = dueOf(day)
        if (due === step.due) return step
        await acted(tx, step)
        return context.put(tx, step, postponed(step, due))
      }),

    /** Nothing follows, and why; of one that nobody promised nothing is left. @throws Refusal of `running`, `empty-text`, `too-long` */
    drop: (actor: Actor, id: string, typed: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        if (tended(found, actor).state === 'dropped') return found
        const step = running(found, actor)
        if (step.state === 'proposed') await store(tx).remove(id)
        const endedAt = clock.now()
        const dropped = { ...unasked(step), state: 'dropped', endedAt } as const
        if (step.state === 'proposed') return dropped
        const word = lineWithin(typed, STEP_LENGTH)
        await acted(tx, step)
        await audit(tx, actor, STEP_PERMISSIONS.tend.act, id)
        return context.put(tx, step, { ...dropped, word })
      }),
  }
}

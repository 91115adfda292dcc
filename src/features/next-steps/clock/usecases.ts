import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { StepContext, StepContextParts } from '../step/context-usecases.ts'
import type { StepDays } from '../step/days.ts'
import { isLate, lastDay, type NextStep, undoUntil } from '../step/domain.ts'
import {
  changedFact,
  endedFact,
  lateReason,
  promisedFact,
  promisingFact,
  recallDay,
  recallFact,
} from '../step/facts.ts'
import { holdsSteps } from '../step/subject.ts'

type Parts = Pick<StepContextParts, 'store' | 'transact' | 'read' | 'note' | 'clock' | 'zone'> & {
  readonly messages: Pick<MessageUsecases, 'tell' | 'workdays'>
  readonly people: Pick<PeopleUsecases, 'inCharge'>
  readonly programme: Pick<Programme, 'phases'>
}

export type StepClockUsecases = ReturnType<typeof stepClockUsecases>

/** What becomes of steps as days pass, and who is told: each of it once. */
export function stepClockUsecases(parts: Parts, context: Pick<StepContext, 'today' | 'subjectOf'>) {
  const { store, transact, read, note, clock, zone, messages, people, programme } = parts

  /** Those in charge but one: of the Direction, or the Lab' where nobody else is. */
  async function inChargeOf({ direction }: NextStep, but: string | undefined): Promise<readonly string[]> {
    const others = async (of: string | undefined) => (await people.inCharge(of)).filter(id => id !== but)
    const found = await others(direction)
    return found.length > 0 || direction === undefined ? found : others(undefined)
  }

  /** Late for `due`, on a thing that still carries it. */
  async function isLateFor(tx: Tx, step: NextStep, due: string): Promise<boolean> {
    const late = step.due === due && step.state === 'promised' && isLate(step, context.today(), clock.now())
    return late && holdsSteps(await context.subjectOf(tx, step.subject))
  }

  async function tellHolder(tx: Tx, { id, due }: NextStep, person: string, recalled: string): Promise<void> {
    await messages.tell(tx, {
      person,
      topic: 'my-step',
      reason: lateReason({ id, due }),
      subject: { step: id, news: 'late', due, recalled },
      by: 'steps',
    })
  }

  return {
    async days(): Promise<StepDays> {
      const today = context.today()
      return { today, last: lastDay(programme.phases, today), workdays: await messages.workdays() }
    },

    /** The day on which those in charge hear of it, unless it is kept by then. */
    recalledOn: async ({ due }: Pick<NextStep, 'due'>): Promise<string> =>
      recallDay(due, await messages.workdays()),

    /** Its day is over: the card that carries it says so, and who promised it hears of it, before anybody else. */
    async late(id: string, due: string): Promise<void> {
      const workdays = await messages.workdays()
      await transact(async tx => {
        const step = await store(tx).lock(id)
        if (!step || step.lateAt !== undefined || !(await isLateFor(tx, step, due))) return
        await store(tx).change({ ...step, lateAt: clock.now() })
        await note(tx, changedFact(step))
        const day = step.holder === undefined ? context.today() : recallDay(due, workdays)
        if (step.holder !== undefined) await tellHolder(tx, step, step.holder, day)
        await note(tx, recallFact(step, day, zone))
      })
    },

    /** It is late still: those in charge hear of it, as who promised it was told that they would. */
    async recall(id: string, due: string): Promise<void> {
      const found = await read(tx => store(tx).find(id))
      const whom = found ? await inChargeOf(found, found.holder) : []
      await transact(async tx => {
        const step = await store(tx).lock(id)
        if (!step || step.recalledAt !== undefined || !(await isLateFor(tx, step, due))) return
        await store(tx).change({ ...step, recalledAt: clock.now() })
        const { direction } = step
        for (const person of whom)
          await messages.tell(tx, {
            person,
            topic: 'step-late',
            reason: `step-recalled:${id}:${due}`,
            subject: { step: id, news: 'recall', due, ...(direction !== undefined && { direction }) },
            by: 'steps',
          })
      })
    },

    /** « C’est fait » stands: others read it from now on. */
    kept: (id: string): Promise<void> =>
      transact(async tx => {
        const step = await store(tx).lock(id)
        if (step?.state !== 'kept' || step.toldAt !== undefined) return
        if (undoUntil(step, clock.now()) !== undefined) return
        await store(tx).change({ ...step, toldAt: clock.now() })
        await note(tx, changedFact(step))
        await note(tx, endedFact(step))
      }),

    /** Promised, and so still: others read it, once what it follows from is told. */
    promised: (id: string): Promise<void> =>
      transact(async tx => {
        const step = await store(tx).find(id)
        if (step?.state !== 'promised') return
        const subject = await context.subjectOf(tx, step.subject)
        if (!holdsSteps(subject)) return
        const from = subject?.from ?? 0
        await note(tx, from > clock.now() ? promisingFact(step, from) : promisedFact(step))
      }),

    /** Tells who is asked, unless that is over. */
    asked: (id: string, turn: number): Promise<void> =>
      transact(async tx => {
        const step = await store(tx).find(id)
        if (step?.asked === undefined || step.turn !== turn) return
        const reason = `step-asked:${id}:${turn}`
        const subject = { step: id, news: 'asked', turn }
        await messages.tell(tx, { person: step.asked, topic: 'step-asked', reason, subject, by: 'steps' })
      }),

    /** Tells who wrote it that it is theirs again; where they are gone, those in charge. */
    async back(id: string, turn: number): Promise<void> {
      const found = await read(tx => store(tx).find(id))
      if (!found || found.turn !== turn) return
      const whom = found.asker === undefined ? await inChargeOf(found, undefined) : [found.asker]
      await transact(async tx => {
        for (const person of whom)
          await messages.tell(tx, {
            person,
            topic: 'my-step',
            reason: `step-back:${id}:${turn}`,
            subject: { step: id, news: 'back', turn },
            by: 'steps',
          })
      })
    },
  }
}

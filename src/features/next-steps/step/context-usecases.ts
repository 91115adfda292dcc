import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { type NextStep, readableStep, UNDO_TIME } from './domain.ts'
import { changedFact, dueFact, promisingFact } from './facts.ts'
import type { NextStepStore } from './rows.ts'
import { type NextStepSeen, namesOn, stepSeen } from './seen.ts'
import type { StepSubject, StepSubjects, SubjectKey } from './subject.ts'

export type StepContextParts = {
  readonly store: (tx: Tx) => NextStepStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly zone: string
  readonly people: Pick<PeopleUsecases, 'names'>
  /** Made later: what they are is known to features to the right. */
  readonly subjects: () => StepSubjects
}

export type StepContext = ReturnType<typeof stepContext>

/** What the use-cases share: a step locked, what it follows from, how somebody sees it. */
export function stepContext({
  store,
  transact,
  read,
  note,
  clock,
  zone,
  people,
  subjects,
}: StepContextParts) {
  const today = () => dateIn(clock.now(), zone)

  async function subjectOf(tx: Tx, { kind, id }: SubjectKey): Promise<StepSubject | undefined> {
    return subjects()[kind]?.(tx, id)
  }

  async function seen(actor: Actor, steps: readonly NextStep[]): Promise<readonly NextStepSeen[]> {
    const found = await read(async tx => {
      const pairs: { step: NextStep; subject: StepSubject | undefined }[] = []
      for (const step of steps) pairs.push({ step, subject: await subjectOf(tx, step.subject) })
      return pairs
    })
    const wanted = steps.flatMap(step => Object.values(namesOn(step, actor)).filter(id => id !== ''))
    const names = await people.names([...new Set(wanted)])
    const nameOf = (id: string) => names.get(id) ?? ''
    const reading = { today: today(), now: clock.now(), nameOf }
    return found.map(({ step, subject }) => stepSeen(actor, step, subject, reading))
  }

  async function seenOne(actor: Actor, step: NextStep): Promise<NextStepSeen> {
    const [one] = await seen(actor, [step])
    if (!one) throw new Refusal('gone')
    return one
  }

  return {
    today,
    subjectOf,
    seen,
    seenOne,

    /** Keeps `after` where it differs, has cards drawn again, and looks after its day. */
    async put(tx: Tx, before: NextStep, after: NextStep): Promise<NextStep> {
      if (after === before) return before
      await store(tx).change(after)
      if (after.state !== 'proposed') await note(tx, changedFact(after))
      const waits = after.state === 'promised' && after.lateAt === undefined
      if (waits && (before.state !== 'promised' || before.due !== after.due))
        await note(tx, dueFact(after, zone))
      if (before.state === 'proposed' && after.state === 'promised')
        await note(tx, promisingFact(after, clock.now() + UNDO_TIME))
      return after
    },

    /** Changes the step that `actor` may know of, and answers it as they then see it. @throws Refusal `gone`, and of `change` */
    async changing(
      actor: Actor,
      id: string,
      change: (tx: Tx, step: NextStep) => Promise<NextStep>,
    ): Promise<NextStepSeen> {
      const step = await transact(async tx => change(tx, readableStep(await store(tx).lock(id), actor)))
      return seenOne(actor, step)
    },
  }
}

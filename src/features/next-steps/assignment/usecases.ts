import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { may, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { StepContext, StepContextParts } from '../step/context-usecases.ts'
import {
  checkAsking,
  givenBack,
  isGivable,
  type NextStep,
  readableStep,
  STEP_PERMISSIONS,
  tended,
  unasked,
} from '../step/domain.ts'
import { askedFact, backFact } from '../step/facts.ts'
import type { NextStepSeen } from '../step/seen.ts'
import { checkSubject, holdsSteps } from '../step/subject.ts'

type Parts = Pick<StepContextParts, 'store' | 'transact' | 'read' | 'note' | 'clock'> & {
  readonly audit: Audit
  readonly people: Pick<PeopleUsecases, 'actor' | 'colleagues'>
}

export type AssignmentUsecases = ReturnType<typeof assignmentUsecases>

/** Names that are shown to choose from, and letters that they are looked for by. */
const NAMES = 10
const LETTERS = 2

/** Who sees to a step: asked, who accepts or not, and gives it back. */
export function assignmentUsecases(parts: Parts, context: StepContext) {
  const { store, transact, read, note, clock, audit, people } = parts

  /** @throws Refusal of `readableStep`, `role-needed`, `not-yours` */
  function askable(step: NextStep | undefined, actor: Actor): NextStep {
    const found = readableStep(step, actor)
    permit(STEP_PERMISSIONS.ask, actor.role, relationToDirection(actor, found.direction))
    return found
  }

  /** @throws Refusal `person-unknown`, `step-observer`, `step-other-direction` */
  function checkPerson(asking: Actor, { direction }: NextStep, asked: Actor | undefined): Actor {
    if (!asked) throw new Refusal('person-unknown')
    if (!may(STEP_PERMISSIONS.answer, asked.role)) throw new Refusal('step-observer')
    if (asking.role !== 'organiser' && asked.direction !== direction)
      throw new Refusal('step-other-direction')
    return asked
  }

  async function accepted(tx: Tx, actor: Actor, step: NextStep, named: boolean): Promise<NextStep> {
    if (step.asked !== actor.id) throw new Refusal('step-not-asked')
    if (!holdsSteps(await context.subjectOf(tx, step.subject))) throw new Refusal('step-early')
    if (step.due < context.today()) throw new Refusal('step-due-over')
    // Whoever sees to one of an initiative after its carrier left was asked by those in charge: they promise it from now on.
    const { named: _, forInitiative: __, ...bare } = unasked(step)
    const promised = { ...bare, holder: actor.id, state: 'promised', turn: step.turn + 1 } as const
    return context.put(tx, step, { ...promised, ...(named && { named: true as const }) })
  }

  return {
    /**
     * People who can be asked, by the letters that their names begin with: of the Direction, or anybody for the Lab'. Nobody
     * for fewer than two letters. @throws Refusal `gone`, `role-needed`, `not-yours`
     */
    async colleagues(actor: Actor, id: string, text: string) {
      const step = askable(await read(tx => store(tx).find(id)), actor)
      if (text.trim().length < LETTERS) return []
      const direction = actor.role === 'organiser' ? undefined : step.direction
      const found = await people.colleagues(direction, text, NAMES + 1)
      return found.filter(each => each.id !== actor.id).slice(0, NAMES)
    },

    /**
     * Asks somebody to see to it: they and who asks know of it, and nobody else. The same again changes nothing.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `person-missing`, `person-unknown`, `step-early`, `step-merged`, and those of
     * `checkAsking` and `checkPerson`
     */
    async ask(
      actor: Actor,
      id: string,
      person: string,
    ): Promise<NextStepSeen & { readonly unreachable: boolean }> {
      permit(STEP_PERMISSIONS.ask, actor.role, 'same-direction')
      if (person === '') throw new Refusal('person-missing')
      const known = await people.actor(person)
      const seen = await context.changing(actor, id, async (tx, found) => {
        const step = askable(found, actor)
        checkAsking(step, actor, person)
        checkPerson(actor, step, known)
        const { from = 0 } = checkSubject(await context.subjectOf(tx, step.subject))
        if (step.asked === person) return step
        const asking = { ...step, asker: actor.id, asked: person, turn: step.turn + 1 }
        await store(tx).change(asking)
        await note(tx, askedFact(asking, Math.max(from, clock.now())))
        await audit(tx, actor, STEP_PERMISSIONS.ask.act, inDetail(step.subject.id, step.subject.kind))
        return asking
      })
      return { ...seen, unreachable: known?.unreachable === true }
    },

    /** Who was asked is asked no more. @throws Refusal `gone`, `role-needed`, `not-yours` */
    stopAsking: (actor: Actor, id: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        const step = askable(found, actor)
        if (step.asked === undefined || step.asker !== actor.id) return step
        const free = { ...unasked(step), turn: step.turn + 1 }
        await store(tx).change(free)
        return free
      }),

    /** Who wrote it sees to it themselves, after all. @throws Refusal `gone`, `step-promised`, and of `tended` */
    takeOn: (actor: Actor, id: string, named: boolean): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        if (found.state === 'promised' && found.holder === actor.id) return found
        const step = tended(found, actor)
        if (!isGivable(step)) throw new Refusal('step-promised')
        return accepted(tx, actor, { ...step, asked: actor.id }, named)
      }),

    /**
     * Who is asked promises it, and says whether their name is shown. Said again, it stands.
     * @throws Refusal `gone`, `role-needed`, `step-not-asked`, `step-early`, `step-due-over`
     */
    accept(actor: Actor, id: string, named: boolean): Promise<NextStepSeen> {
      permit(STEP_PERMISSIONS.answer, actor.role)
      return context.changing(actor, id, async (tx, step) =>
        step.state === 'promised' && step.holder === actor.id ? step : accepted(tx, actor, step, named),
      )
    },

    /** Who is asked does not: nothing of it is kept, and nothing is said to who is not asked. @throws Refusal `role-needed` */
    async decline(actor: Actor, id: string): Promise<void> {
      permit(STEP_PERMISSIONS.answer, actor.role)
      await transact(async tx => {
        const step = await store(tx).lock(id)
        if (step?.asked !== actor.id) return
        const free = { ...unasked(step), turn: step.turn + 1 }
        await store(tx).change(free)
        await note(tx, backFact(free))
      })
    },

    /** Their name is shown, or no longer. @throws Refusal of `tended`, `not-yours` */
    show: (actor: Actor, id: string, named: boolean): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        const step = tended(found, actor)
        if (step.holder !== actor.id) throw new Refusal('not-yours')
        if ((step.named === true) === named) return step
        const { named: _, ...bare } = step
        return context.put(tx, step, { ...bare, ...(named && { named: true as const }) })
      }),

    /** It goes back to who asked. @throws Refusal of `tended`, `not-yours`, `step-own`, `step-over` */
    giveBack: (actor: Actor, id: string): Promise<NextStepSeen> =>
      context.changing(actor, id, async (tx, found) => {
        permit(STEP_PERMISSIONS.answer, actor.role)
        if (found.holder !== actor.id) throw new Refusal('not-yours')
        if (found.state !== 'promised') throw new Refusal('step-over')
        if (found.asker === actor.id) throw new Refusal('step-own')
        const back = givenBack(found)
        await note(tx, backFact(back))
        return context.put(tx, found, back)
      }),
  }
}

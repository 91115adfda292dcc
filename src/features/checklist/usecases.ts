import type { Actor } from '../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { type Cursor, cursorText, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import {
  AHEAD,
  BEHIND,
  CHECKLIST_PERMISSIONS,
  type ChecklistStep,
  checkOutside,
  keptUnder,
  type Mark,
  type StepStates,
  statesOf,
  type WorkshopFacts,
  type WorkshopProgress,
} from './domain.ts'
import { type NextActs, nextActsOf } from './next-act.ts'

/** Those announced that start in `from` to `until`, and are not over at `now` or have no summary; by start. */
export type WeekPage = {
  readonly from: number
  readonly until: number
  readonly now: number
  readonly limit: number
  readonly after?: Cursor
}

export type ChecklistStore = {
  /** `reasons`: under which its people are reminded of it. */
  readonly facts: (id: string, reasons: readonly string[], now: number) => Promise<WorkshopFacts | undefined>
  readonly startOf: (id: string) => Promise<number | undefined>
  readonly week: (page: WeekPage) => Promise<readonly WorkshopProgress[]>
  readonly marks: (workshops: readonly string[]) => Promise<readonly Mark[]>
  /** False where it stands already. */
  readonly mark: (mark: Mark, at: number) => Promise<boolean>
  readonly unmark: (mark: Mark) => Promise<boolean>
}

type Parts = {
  readonly store: (tx: Tx) => ChecklistStore
  /** Under which reasons the people of a workshop are reminded of it, on the day before. */
  readonly reminderReasons: (workshop: string, startsAt: number) => readonly string[]
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
}

/** A workshop's ten steps, what its page counts, and what comes next. */
export type Checklist = {
  readonly facts: WorkshopFacts
  readonly states: StepStates
  readonly next: NextActs
  /** Milliseconds. */
  readonly at: number
}

/** One line of the week: a workshop and the state of its steps, as far as rows of the list tell. */
export type WeekLine = { readonly workshop: WorkshopProgress; readonly states: StepStates }

export type ChecklistUsecases = ReturnType<typeof checklistUsecases>

/** What is done of a workshop, told by rows; by hand only what happens outside the application. */
export function checklistUsecases({ store, reminderReasons, transact, read, audit, clock }: Parts) {
  async function checklistIn(tx: Tx, id: string): Promise<Checklist> {
    const at = clock.now()
    const startsAt = await store(tx).startOf(id)
    if (startsAt === undefined) throw new Refusal('gone')
    const facts = await store(tx).facts(id, reminderReasons(id, startsAt), at)
    if (!facts) throw new Refusal('gone')
    const states = statesOf(facts, await store(tx).marks([id]))
    return { facts, states, next: nextActsOf(facts, states, at), at }
  }

  return {
    /** @throws Refusal `role-needed`, `gone` */
    async show(actor: Actor, id: string): Promise<Checklist> {
      permit(CHECKLIST_PERMISSIONS.read, actor.role)
      return read(tx => checklistIn(tx, id))
    },

    /**
     * Marks a step as done outside the application, or takes that back. Idempotent.
     * @throws Refusal `role-needed`, `gone`, `step-by-rows`
     */
    async mark(actor: Actor, id: string, step: ChecklistStep, outside: boolean): Promise<Checklist> {
      permit(CHECKLIST_PERMISSIONS.mark, actor.role)
      checkOutside(step)
      return transact(async tx => {
        if ((await store(tx).startOf(id)) === undefined) throw new Refusal('gone')
        const kept: Mark = { workshop: keptUnder(step, id), step }
        const changed = outside ? await store(tx).mark(kept, clock.now()) : await store(tx).unmark(kept)
        const said = inDetail(id, step)
        if (changed)
          await audit(tx, actor, CHECKLIST_PERMISSIONS.mark.act, outside ? said : inDetail(said, 'undone'))
        return checklistIn(tx, id)
      })
    },

    /**
     * Workshops of the next seven days, those running, and those over until their summary is out: by start.
     * @throws Refusal `role-needed`, `malformed`
     */
    async week(
      actor: Actor,
      limit: number,
      after?: string,
    ): Promise<{ readonly items: readonly WeekLine[]; readonly next?: string; readonly at: number }> {
      permit(CHECKLIST_PERMISSIONS.read, actor.role)
      const now = clock.now()
      const from = after === undefined ? undefined : parseCursor(after)
      const range = { from: now - BEHIND, until: now + AHEAD, now }
      return read(async tx => {
        const found = await store(tx).week({ ...range, limit: limit + 1, ...(from && { after: from }) })
        const page = found.slice(0, limit)
        const marks = await store(tx).marks(page.map(({ id }) => id))
        const items = page.map(workshop => ({ workshop, states: statesOf(workshop, marks) }))
        const last = page.at(-1)
        const more = found.length > limit && last
        return { items, at: now, ...(more && { next: cursorText({ at: last.startsAt, id: last.id }) }) }
      })
    },
  }
}

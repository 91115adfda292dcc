import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Programme } from '../../programme/index.ts'
import type { StepContext, StepContextParts } from './context-usecases.ts'
import {
  isForInitiative,
  isSeenBy,
  mayFollow,
  mayWrite,
  type NextStep,
  type NextStepShown,
  readableStep,
  STEP_PERMISSIONS,
  type StepOnSubject,
  shownState,
  UNDO_TIME,
} from './domain.ts'
import type { DueCursor } from './rows.ts'
import { type NextStepSeen, type StepsOn, stepShown } from './seen.ts'
import type { SubjectKey, SubjectKind } from './subject.ts'

type Parts = Pick<StepContextParts, 'store' | 'read' | 'clock' | 'people'> & {
  readonly programme: Pick<Programme, 'direction'>
}

export type StepReadingUsecases = ReturnType<typeof stepReadingUsecases>

/** Steps that stand on a card beside what it is about. */
const SHOWN = 3
const DAY = /^(\d{4}-\d{2}-\d{2})~(\w{1,80})$/

/** @throws Refusal `malformed` */
function dueCursor(text: string | undefined): DueCursor | undefined {
  if (text === undefined) return undefined
  const [, due, id] = DAY.exec(text) ?? []
  if (due === undefined || id === undefined) throw new Refusal('malformed')
  return { due, id }
}

function pageOf(steps: readonly NextStep[], limit: number) {
  const key = ({ due, id }: NextStep) => `${due}~${id}`
  const unique = [...new Map(steps.map(step => [step.id, step])).values()]
  const sorted = unique.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const items = sorted.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(sorted.length > limit && last && { next: key(last) }) }
}

/** Steps as they are read: of a thing, one's own, and those that wait for whoever is in charge. */
export function stepReadingUsecases({ store, read, clock, people, programme }: Parts, context: StepContext) {
  const directionName = (id: string) => programme.direction(id)?.name ?? id

  return {
    mayWrite,

    /** @throws Refusal `gone` */
    async show(actor: Actor, id: string): Promise<NextStepSeen> {
      permit(STEP_PERMISSIONS.read, actor.role)
      return context.seenOne(actor, readableStep(await read(tx => store(tx).find(id)), actor))
    },

    /** @throws Refusal `gone` */
    async on(actor: Actor, subject: SubjectKey): Promise<StepsOn> {
      permit(STEP_PERMISSIONS.read, actor.role)
      const [about, steps] = await read(
        async tx =>
          [await context.subjectOf(tx, subject), await store(tx).on(subject.kind, [subject.id])] as const,
      )
      if (!about || about.standing === 'gone') throw new Refusal('gone')
      const seen = await context.seen(
        actor,
        steps.filter(step => isSeenBy(step, actor)),
      )
      const writable = about.standing === 'open' && mayFollow(actor, about)
      const only = writable && isForInitiative(actor, about)
      return {
        subject,
        title: about.title,
        steps: seen,
        mayWrite: writable,
        ...(only && { forInitiative: true as const }),
      }
    },

    /** What all may read of each of some subjects; at most three a subject, the last ones written. */
    async shownOn(
      kind: SubjectKind,
      subjects: readonly string[],
    ): Promise<ReadonlyMap<string, readonly NextStepShown[]>> {
      const steps = await read(tx => store(tx).on(kind, subjects))
      const today = context.today()
      const now = clock.now()
      const told = steps.filter(step => shownState(step, today, now) !== undefined)
      const named = told.flatMap(({ named, holder }) => (named && holder !== undefined ? [holder] : []))
      const names = await people.names([...new Set(named)])
      const reading = { today, now, nameOf: (id: string) => names.get(id) ?? '', directionName }
      const shown = new Map<string, readonly NextStepShown[]>()
      for (const step of told) {
        const one = stepShown(step, reading)
        const before = shown.get(step.subject.id) ?? []
        if (one) shown.set(step.subject.id, [...before, one].slice(-SHOWN))
      }
      return shown
    },

    /** All of them that are promised, kept or dropped, without the name of anybody; at most 500. */
    async allOn<Kind extends SubjectKind>(
      kind: Kind,
      subjects: readonly string[],
    ): Promise<readonly StepOnSubject<Kind>[]> {
      const steps = await read(tx => store(tx).on(kind, subjects))
      const reading = { today: context.today(), now: clock.now(), nameOf: () => '', directionName }
      return steps.flatMap(step => {
        const shown = stepShown(step, reading)
        return shown ? [{ ...shown, subject: { kind, id: step.subject.id } }] : []
      })
    },

    /**
     * What one promised, is asked, or wrote and nobody promised yet, soonest first; what one says is done, while it can be
     * taken back. `after`: what the page before gave as
     * `next`. @throws Refusal `malformed`
     */
    async mine(actor: Actor, limit: number, after?: string) {
      permit(STEP_PERMISSIONS.read, actor.role)
      const from = dueCursor(after)
      const found = await read(async tx => {
        const of = store(tx).ofPerson
        return [
          ...(await of('holder', actor.id, ['promised'], limit + 1, from)),
          ...(from === undefined ? await store(tx).keptSince(actor.id, clock.now() - UNDO_TIME) : []),
          ...(await of('asked', actor.id, ['proposed', 'promised'], limit + 1, from)),
          ...(await of('asker', actor.id, ['proposed'], limit + 1, from)),
        ]
      })
      const { items, ...rest } = pageOf(found, limit)
      return { items: await context.seen(actor, items), ...rest }
    },

    /**
     * Late promises of a Direction, or of the Lab' without one, the oldest first, for those in charge.
     * @throws Refusal `role-needed`, `not-yours`, `malformed`
     */
    async late(actor: Actor, direction: string | undefined, limit: number, after?: string) {
      permit(STEP_PERMISSIONS.write, actor.role, relationToDirection(actor, direction))
      const from = dueCursor(after)
      const found = await read(tx => store(tx).late(direction, context.today(), limit + 1, from))
      const { items, ...rest } = pageOf(found, limit)
      return { items: await context.seen(actor, items), ...rest }
    },
  }
}

import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import { declared } from './direction.ts'
import { actorOf, checkDirection, PERSON_PERMISSIONS, type Person } from './domain.ts'
import type { PeopleStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'lock' | 'setDirection'>
  readonly transact: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly zone: string
  readonly directions: readonly { readonly id: string; readonly name: string }[]
}

export type DirectionChoiceUsecases = ReturnType<typeof directionChoiceUsecases>

/** Direction declared by the person themselves. */
export function directionChoiceUsecases({ store, transact, note, audit, clock, zone, directions }: Parts) {
  function said({ listed }: Person) {
    const now = clock.now()
    const tomorrow = momentOf(dayAfter(dateIn(now, zone)), '00:00', zone) ?? now
    return { now, tomorrow, listed: listed?.direction }
  }

  /** Adds the Direction's name to a refusal. */
  function naming<T>(act: () => T): T {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof Refusal) || error.details.direction === undefined) throw error
      const known = directions.find(({ id }) => id === error.details.direction)
      throw new Refusal(error.code, { ...error.details, ...(known && { direction: known.name }) })
    }
  }

  return {
    /** @throws Refusal `direction-unknown`, and those of `declared` */
    async chooseDirection(actor: Actor, direction: string): Promise<Actor> {
      permit(PERSON_PERMISSIONS.chooseDirection, actor.role, 'own')
      const chosen = checkDirection(direction, directions)
      return transact(async tx => {
        const before = await store(tx).lock(actor.id)
        if (!before) return actor
        const after = naming(() => declared(before, chosen, said(before)))
        if (after === before) return actorOf(before, clock.now())
        await store(tx).setDirection(actor.id, after)
        // Features that counted acts before the Direction was known assign them by this fact.
        if (before.direction === undefined)
          await note(tx, {
            kind: 'people.direction-chosen',
            payload: { person: actor.id, direction: chosen },
          })
        else {
          await note(tx, { kind: 'people.moved', payload: { person: actor.id, direction: chosen } })
          await audit(tx, actor, PERSON_PERMISSIONS.chooseDirection.act)
        }
        const { formerDirection: _, directionSince: __, ...rest } = before
        return actorOf({ ...rest, ...after }, clock.now())
      })
    },
  }
}

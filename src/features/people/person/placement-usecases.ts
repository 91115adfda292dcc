import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { countedAt, placed } from './direction.ts'
import type { PeopleStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'lock' | 'setDirection'>
  readonly note: Note
  readonly clock: Clock
}

/** Direction assigned by the people file or an organiser: counts at once. */
export function directionPlacement({ store, note, clock }: Parts) {
  /** `quietly`: they have done nothing yet that counts under a Direction. @returns whether it changes anything */
  return async (tx: Tx, id: string, direction: string, quietly = false): Promise<boolean> => {
    const before = await store(tx).lock(id)
    if (!before) return false
    if (before.direction === direction && countedAt(before, clock.now()) === direction) return false
    await store(tx).setDirection(id, placed(before, direction))
    if (!quietly) await note(tx, { kind: 'people.direction-chosen', payload: { person: id, direction } })
    return true
  }
}

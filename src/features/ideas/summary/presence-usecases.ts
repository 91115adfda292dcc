import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import { summarisedFact } from './domain.ts'
import { directionsPresent, type LivePresence, type Presence, type PresenceStore } from './presence.ts'

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly presences: (tx: Tx) => PresenceStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly programme: Pick<Programme, 'directions'>
  readonly draw: KeyedRandom
}

/** Keeps who was at a summarised workshop, once its list is closed. */
export function presenceUsecases(parts: Parts) {
  const { workshops, presences, transact, note, clock, programme, draw } = parts

  async function presenceNow(
    tx: Tx,
    workshop: string,
    { present, registered }: LivePresence,
  ): Promise<Presence> {
    if (present === 0) return { registered, directions: [], final: true }
    const byDirection = await presences(tx).byDirection(workshop, clock.now())
    const counted = { workshop, present, byDirection }
    return {
      present,
      registered,
      directions: directionsPresent(programme.directions, counted, draw),
      final: true,
    }
  }

  return {
    /** Once, whoever asks again; its cards are edited: the list may have been corrected since they were drawn. */
    async keepPresence(workshop: string): Promise<void> {
      const found = await workshops.posted(workshop)
      if (found?.stage !== 'over') return
      await transact(async tx => {
        const live = (await presences(tx).live([workshop])).get(workshop)
        if (!live) return
        const kept = await presences(tx).keep(workshop, await presenceNow(tx, workshop, live), clock.now())
        if (!kept) return
        if (found.series !== '') {
          const days = await presences(tx).keptDays(found.series)
          await presences(tx).keepPeople(found.series, await presences(tx).distinctPeople(days))
        }
        await note(tx, summarisedFact(workshop))
      })
    },
  }
}

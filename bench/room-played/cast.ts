import { open } from '../../src/db/index.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, SECOND, systemClock } from '../../src/kernel/time/clock.ts'
import { dateIn } from '../../src/kernel/time/time-zone.ts'
import { idOf } from '../../test/support/sending/recipients.ts'
import type { Sending } from '../../test/support/sending/sending.ts'
import { apiAs } from '../../test/support/sign-in/api.ts'
import { WORKSHOPS } from '../../test/support/teams/index.ts'
import type { Phone } from './phone.ts'

export const TABLES = 24
const ZONE = 'Europe/Paris'
/** Calls under way at once. */
const AT_ONCE = 20

/** Does `work` for each, some at a time. */
export async function each<T>(all: readonly T[], work: (one: T, at: number) => Promise<unknown>) {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map((one, at) => work(one, from + at)))
}

/** A workshop of tomorrow, to which everybody registers, drawn to tables that each have who facilitates. */
export async function prepare(sending: Sending, origin: string, phones: readonly Phone[]): Promise<string> {
  const { signIn, organiser, people } = sending
  const workshop = {
    ...{ title: 'Accueillir mieux, plus près', description: '', axis: 'usager', link: '' },
    ...{ place: 'Carcassonne, salle des Actes', seats: String(people.length) },
    ...{ date: dateIn(systemClock.now() + DAY, ZONE), start: '09:00', end: '12:00' },
  }
  const where = { channel: WORKSHOPS.id, directions: [] }
  const lab = apiAs(origin, signIn, organiser)
  const body = { workshop, where, nonce: randomIds.nonce() }
  const { id } = await lab.post<{ id: string }>('/workshops', body)
  await each(phones, phone => phone('PUT', `/workshops/${id}/answer`, { answer: 'yes' }))
  await each(people.slice(0, TABLES), (person, at) =>
    lab.put(`/workshops/${id}/facilitators`, { person: idOf(person), table: at + 1 }),
  )
  await lab.post(`/workshops/${id}/tables`, {
    wanted: { tables: TABLES },
    nonce: randomIds.nonce(),
  })
  await lab.post(`/workshops/${id}/tables/show`, {})
  return id
}

/** The day is here: it begins in a minute. The one thing that no page of the product does. */
export async function bringForward({ database }: Sending, id: string, lasts: number): Promise<number> {
  const startsAt = systemClock.now() + 60 * SECOND
  await database.transact(tx =>
    open(tx)
      .updateTable('workshop')
      .set({ starts_at: startsAt, ends_at: startsAt + lasts })
      .where('id', '=', id)
      .execute(),
  )
  return startsAt + lasts
}

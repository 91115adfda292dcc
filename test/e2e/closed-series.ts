import { open } from '../../src/db/index.ts'
import { DAY, HOUR } from '../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../src/tabs/contract/workshops/planning.ts'
import { CHANNEL } from '../support/product/stage.ts'
import { CAMILLE, MAELLE, NADIA } from '../support/sign-in/cast.ts'
import { daysOf, seedCrowd, seedDay } from '../support/workshops/summed-days.ts'
import { nonce, type Site, seat } from './site.ts'

export const SERIES_TITLE = 'Cinq journées pour faire équipe'
export const SEQUEL = 'Trois essais dès septembre, à Narbonne et à Foix.'
const DIRECTIONS = ['lycees', 'mobilites', 'culture', 'finances']
/** A seed whose days have ideas, votes and steps. */
const SEED = 3

/** A series of five days that are over; the second and the third have their summary. */
export async function closeSeries(site: Site): Promise<SeriesView> {
  const { clock, stage } = site
  for (const person of [MAELLE, NADIA, CAMILLE]) await seat(site, person)
  await stage.as(MAELLE).installs('channel')
  const lab = site.api(MAELLE)
  const what = { title: SERIES_TITLE, description: '', axis: 'equipe' }
  const begun = await lab.post<SeriesView>('/series', { ...what, nonce: nonce() })
  for (let n = 1; n <= 5; n++)
    await lab.post(`/series/${begun.id}/days`, {
      workshop: {
        ...what,
        date: `2027-06-0${n}`,
        start: '09:30',
        end: '16:30',
        place: 'Toulouse',
        link: '',
        seats: '40',
      },
      nonce: nonce(),
    })
  const where = { channel: CHANNEL, directions: [] }
  const series = await lab.post<SeriesView>(`/series/${begun.id}/announce`, { where, nonce: nonce() })
  const { database } = stage.app
  await seedCrowd(database, DIRECTIONS, clock.now())
  for (const [n, day] of daysOf(SEED, 5).entries()) {
    const workshop = series.days[n]?.id ?? ''
    const startsAt = clock.now() - (5 - n) * DAY - 9 * HOUR
    const set = { starts_at: startsAt, ends_at: startsAt + 7 * HOUR }
    await database.transact(async tx => {
      await open(tx).updateTable('workshop').set(set).where('id', '=', workshop).execute()
    })
    await seedDay(database, day, { workshop, startsAt, now: clock.now(), directions: DIRECTIONS })
  }
  for (const n of [1, 2])
    await lab.put(`/workshops/${series.days[n]?.id}/summary`, { sequel: SEQUEL, turn: 0 })
  await stage.settle()
  return series
}

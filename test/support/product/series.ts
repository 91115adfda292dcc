import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import { MAELLE } from '../sign-in/cast.ts'
import { WORKSHOPS } from '../teams/index.ts'
import type { Bot } from './bot.ts'

export const SERIES_TITLE = 'Le lycée de demain'

/** How a series is announced: on which days, with how many seats each, open from when. */
type Announced = {
  readonly dates?: readonly string[]
  readonly seats?: string
  /** Day and hour, in the programme’s zone; absent: at once. */
  readonly opens?: { readonly date: string; readonly time: string }
}

const DATES = ['2027-05-20', '2027-05-27', '2027-06-03']

/** A series that the Lab’ announced in a channel, through the tab’s door. */
export async function announceSeries(
  bot: Bot,
  { dates = DATES, seats = '40', opens }: Announced = {},
): Promise<SeriesView> {
  const lab = bot.api(MAELLE)
  const nonce = (of: string) => `nonce-of-an-announced-series-${of}`
  const shared = { title: SERIES_TITLE, description: '', axis: 'equipe' }
  const { id } = await lab.post<SeriesView>('/series', { ...shared, nonce: nonce('begun') })
  for (const date of dates) {
    const workshop = { ...shared, date, start: '09:30', end: '16:30', place: 'Toulouse', link: '', seats }
    await lab.post(`/series/${id}/days`, { workshop, nonce: nonce(date) })
  }
  if (opens) {
    const none = { reserved: 0, quotas: false, releaseDays: 0, closeDays: 0, confirmHours: 24 }
    await lab.put(`/series/${id}/rules`, { ...none, openDate: opens.date, openTime: opens.time })
  }
  const where = { channel: WORKSHOPS.id, directions: [] }
  return lab.post<SeriesView>(`/series/${id}/announce`, { where, nonce: nonce('told') })
}

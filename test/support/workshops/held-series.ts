import { sql } from 'kysely'
import { type Database, open } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import type { Bot } from '../product/bot.ts'
import { found } from '../product/card-assertions.ts'
import { AHMED, MAELLE, NADIA, OWEN } from '../sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../teams/index.ts'
import { daysOf, seedCrowd, seedDay } from './summed-days.ts'

/** Seeds of series that have ideas, votes and steps, each otherwise. */
export const SEEDS = [1, 2, 3]
const DAYS = 5
/** Days whose summary is published; the last has none yet. */
export const TOLD = 4
const TITLE = 'Cinq journées pour faire équipe'
const DIRECTIONS = ['lycees', 'mobilites', 'culture', 'finances']
const TYPED = {
  title: TITLE,
  description: '',
  axis: 'equipe',
  start: '09:30',
  end: '16:30',
  place: 'Toulouse',
  link: '',
  seats: '40',
}

let forms = 0
const nonce = () => `nonce-of-a-summed-series-${++forms}`

/** Five days of a series that are over by now, each as chance would have it. */
export async function holdSeries(bot: Bot, seed: number): Promise<SeriesView> {
  await bot.as(MAELLE).installs(GENERAL)
  for (const person of [AHMED, MAELLE, NADIA, OWEN]) await bot.as(person).installs()
  await bot.settle()
  const lab = bot.api(MAELLE)
  const { id } = await lab.post<SeriesView>('/series', {
    title: TITLE,
    description: '',
    axis: 'equipe',
    nonce: nonce(),
  })
  for (let n = 0; n < DAYS; n++)
    await lab.post(`/series/${id}/days`, {
      workshop: { ...TYPED, date: `2027-06-${String(1 + n).padStart(2, '0')}` },
      nonce: nonce(),
    })
  const where = { channel: WORKSHOPS.id, directions: [] }
  const series = await lab.post<SeriesView>(`/series/${id}/announce`, { where, nonce: nonce() })
  await bot.settle()
  const { database } = bot.app
  await seedCrowd(database, DIRECTIONS, bot.clock.now())
  for (const [n, day] of daysOf(seed, DAYS).entries()) {
    const workshop = found(series.days[n], 'a day').id
    const startsAt = bot.clock.now() - (DAYS - n + 2) * DAY
    await database.transact(async tx => {
      const set = { starts_at: startsAt, ends_at: startsAt + 7 * HOUR }
      await open(tx).updateTable('workshop').set(set).where('id', '=', workshop).execute()
    })
    await seedDay(database, day, { workshop, startsAt, now: bot.clock.now(), directions: DIRECTIONS })
  }
  return series
}

/** Publishes the summaries of the first days, one with a sentence and the next without: their ids. */
export async function publishDays(bot: Bot, { days }: SeriesView): Promise<readonly string[]> {
  const ids = days.slice(0, TOLD).map(({ id }) => id)
  for (const [n, id] of ids.entries()) {
    const sequel = n % 2 === 0 ? '' : 'Trois essais dès septembre'
    await bot.api(MAELLE).put(`/workshops/${id}/summary`, { sequel, turn: 0 })
    // A channel takes a card every few seconds.
    await bot.later(HOUR)
  }
  return ids
}

type Condition = ReturnType<typeof sql>
const ALL = sql`1 = 1`
const among = (ids: readonly string[]) => sql.join(ids.map(id => sql.lit(id)))

/** Counts by plain queries, which share no word with the product's own. */
export function countsBySql(database: () => Pick<Database, 'read'>) {
  const one = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => {
    const { rows } = await database().read(tx => query.execute(open(tx)))
    return Number(rows[0]?.n ?? 0)
  }
  return {
    one,
    among,
    ideasOf: (ids: readonly string[], more: Condition = ALL) =>
      one(sql`select count(distinct r.id) as n from idea i join idea r on r.id = coalesce(i.root, i.id)
      where i.workshop_id in (${among(ids)}) and i.state <> 'withdrawn' and i.hidden_at is null
      and r.state not in ('withdrawn', 'merged') and r.hidden_at is null and ${more}`),
    stepsOf: (ids: readonly string[], more: Condition = ALL) =>
      one(sql`select count(*) as n from next_step s where s.state <> 'proposed' and ${more} and
      (s.subject_id in (${among(ids)}) or exists (select 1 from ballot b where b.id = s.subject_id
        and b.workshop_id in (${among(ids)})) or exists (select 1 from idea i where i.id = s.subject_id
        and i.workshop_id in (${among(ids)})))`),
    presentAt: (ids: readonly string[]) =>
      one(sql`select count(*) as n from attendance where workshop_id in (${among(ids)})`),
    distinctAt: (ids: readonly string[]) =>
      one(sql`select count(distinct person_id) as n from attendance where workshop_id in (${among(ids)})`),
    registeredAt: (ids: readonly string[]) =>
      one(
        sql`select count(*) as n from registration where workshop_id in (${among(ids)}) and answer = 'yes'`,
      ),
    votesOf: (ids: readonly string[]) =>
      one(sql`select count(*) as n from ballot where workshop_id in (${among(ids)})`),
    saidAt: (workshop: string, table?: string) =>
      one(sql`select count(*) as n from idea where workshop_id = ${workshop} and state <> 'withdrawn'
      and hidden_at is null and ${table === undefined ? sql`workshop_table is not null` : sql`workshop_table = ${table}`}`),
  }
}

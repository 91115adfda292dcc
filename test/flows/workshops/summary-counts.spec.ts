import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import type { SeriesSummaryView, SummaryView } from '../../../src/tabs/contract/workshops/summaries.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, MAELLE, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'
import { daysOf, seedCrowd, seedDay } from '../../support/workshops/summed-days.ts'

const SEEDS = [1, 2, 3]
const DAYS = 5
/** Days whose summary is published; the last has none yet. */
const TOLD = 4
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

onEachEngine('what a summary counts', engine => {
  const at = freshBot(engine)

  const one = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => {
    const { rows } = await at.bot.app.database.read(tx => query.execute(open(tx)))
    return Number(rows[0]?.n ?? 0)
  }
  const among = (ids: readonly string[]) => sql.join(ids.map(id => sql.lit(id)))
  const ideasOf = (ids: readonly string[], more = sql`1 = 1`) =>
    one(sql`select count(distinct r.id) as n from idea i join idea r on r.id = coalesce(i.root, i.id)
      where i.workshop_id in (${among(ids)}) and i.state <> 'withdrawn' and i.hidden_at is null
      and r.state not in ('withdrawn', 'merged') and r.hidden_at is null and ${more}`)
  const stepsOf = (ids: readonly string[], more = sql`1 = 1`) =>
    one(sql`select count(*) as n from next_step s where s.state <> 'proposed' and ${more} and
      (s.subject_id in (${among(ids)}) or exists (select 1 from ballot b where b.id = s.subject_id
        and b.workshop_id in (${among(ids)})) or exists (select 1 from idea i where i.id = s.subject_id
        and i.workshop_id in (${among(ids)})))`)
  const presentAt = (id: string) => one(sql`select count(*) as n from attendance where workshop_id = ${id}`)
  const registeredAt = (id: string) =>
    one(sql`select count(*) as n from registration where workshop_id = ${id} and answer = 'yes'`)

  /** The series, its days over by now, each as chance would have it. */
  async function hold(seed: number): Promise<SeriesView> {
    const { bot } = at
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

  const cards = (kind: string) =>
    at.bot
      .as(AHMED)
      .reads(WORKSHOPS)
      .filter(({ text }) => text.includes(kind))

  async function file(path: string): Promise<readonly (readonly string[])[]> {
    const text = await at.bot.api(MAELLE).text(path, { format: 'csv' })
    return text
      .replace('\uFEFF', '')
      .split('\r\n')
      .map(line => line.split(';'))
  }
  const cell = (rows: readonly (readonly string[])[], what: string) => {
    const row = rows.find(([name]) => name === what)
    return row && [row[1], row[2]]
  }

  async function checkDay(workshop: string, n: number): Promise<void> {
    const { bot } = at
    const [present, registered, count] = [
      await presentAt(workshop),
      await registeredAt(workshop),
      await ideasOf([workshop]),
    ]
    const view = await bot.api(NADIA).get<SummaryView>(`/workshops/${workshop}/published-summary`)
    assert.equal(view.people.present ?? 0, present)
    assert.deepEqual([view.people.registered, view.count], [registered, count])
    const answered = sql`(r.state in ('answered', 'aside', 'retained', 'initiative'))`
    assert.equal(view.answered, await ideasOf([workshop], answered))
    for (const axis of ['usager', 'equipe'])
      assert.equal(
        view.axes.find(each => each.axis === axis)?.count ?? 0,
        await ideasOf([workshop], sql`r.axis = ${axis}`),
      )
    const bare = view.axes.find(each => each.axis === '')?.count ?? 0
    assert.equal(bare, await ideasOf([workshop], sql`r.axis is null`))
    const said = await one(sql`select count(*) as n from idea where workshop_id = ${workshop}
      and workshop_table is not null and state <> 'withdrawn' and hidden_at is null`)
    assert.equal(
      view.tables.reduce((sum, each) => sum + each.count, 0),
      said,
    )
    const votes = await one(sql`select count(*) as n from ballot where workshop_id = ${workshop}`)
    assert.equal(view.votes.length, votes)
    for (const vote of view.votes.filter(({ outcome }) => outcome === 'won')) {
      const most = await one(sql`select max(votes) as n from ballot_option where ballot_id = ${vote.id}`)
      assert.deepEqual([vote.winners.length, vote.winners[0]?.votes], [1, most])
    }
    assert.equal(view.steps.length, await stepsOf([workshop]))
    assert.ok(view.steps.every(step => !('name' in step)))
    // Of a Direction it is near the truth and never it, by the ladder.
    assert.ok(view.people.directions.every(({ about }) => about >= 10 && about % 5 === 0))

    const rows = await file(`/workshops/${workshop}/summary/file`)
    if (present > 0) assert.deepEqual(cell(rows, 'Personnes présentes'), [String(present), 'exact'])
    assert.deepEqual(cell(rows, 'Personnes inscrites'), [String(registered), 'exact'])
    assert.deepEqual(cell(rows, 'Idées'), [String(count), 'exact'])
    for (const { name, about } of view.people.directions)
      assert.deepEqual(cell(rows, name), [String(about), 'environ'])

    const card = found(cards('Bilan de l’atelier')[n], 'its card')
    if (count > 1) says(card, `Vos ${count} idées`)
    if (present > 1) says(card, `${present} personnes présentes`)
    else if (present === 0) says(card, 'La liste des présents n’a pas été tenue')
    for (const { axis, count: some } of view.axes)
      says(card, axis === '' ? `Sans axe : ${some}` : ` : ${some}`)
    saysNothingOf(card, 'peut encore être corrigé', 'Personne 1')
  }

  async function checkSeries(series: SeriesView): Promise<void> {
    const { bot } = at
    const ids = series.days.slice(0, TOLD).map(({ id }) => id)
    const view = await bot.api(NADIA).get<SeriesSummaryView>(`/series/${series.id}/summary`)
    const distinct = await one(
      sql`select count(distinct person_id) as n from attendance where workshop_id in (${among(ids)})`,
    )
    const present = await one(sql`select count(*) as n from attendance where workshop_id in (${among(ids)})`)
    const [count, steps] = [await ideasOf(ids), await stepsOf(ids)]
    assert.deepEqual([view.people?.distinct ?? 0, view.people?.present ?? 0], [distinct, present])
    assert.deepEqual([view.count, view.steps.length], [count, steps])
    assert.deepEqual(
      [view.kept, view.promised, view.late],
      [
        await stepsOf(ids, sql`s.state = 'kept'`),
        await stepsOf(ids, sql`s.state = 'promised' and s.due > '2028-01-01'`),
        await stepsOf(ids, sql`s.state = 'promised' and s.due < '2028-01-01'`),
      ],
    )
    const votes = await one(sql`select count(*) as n from ballot where workshop_id in (${among(ids)})`)
    assert.equal(view.votes.length, votes)
    assert.deepEqual(
      view.days.map(({ state }) => state),
      ['summarised', 'summarised', 'summarised', 'summarised', 'missing'],
    )
    assert.equal(view.mayPost, undefined)

    const rows = await file(`/series/${series.id}/summary/file`)
    if (distinct > 0)
      assert.deepEqual(cell(rows, 'Personnes venues, une fois chacune'), [String(distinct), 'exact'])
    assert.deepEqual(cell(rows, 'Idées'), [String(count), 'exact'])
    assert.deepEqual(cell(rows, 'Suites tenues'), [String(view.kept), 'exact'])

    const card = found(cards('Bilan de la série')[0], 'the card of the series')
    if (distinct > 1) says(card, `${distinct} personnes venues, ${present} présences`)
    if (count > 1) says(card, `${count} idées`)
    says(card, '5 journées, 4 bilans publiés.', 'pas encore de bilan')
  }

  for (const seed of SEEDS)
    it(`is what the rows say, on card, page and file, of each day and of all five (${seed})`, async function () {
      this.timeout(120_000)
      const { bot } = at
      const series = await hold(seed)
      const refused = await bot.api(MAELLE).ask('POST', `/series/${series.id}/summary`)
      assert.equal((refused.body as { readonly code: string }).code, 'series-unsummarised')
      for (const [n, { id }] of series.days.slice(0, TOLD).entries()) {
        const sequel = n % 2 === 0 ? '' : 'Trois essais dès septembre'
        await bot.api(MAELLE).put(`/workshops/${id}/summary`, { sequel, turn: 0 })
        // A channel takes a card every few seconds.
        await bot.later(HOUR)
      }
      for (const [n, { id }] of series.days.slice(0, TOLD).entries()) await checkDay(id, n)
      await bot.api(MAELLE).post(`/series/${series.id}/summary`, {})
      await bot.api(MAELLE).post(`/series/${series.id}/summary`, {})
      await bot.later(HOUR)
      assert.equal(cards('Bilan de la série').length, 1)
      await checkSeries(series)
      // What it says of people outlives the register, which goes by its own retention.
      const before = await bot.api(NADIA).get<SeriesSummaryView>(`/series/${series.id}/summary`)
      await bot.app.database.transact(async tx => {
        await open(tx).deleteFrom('attendance').execute()
        await open(tx).deleteFrom('registration').execute()
      })
      const after = await bot.api(NADIA).get<SeriesSummaryView>(`/series/${series.id}/summary`)
      assert.deepEqual([after.people, after.registered], [before.people, before.registered])
      assert.deepEqual(bot.logged, [])
    })
})

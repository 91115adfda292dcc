import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import type { SeriesSummaryView, SummaryView } from '../../../src/tabs/contract/workshops/summaries.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { countsBySql, holdSeries, publishDays, SEEDS, TOLD } from '../../support/workshops/held-series.ts'

onEachEngine('what a summary counts', engine => {
  const at = freshBot(engine)

  const { one, ideasOf, stepsOf, presentAt, distinctAt, registeredAt, votesOf, saidAt } = countsBySql(
    () => at.bot.app.database,
  )

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
      await presentAt([workshop]),
      await registeredAt([workshop]),
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
    const said = await saidAt(workshop)
    assert.equal(
      view.tables.reduce((sum, each) => sum + each.count, 0),
      said,
    )
    assert.equal(view.votes.length, await votesOf([workshop]))
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
    const [distinct, present] = [await distinctAt(ids), await presentAt(ids)]
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
    assert.equal(view.votes.length, await votesOf(ids))
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
      const series = await holdSeries(bot, seed)
      const refused = await bot.api(MAELLE).ask('POST', `/series/${series.id}/summary`)
      assert.equal((refused.body as { readonly code: string }).code, 'series-unsummarised')
      await publishDays(bot, series)
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

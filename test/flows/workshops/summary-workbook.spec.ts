import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { readWorkbook, type Sheet } from '../../support/reading/workbook.ts'
import { MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { countsBySql, holdSeries, publishDays, SEEDS } from '../../support/workshops/held-series.ts'

/** Axes of the method file, as it calls them; the last for ideas of none. */
const AXES = {
  transitions: 'Accompagner les transitions',
  territoires: 'Aller vers les territoires',
  usager: 'Renforcer notre culture «\u00A0usager\u00A0»',
  employeur: 'Soigner notre marque employeur',
  equipe: 'Faire équipe',
  '': 'Sans axe',
} as const
const ANSWERED = sql`r.state in ('answered', 'aside', 'retained', 'initiative')`
const BY_HAND = 'Trois essais dès septembre'

onEachEngine('the workbook of a summary', engine => {
  const at = freshBot(engine)
  const counts = countsBySql(() => at.bot.app.database)
  const { among, ideasOf, stepsOf, presentAt, distinctAt, registeredAt, votesOf, saidAt } = counts

  async function workbook(path: string): Promise<(name: string) => Sheet['rows']> {
    const bytes = await at.bot.api(NADIA).bytes(`${path}/summary/file`, { format: 'xlsx' })
    const sheets = readWorkbook(bytes)
    assert.doesNotMatch(JSON.stringify(sheets), /Personne \d/)
    return name => sheets.find(sheet => sheet.name === name)?.rows.slice(1) ?? []
  }
  /** A cell that holds a number, and not a text that looks like one. */
  function holds(rows: Sheet['rows'], what: string, value: number): void {
    const row = rows.find(([name]) => name === what)
    assert.deepEqual([what, row?.[1], row?.[2]], [what, value, 'exact'])
  }
  const several = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
    (await at.bot.app.database.read(tx => query.execute(open(tx)))).rows

  async function checkIdeas(rows: Sheet['rows'], ids: readonly string[]): Promise<void> {
    holds(rows, 'Idées', await ideasOf(ids))
    holds(rows, 'Idées avec une réponse ou une décision', await ideasOf(ids, ANSWERED))
    for (const [axis, title] of Object.entries(AXES)) {
      const count = await ideasOf(ids, axis === '' ? sql`r.axis is null` : sql`r.axis = ${axis}`)
      if (count > 0) holds(rows, title, count)
      else assert.ok(rows.every(([name]) => name !== title))
    }
  }

  async function checkTop(rows: Sheet['rows'], ids: readonly string[]): Promise<void> {
    const most = await several(sql<{ supports: number }>`select distinct r.id, r.supports from idea i
      join idea r on r.id = coalesce(i.root, i.id) where i.workshop_id in (${among(ids)}) and i.hidden_at is null
      and i.state <> 'withdrawn' and r.state not in ('withdrawn', 'merged') and r.hidden_at is null
      order by r.supports desc`)
    assert.ok(rows.length > 0 || most.length === 0)
    assert.deepEqual(
      rows.map(([, supports]) => supports),
      most.slice(0, rows.length).map(({ supports }) => supports),
    )
  }

  async function checkVotes(rows: Sheet['rows'], ids: readonly string[]): Promise<void> {
    assert.equal(rows.length, await votesOf(ids))
    const held = await several(sql<{ question: string; votes: number; most: number; leaders: number }>`
      select b.question, b.votes, m.most, (select count(*) from ballot_option o where o.ballot_id = b.id and o.votes = m.most)
        as leaders from ballot b join (select ballot_id, max(votes) as most from ballot_option group by ballot_id) m
        on m.ballot_id = b.id where b.workshop_id in (${among(ids)}) and b.concluded_at is not null and m.most > 0`)
    const told = rows.flatMap(([question, , , figures]) =>
      / voix/.test(`${figures}`) ? [[question, figures]] : [],
    )
    const counted = held.map(({ question, votes, most }) => [
      question,
      `${most} voix · ${votes} ${votes > 1 ? 'votes' : 'vote'}`,
    ])
    assert.deepEqual(told.map(String).toSorted(), counted.map(String).toSorted())
    for (const { question, leaders } of held.filter(({ leaders }) => Number(leaders) > 1))
      assert.ok(
        rows.some(([name, , outcome]) => name === question && !/arrive en tête/.test(`${outcome}`)),
        `${leaders}`,
      )
  }

  async function checkDay(workshop: string, n: number): Promise<void> {
    const sheet = await workbook(`/workshops/${workshop}`)
    const rows = sheet('Bilan de l’atelier')
    const present = await presentAt([workshop])
    if (present > 0) holds(rows, 'Personnes présentes', present)
    else assert.deepEqual(rows.find(([name]) => name === 'Personnes présentes')?.[1], 'liste non tenue')
    holds(rows, 'Personnes inscrites', await registeredAt([workshop]))
    assert.equal(rows.find(([name]) => name === 'La suite')?.[1], n % 2 === 0 ? undefined : BY_HAND)
    await checkIdeas(rows, [workshop])
    await checkTop(sheet('Idées les plus soutenues'), [workshop])
    await checkVotes(sheet('Votes'), [workshop])
    assert.equal(sheet('Suites').length, await stepsOf([workshop]))
    const tables = sheet('Récolte par table')
    for (const [table, count] of tables) assert.equal(count, await saidAt(workshop, `${table}`))
    const said = tables.reduce((sum, [, count]) => sum + Number(count), 0)
    assert.equal(said, await saidAt(workshop))
  }

  async function checkSeries({ id, days }: SeriesView, told: readonly string[]): Promise<void> {
    const sheet = await workbook(`/series/${id}`)
    const rows = sheet('Bilan de la série')
    const distinct = await distinctAt(told)
    if (distinct > 0) {
      holds(rows, 'Personnes venues, une fois chacune', distinct)
      holds(rows, 'Présences, toutes journées', await presentAt(told))
    }
    holds(rows, 'Personnes inscrites', await registeredAt(told))
    await checkIdeas(rows, told)
    holds(rows, 'Votes', await votesOf(told))
    holds(rows, 'Suites tenues', await stepsOf(told, sql`s.state = 'kept'`))
    holds(rows, 'Suites à venir', await stepsOf(told, sql`s.state = 'promised' and s.due > '2028-01-01'`))
    holds(rows, 'Suites en retard', await stepsOf(told, sql`s.state = 'promised' and s.due < '2028-01-01'`))
    const lines = sheet('Journées')
    assert.equal(lines.length, days.length)
    for (const [n, { id: day }] of days.entries()) {
      const [, , state, present, ideas] = lines[n] ?? []
      const known = told.includes(day)
      assert.equal(state, known ? 'bilan publié' : 'pas encore de bilan')
      // A day without a summary is named, and nothing of it counted.
      assert.deepEqual(
        [present || 0, ideas || 0],
        known ? [await presentAt([day]), await ideasOf([day])] : [0, 0],
      )
    }
    await checkTop(sheet('Idées les plus soutenues'), told)
    await checkVotes(sheet('Votes'), told)
    assert.equal(sheet('Suites').length, await stepsOf(told))
  }

  for (const seed of SEEDS) {
    it(`of a workshop holds what SQL counts, sheet by sheet, as numbers and without a name (${seed})`, async function () {
      this.timeout(120_000)
      const series = await holdSeries(at.bot, seed)
      for (const [n, id] of (await publishDays(at.bot, series)).entries()) await checkDay(id, n)
      assert.deepEqual(at.bot.logged, [])
    })

    it(`of a series holds what SQL counts of the days that have a summary, and of no other (${seed})`, async function () {
      this.timeout(120_000)
      const series = await holdSeries(at.bot, seed)
      const told = await publishDays(at.bot, series)
      await at.bot.api(MAELLE).post(`/series/${series.id}/summary`, {})
      await checkSeries(series, told)
      assert.deepEqual(at.bot.logged, [])
    })
  }
})

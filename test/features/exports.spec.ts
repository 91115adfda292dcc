import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { open } from '../../src/db/index.ts'
import { TABLES, type TableName } from '../../src/features/exports/domain.ts'
import { createSlots } from '../../src/features/exports/slots.ts'
import { type ExportTable, tableOf } from '../../src/features/exports/table.ts'
import { exportUsecases } from '../../src/features/exports/usecases.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { Flow } from '../../src/kernel/requests/route.ts'
import type { AuditView } from '../../src/tabs/contract/audit.ts'
import type { ExportsView } from '../../src/tabs/contract/exports.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../support/product/clock.ts'
import { callerOf } from '../support/product/routes.ts'
import { setStage } from '../support/product/stage.ts'
import { readWorkbook } from '../support/reading/workbook.ts'

const nonce = (serial: number) => `a-nonce-of-one-form-${serial}`

describe('the exports of an organiser', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.settle()
    await idea('camille', 'Relire nos courriers', 1)
    clock.advance(1)
    await idea('karim', '=HYPERLINK("https://x.example")', 2, true)
  })
  afterEach(() => stage.close())

  async function actor(objectId: string): Promise<Actor> {
    const { people } = stage.app
    const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
    const name = `${objectId} par son nom`
    const known = await people.greet({ objectId, name, tenant, language: 'fr' })
    return known.direction ? known : people.chooseDirection(known, 'lycees')
  }
  const callerFor = async (who: string) => callerOf(stage.app.routes, await actor(who))
  async function idea(who: string, text: string, serial: number, unnamed = false) {
    const call = await callerFor(who)
    const body = { text, axis: 'usager', nonce: nonce(serial), ...(unnamed && { unnamed }) }
    return call<{ id: string }>('post', '/ideas', { body })
  }
  async function flow(name: string, format = 'csv', who = 'maelle', more = {}): Promise<Flow> {
    const call = await callerFor(who)
    const answer = await call('post', '/exports/:name', { params: { name }, body: { format, ...more } })
    assert.ok(answer instanceof Flow)
    return answer
  }
  async function bytesOf({ parts, end }: Flow): Promise<Buffer> {
    const all: Uint8Array[] = []
    for await (const part of parts) all.push(Buffer.from(part))
    await end()
    return Buffer.concat(all)
  }
  const rowsOf = (bytes: Buffer) =>
    parse(bytes, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]

  it('hold each idea as colleagues see it, an unnamed one without its author', async () => {
    const rows = rowsOf(await bytesOf(await flow('ideas')))
    assert.deepEqual(
      rows.map(row => [row.Texte, row['Nom montré aux collègues'], row.Direction, row.Soutiens]),
      [
        ['Relire nos courriers', 'camille par son nom', 'Direction des lycées', '1'],
        [`'=HYPERLINK("https://x.example")`, '', 'Direction des lycées', '1'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows), /karim/)
  })

  it('say under which theme of its axis an idea stands', async () => {
    const call = await callerFor('maelle')
    await call('post', '/themes/run', { body: { axis: 'usager' } })
    await stage.settle()
    const rows = rowsOf(await bytesOf(await flow('ideas')))
    assert.deepEqual(
      rows.map(({ Thème }) => Thème),
      ['Écrits clairs', ''],
    )
  })

  it('are the same in another reader, numbers as numbers', async () => {
    const { type, name, ...rest } = await flow('ideas', 'xlsx')
    assert.match(type, /spreadsheetml/)
    assert.match(name, /^\d{4}-\d\d-\d\d-micro-idees\.xlsx$/)
    const [sheet] = readWorkbook(await bytesOf({ type, name, ...rest }))
    assert.equal(sheet?.rows.length, 3)
    assert.equal(sheet?.rows[2]?.[4], `'=HYPERLINK("https://x.example")`)
    assert.equal(sheet?.rows[1]?.[7], 1)
  })

  it('leave out what was taken back, and what organisers hid', async () => {
    const { id: taken } = await idea('camille', 'Une autre', 3)
    const { id: hidden } = await idea('camille', 'À cacher', 4)
    await (await callerFor('camille'))('post', '/ideas/:id/undo', { params: { id: taken } })
    await (await callerFor('maelle'))('post', '/ideas/:id/hide', {
      params: { id: hidden },
      body: { reason: 'Un nom y est' },
    })
    const rows = rowsOf(await bytesOf(await flow('ideas')))
    assert.deepEqual(
      rows.map(({ Texte }) => Texte).filter(text => !text?.startsWith("'=")),
      ['Relire nos courriers'],
    )
  })

  it('are read a page at a time, each thing once', async () => {
    const { database } = stage.app
    const text = (at: number) => `Idée ${at}`
    await database.transact(async tx => {
      for (let from = 0; from < 1_200; from += 200) {
        const ideas = Array.from({ length: 200 }, (_, at) => ({
          ...{ id: `many${from + at}`, author: 'gone', text: text(from + at), state: 'received' as const },
          // Several at the same time: only the id distinguishes them.
          ...{
            supports: 1,
            directions: 1,
            comments: 0,
            created_at: 1_700_000_000_000 + Math.floor((from + at) / 7),
          },
        }))
        await open(tx)
          .insertInto('idea')
          .values(ideas as never)
          .execute()
      }
    })
    const rows = rowsOf(await bytesOf(await flow('ideas')))
    assert.equal(rows.length, 1_202)
    assert.equal(new Set(rows.map(({ Texte }) => Texte)).size, 1_202)
  })

  it('hold every table under its heads, for the programme as it stands', async () => {
    for (const name of ['ballots', 'initiatives', 'commitments', 'workshops']) {
      const sheets = readWorkbook(await bytesOf(await flow(name, 'xlsx')))
      assert.equal(sheets.length, 1, name)
      assert.ok((sheets[0]?.rows[0]?.length ?? 0) >= 5, name)
    }
  })

  it('count commitments by Direction as everybody sees them: no words, and nothing of what is kept to oneself', async () => {
    const people = Array.from({ length: 16 }, (_, at) => `agent-${at}`)
    for (const [at, who] of people.entries()) {
      const visibility = at === 0 ? 'everyone' : 'me'
      const body = {
        axis: 'usager',
        text: `Mot secret ${at}`,
        horizon: '2027-06-30',
        visibility,
        nonce: nonce(50 + at),
      }
      await (await callerFor(who))('post', '/commitments', { body })
    }
    clock.advance(24 * 3_600_000)
    await stage.settle()
    const text = String(await bytesOf(await flow('commitments')))
    const line = text.split('\r\n').find(row => /lycées/.test(row) && /usager/.test(row))
    assert.equal(line?.split(';').slice(2).join(';'), '1;0;0')
    assert.doesNotMatch(text, /secret|agent/)
  })

  it('hold of a ballot only what everybody may see of it today', async () => {
    const { database } = stage.app
    const now = clock.now()
    const ballot = (id: string, closesAt: number, results: 'live' | 'closing') => ({
      ...{
        id,
        question: `Question ${id}`,
        organiser: 'x',
        closes_at: closesAt,
        votes: 7,
        created_at: now - 10,
      },
      ...{
        kind: 'single' as const,
        most: 1,
        per_option: 1,
        opens_at: now - 10,
        quorum: 0,
        results,
        secret: 0 as const,
      },
      ...{ audience: '{"kind":"everybody"}', concluded_at: null },
    })
    await database.transact(async tx => {
      const ballots = [
        ballot('running', now + 1e7, 'closing'),
        ballot('over', now - 1, 'closing'),
        ballot('live', now + 2e7, 'live'),
      ]
      await open(tx).insertInto('ballot').values(ballots).execute()
      for (const { id } of ballots)
        await open(tx)
          .insertInto('ballot_option')
          .values({
            ...{ id: `o-${id}`, ballot_id: id, position: 0, title: '+Une', votes: 7, voters: 7 },
            axis: null,
            idea_id: null,
          })
          .execute()
    })
    const rows = rowsOf(await bytesOf(await flow('ballots')))
    assert.deepEqual(
      rows.map(row => [row.Identifiant, row.Votants, row.Proposition, row['Voix ou points']]),
      [
        ['running', '', "'+Une", ''],
        ['live', '7', "'+Une", '7'],
        ['over', '7', "'+Une", '7'],
      ],
    )
  })

  it('are in the journal before they leave: by whom, which, and how many rows', async () => {
    const { end } = await flow('ideas')
    await end()
    const { items } = await (await callerFor('maelle'))<Page<AuditView>>('get', '/audit')
    assert.ok(
      items.some(
        ({ act, role, thing }) => act === 'exports.take' && role === 'organiser' && thing === 'ideas:2',
      ),
    )
  })

  it('are two at a time: a third is refused until one has ended', async () => {
    const [first, second] = [await flow('ideas'), await flow('ideas')]
    await assert.rejects(flow('ideas'), { code: 'exports-busy' })
    await first.end()
    await first.end()
    const third = await flow('ideas')
    await assert.rejects(flow('ideas'), { code: 'exports-busy' })
    await Promise.all([second.end(), third.end()])
  })

  it('say how many rows each has', async () => {
    const { tables } = await (await callerFor('maelle'))<ExportsView>('get', '/exports')
    assert.equal(tables.find(({ name }) => name === 'ideas')?.rows, 2)
  })

  it('are counted one list after another: however many ask, others find a connection', async () => {
    let [held, most] = [0, 0]
    const beginSnapshot = async () => {
      most = Math.max(most, ++held)
      const { tx, end } = await stage.app.database.beginSnapshot()
      return { tx, end: () => end().finally(() => held--) }
    }
    const table = tableOf({ title: 't', file: 't' }, [], { count: async () => 3, async *pages() {} })
    const tables = () =>
      Object.fromEntries(TABLES.map(name => [name, table])) as Record<TableName, ExportTable>
    const parts = { ...stage.app, ...stage.app.database, audit: async () => {}, places: createSlots() }
    const { list } = exportUsecases({ ...parts, beginSnapshot, tables })
    const organiser = { ...(await actor('maelle')), role: 'organiser' } as const
    const lists = await Promise.all(Array.from({ length: 10 }, () => list(organiser)))
    assert.deepEqual([lists.length, most, held], [10, 1, 0])
    assert.ok(lists.every(counts => counts.length === TABLES.length))
  })

  it('are refused to all others, and with a filter that there is not', async () => {
    await assert.rejects(flow('ideas', 'csv', 'camille'), { code: 'role-needed' })
    await assert.rejects(flow('people'), { code: 'malformed' })
    await assert.rejects(flow('ideas', 'pdf'), { code: 'malformed' })
    await assert.rejects(flow('ideas', 'csv', 'maelle', { author: 'karim' }), { code: 'malformed' })
    await assert.rejects((await callerFor('camille'))('get', '/exports'), { code: 'role-needed' })
  })
})

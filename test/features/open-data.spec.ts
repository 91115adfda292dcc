import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { open } from '../../src/db/index.ts'
import { type OpenData, openData, openDataSchema } from '../../src/features/exports/open-data.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { COARSE, FINE } from '../../src/kernel/personal-data/ladder.ts'
import { Download } from '../../src/kernel/requests/route.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'
import { WHEN, WORKSHOP } from '../support/product/inputs.ts'
import { callerOf } from '../support/product/routes.ts'
import { setStage } from '../support/product/stage.ts'

const nonce = (serial: number) => `a-nonce-of-one-form-${serial}`
const SECRET = 'Mots d’une agente'

describe('the open data', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  before(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.settle()
    for (let at = 0; at < 25; at++) {
      const call = await callerFor(`agent-${at}`)
      await call('post', '/ideas', { body: { nonce: nonce(at), axis: 'usager', text: `${SECRET} ${at}` } })
    }
    const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
    await stage.as(maelle).installs('channel')
    await stage.as(maelle).presses('workshops.publish', { ...WHEN, ...WORKSHOP, nonce: nonce(90) })
    await stage.app.database.transact(async tx => {
      const now = clock.now()
      const common = {
        ...{
          organiser: 'x',
          votes: 40,
          created_at: now - 10,
          opens_at: now - 10,
          quorum: 0,
          most: 1,
          per_option: 1,
        },
        ...{ kind: 'single' as const, results: 'closing' as const, secret: 0 as const, concluded_at: null },
      }
      const ballots = [
        {
          ...common,
          id: 'over',
          question: 'Laquelle ?',
          closes_at: now - 1,
          audience: '{"kind":"everybody"}',
        },
        {
          ...common,
          id: 'running',
          question: 'En cours ?',
          closes_at: now + 90 * DAY,
          audience: '{"kind":"everybody"}',
        },
        {
          ...common,
          id: 'room',
          question: 'À table ?',
          closes_at: now - 2,
          audience: '{"kind":"workshop","workshop":"w"}',
        },
      ]
      await open(tx).insertInto('ballot').values(ballots).execute()
      const option = { position: 0, votes: 25, voters: 25, axis: null }
      const options = [
        { ...option, id: 'o1', ballot_id: 'over', title: 'Écrite par le Lab’', idea_id: null },
        {
          ...option,
          id: 'o2',
          ballot_id: 'over',
          position: 1,
          title: `${SECRET} 3`,
          idea_id: 'i3',
          votes: 15,
        },
      ]
      await open(tx).insertInto('ballot_option').values(options).execute()
    })
    clock.advance(14 * DAY)
    await stage.settle()
  })
  after(() => stage.close())

  async function actor(objectId: string): Promise<Actor> {
    const { people } = stage.app
    const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
    const known = await people.greet({ objectId, name: `${objectId} par son nom`, tenant, language: 'fr' })
    return known.direction ? known : people.chooseDirection(known, 'lycees')
  }
  const callerFor = async (who: string) => callerOf(stage.app.routes, await actor(who))
  async function textFor(who: Actor): Promise<string> {
    const answer = await callerOf(stage.app.routes, who)('post', '/open-data', { body: {} })
    assert.ok(answer instanceof Download)
    assert.match(answer.name, /^\d{4}-\d\d-\d\d-[\w-]+-open-data\.json$/)
    return String(answer.body)
  }
  const made = async (): Promise<OpenData> => JSON.parse(await textFor(await actor('maelle')))

  it('are what their schema says, and the schema is published as it is', async () => {
    openData.parse(await made())
    const published = JSON.parse(readFileSync('docs/open-data.schema.json', 'utf8'))
    assert.deepEqual(published, JSON.parse(JSON.stringify(openDataSchema())))
    const [file] = stage.app.files.filter(({ path }) => path.startsWith('/open-data'))
    assert.deepEqual(JSON.parse((await file?.run({}))?.body ?? ''), published)
    assert.ok((await made()).$schema.endsWith(file?.path ?? 'nowhere'))
  })

  it('name nobody, and say no words of an agent', async () => {
    const text = await textFor(await actor('maelle'))
    assert.doesNotMatch(text, /par son nom|agent-|Mots d’une agente/)
  })

  it('have the seats of what is announced, and results of what everybody was asked', async () => {
    const { workshops, ballots } = await made()
    assert.deepEqual(
      workshops.map(({ title, seats, seatsTaken }) => [title, seats, seatsTaken]),
      [[WORKSHOP.title, 8, 0]],
    )
    assert.deepEqual(
      ballots.map(({ question, result }) => [
        question,
        result?.options.map(({ title, votes }) => [title, votes]),
      ]),
      [
        [
          'Laquelle ?',
          [
            ['Écrite par le Lab’', 25],
            [null, 15],
          ],
        ],
      ],
    )
  })

  it('have figures of the snapshot alone: people as estimates, or why there is none; ideas as they are counted', async () => {
    const { figures } = await made()
    const held = [...JSON.stringify(figures).matchAll(/"value":(\w+)/g)].map(([, value]) => value)
    assert.ok(held.includes('null') && held.some(value => [20, 30].includes(Number(value))))
    for (const value of held) assert.ok(value === 'null' || [...COARSE, ...FINE].includes(Number(value)))
    const usager = figures?.ideas.filter(({ axis, state }) => axis === 'usager' && state === 'received')
    assert.deepEqual(
      usager?.map(({ count }) => count),
      [25],
    )
  })

  it('are handed out by organisers and observers, and each time kept in the journal', async () => {
    await textFor({ ...(await actor('maelle')), role: 'observer' })
    await assert.rejects(textFor(await actor('agent-1')), { code: 'role-needed' })
    const call = await callerFor('maelle')
    await assert.rejects(call('post', '/open-data', { body: { since: '2020' } }), { code: 'malformed' })
    const { items } = await call<{ items: { act: string; role: string }[] }>('get', '/audit')
    assert.ok(items.some(({ act, role }) => act === 'exports.open-data' && role === 'observer'))
  })
})

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from '../../../src/db/index.ts'
import { setStage } from '../../support/product/stage.ts'

const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
const camille = { objectId: 'camille', name: 'Camille Martin' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }

describe('people', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ organisers: ['maelle'] })
  })
  afterEach(() => stage.close())

  const greetIn = ({ app }: typeof stage, who: typeof camille) =>
    app.people.greet({ ...who, tenant, language: 'fr' })
  const greet = (who: typeof camille) => greetIn(stage, who)

  /** Starts the product several times on one database. */
  async function onFile(
    work: (open: (options?: Parameters<typeof setStage>[0]) => ReturnType<typeof setStage>) => Promise<void>,
  ) {
    const folder = mkdtempSync(join(tmpdir(), 'people-'))
    await work(options => setStage({ url: `file:${folder}/people.sqlite`, ...options }))
    rmSync(folder, { recursive: true })
  }

  it('are known from their first gesture, and the same person at the next', async () => {
    await stage.as(camille).says('bonjour')
    const first = await greet(camille)
    await stage.as(camille).says('aide', { in: 'channel' })
    assert.deepEqual(await greet(camille), first)
    assert.equal(first.role, 'agent')
  })

  it('hold the organiser role from the start when the operator says so', async () => {
    await stage.as(maelle).says('bonjour')
    assert.equal((await greet(maelle)).role, 'organiser')
  })

  it('are agents again once the operator’s list no longer names them', async () => {
    await onFile(async open => {
      const named = await open({ organisers: ['maelle'] })
      assert.equal((await greetIn(named, maelle)).role, 'organiser')
      await named.close()
      const later = await open()
      assert.equal((await greetIn(later, maelle)).role, 'agent')
      await later.close()
    })
  })

  it('stay organisers when somebody else gave them the role', async () => {
    const { id } = await greet(camille)
    await stage.app.people.assignRole(id, 'organiser')
    assert.equal((await greet(camille)).role, 'organiser')
  })

  it('are not taken note of for having renamed a channel', async () => {
    const from = { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001' }
    const place = { key: 'c', kind: 'channel', address: 'c', team: { id: 't', name: 'T' } } as const
    const channel = { id: 'c', name: 'Nouveau nom', address: 'c' }
    const event = { kind: 'channel', change: 'renamed', id: 'e', from, place, channel, locale: 'fr' } as const
    await stage.app.router.answer(event)
    assert.equal((await stage.app.channels.find('c')).name, 'Nouveau nom')
    const people = await stage.app.database.read(tx => open(tx).selectFrom('person').select('id').execute())
    assert.deepEqual(people, [])
  })

  it('are one person when their first gestures arrive together', async () => {
    const actors = await Promise.all(Array.from({ length: 10 }, () => greet(camille)))
    assert.equal(new Set(actors.map(actor => actor.id)).size, 1)
  })

  it('keep the name they have now, cleaned and short', async () => {
    await greet(camille)
    await greet({ ...camille, name: `Camille\u0000 \u202EDurand${'x'.repeat(500)}` })
    const { name } = await greet({ ...camille, name: '' })
    assert.ok(name.startsWith('Camille Durandx') && name.length <= 120)
  })

  it('are welcomed once, however often Teams tells of the install', async () => {
    for (let n = 0; n < 3; n++) await stage.as(camille).installs('personal')
    await stage.settle()
    await stage.as(camille).installs('personal')
    await stage.settle()
    assert.deepEqual(
      [...stage.sent.values()].map(({ to, edits, summary }) => [to, edits, summary]),
      [['chat-camille', 0, 'Bonjour, ici Faire Administration\u00A0: vos ateliers, vos idées et vos votes.']],
    )
  })

  it('say their Direction once, and correct it', async () => {
    const [one, other] = stage.app.programme.directions
    const saved = await stage.as(camille).presses('people.direction', { direction: one?.id })
    assert.equal(saved.notice?.tone, 'good')
    await stage.as(camille).presses('people.direction', { direction: other?.id })
    assert.equal((await greet(camille)).direction, other?.id)
  })

  it('are told when the Direction is missing or unknown, on the card that asks', async () => {
    for (const [direction, expected] of [
      ['', /Il manque la Direction/],
      ['nowhere', /n’existe pas dans le programme/],
      [undefined, /incomplète/],
      [{ $ne: 1 }, /incomplète/],
    ] as const) {
      const refused = await stage.as(camille).presses('people.direction', { direction })
      assert.equal(refused.card.template, 'people/person/welcome')
      assert.match(refused.notice?.title ?? '', expected)
    }
  })

  it('choose a language that beats their client’s', async () => {
    const english = await stage.as(camille).presses('people.language', { language: 'en' })
    assert.match(english.summary, /in English/)
    assert.equal((await stage.as(camille).says('langue')).language, 'en')
  })

  it('speak what their Teams speaks until they choose, and again once they choose none', async () => {
    const teams = (client: 'fr' | 'en') =>
      stage.app.people.greet({ ...camille, tenant, language: 'fr', client })
    const first = await greet(camille)
    assert.deepEqual([first.language, first.languageChosen], ['fr', undefined])
    assert.equal((await teams('en')).language, 'en')
    assert.equal((await stage.app.people.actor(first.id))?.language, 'en')
    const chosen = await stage.app.people.chooseLanguage(await greet(camille), 'fr')
    assert.deepEqual([chosen.language, chosen.languageChosen], ['fr', true])
    assert.equal((await teams('en')).language, 'fr')
    await stage.app.people.followClient(chosen, 'fr')
    assert.equal((await teams('en')).language, 'en')
    // Where Teams says nothing, as in a chat, they are spoken to as before.
    assert.equal((await greet(camille)).language, 'en')
  })

  it('are asked for the Direction below an answer in a channel only while it is unknown', async () => {
    const press = {
      kind: 'pressed',
      id: 'p',
      verb: 'ideas.submit',
      data: { text: 'Un carnet de passation', axis: 'equipe' },
      locale: 'fr-FR',
    } as const
    const from = { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001' }
    const place = { key: 'c', kind: 'channel', address: 'c' } as const
    const asked = await stage.app.router.receive({ ...press, from, place })
    assert.match(JSON.stringify(asked?.card), /Dans quelle Direction/)
    await stage.as(camille).presses('people.direction', { direction: stage.app.programme.directions[0]?.id })
    const answered = await stage.app.router.receive({ ...press, from, place })
    assert.doesNotMatch(JSON.stringify(answered?.card), /Dans quelle Direction/)
  })

  it('are told how to add the app below an answer in a channel, as long as the bot cannot write to them', async () => {
    await stage
      .as(camille)
      .presses('people.direction', { direction: stage.app.programme.directions[0]?.id }, { in: 'channel' })
    const press = {
      kind: 'pressed',
      id: 'p',
      verb: 'ideas.submit',
      data: { text: 'Un carnet de passation', axis: 'equipe' },
      from: { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001' },
      place: { key: 'c', kind: 'channel', address: 'c' },
      locale: 'fr-FR',
    } as const
    const drawn = async () => JSON.stringify((await stage.app.router.receive(press))?.card)
    assert.match(await drawn(), /https:\/\/teams\.microsoft\.com\/l\/app\/teams-app/)
    assert.equal(await stage.app.people.unreachable(), 1)
    await stage.as(camille).installs('personal')
    assert.doesNotMatch(await drawn(), /teams\.microsoft\.com\/l\/app/)
    assert.equal(await stage.app.people.unreachable(), 0)
  })

  it('answer for the Directions given with their role, and gain none by correcting their own', async () => {
    const [one, other] = stage.app.programme.directions.map(({ id }) => id)
    const { id } = await greet(camille)
    await stage.app.people.assignRole(id, 'manager', [one ?? ''])
    await stage.as(camille).presses('people.direction', { direction: other })
    assert.deepEqual((await greet(camille)).leads, [one])
    await stage.app.people.assignRole(id, 'agent')
    assert.equal((await greet(camille)).leads, undefined)
  })
})

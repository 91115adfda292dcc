import assert from 'node:assert/strict'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { open } from '../../../src/db/index.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }

describe('channels', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ organisers: ['maelle'] })
  })
  afterEach(() => stage.close())

  it('are known from the install event, with the others that Teams lists', async () => {
    await stage.as(camille).installs('channel')
    await stage.settle()
    assert.deepEqual(
      (await stage.app.channels.list()).map(({ id, teamName, name }) => [id, teamName, name]),
      [[CHANNEL, 'Faire Administration', 'Ateliers']],
    )
  })

  it('are welcomed once in the team’s life, naming who added the bot', async () => {
    for (let n = 0; n < 2; n++) {
      await stage.as(camille).installs('channel')
      await stage.settle()
      await stage.as(camille).removes('channel')
    }
    assert.deepEqual(
      [...stage.sent.values()].map(({ to }) => to),
      [CHANNEL],
    )
    assert.match(JSON.stringify([...stage.sent.values()][0]?.card), /Camille Martin a ajouté/)
  })

  it('are no longer offered once the bot is removed, and again once it is back', async () => {
    await stage.as(camille).installs('channel')
    await stage.as(camille).removes('channel')
    assert.deepEqual(await stage.app.channels.list(), [])
    await stage.as(camille).installs('channel')
    assert.equal((await stage.app.channels.list()).length, 1)
  })

  it('have nothing more to say when the bot is removed before they are asked for', async () => {
    await stage.as(camille).installs('channel')
    await stage.as(camille).removes('channel')
    await stage.settle()
    assert.equal(stage.sent.size, 0)
    const facts = await stage.app.database.read(tx => open(tx).selectFrom('fact').selectAll().execute())
    assert.equal(facts.filter(({ kind }) => kind.startsWith('channels.')).length, 3)
    assert.deepEqual(
      facts.filter(({ state }) => state === 'dead'),
      [],
    )
  })

  it('offer an organiser four things to announce, whom it reaches, and all channels; nobody else', async () => {
    await stage.as(camille).installs('channel')
    const card = await stage.as(maelle).says('annoncer')
    assert.deepEqual(
      (card.card.data as { buttons: { verb: string }[] }).buttons.map(button => button.verb),
      [
        'workshops.form',
        'workshops.series-form',
        'ideas.box-form',
        'ballots.form',
        'people.reach',
        'channels.list',
      ],
    )
    assert.match((await stage.as(camille).says('annoncer')).summary, /C’est le Lab’ qui s’en charge/)
  })

  it('show an observer what became of announcements, and offer them nothing that would be refused', async () => {
    await stage.as(camille).installs('channel')
    const targets = await stage.app.channels.targets({ channel: CHANNEL, directions: [] })
    const what = { thing: 'box', id: 'doubtful' } as const
    await stage.app.database.transact(tx => stage.app.channels.announce(tx, what, targets))
    const key = `box:doubtful:${CHANNEL}`
    await stage.app.channels.answered({ key, at: Date.now(), unknown: true })
    const greeting = { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' } as const
    await stage.app.people.assignRole((await stage.app.people.greet(greeting)).id, 'observer', [])

    const verbsOf = ({ card }: Reply) =>
      (card.data as { buttons: { verb: string }[] }).buttons.map(({ verb }) => verb)
    const list = await stage.as(camille).presses('channels.to-check')
    assert.match(JSON.stringify(list.card.data), /Teams n’a pas confirmé/)
    assert.deepEqual(verbsOf(list), [])
    const one = await stage.as(camille).presses('channels.announced', { announced: key })
    assert.deepEqual(verbsOf(one), ['ideas.list', 'channels.to-check'])
    const seen = await stage.as(maelle).presses('channels.announced', { announced: key })
    assert.deepEqual(verbsOf(seen).slice(0, 2), ['channels.settle', 'channels.repost'])
  })

  it('say what to do first when none is known', async () => {
    const { card } = await stage.as(maelle).says('announce')
    assert.match(JSON.stringify(card.data), /Ajoutez d’abord l’application à une équipe/)
  })
})

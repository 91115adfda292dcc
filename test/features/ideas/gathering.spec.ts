import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import {
  bruno,
  camille,
  denis,
  ENDS,
  ines,
  maelle,
  type RoomStage,
  STARTS,
  setRoom,
} from '../../support/workshops/room.ts'

const TEXT = 'Un banc devant chaque accueil.'

onEachEngine('an idea for the wall of a workshop', engine => {
  let at: RoomStage
  beforeEach(async () => {
    at = await setRoom(engine)
    at.clock.advance(STARTS - at.clock.now())
  })
  afterEach(() => at.close())

  async function said(who: typeof maelle): Promise<string> {
    try {
      const body = { nonce: randomIds.nonce(), axis: 'territoires', text: TEXT }
      await at.call<IdeaView>(who, 'post', '/workshops/:id/ideas', { body })
      return 'done'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }
  const onWall = async () => (await at.call<WallView>(maelle, 'get', '/workshops/:id/wall')).ideas.length

  it('is taken from who has a seat, facilitates or organises, and from nobody else while it runs', async () => {
    for (const who of [camille, ines, bruno, maelle]) assert.equal(await said(who), 'done', who.name)
    assert.equal(await said(denis), 'workshop-aside')
    assert.equal(await onWall(), 4)
  })

  it('is taken from a walk-in who was checked in, without a seat', async () => {
    const { id: person } = await at.greet(denis)
    await at.call(maelle, 'post', '/attendance/:id/walk-ins', { body: { person } })
    await at.stage.app.database.transact(async tx => {
      await open(tx).deleteFrom('registration').where('person_id', '=', person).execute()
    })
    assert.equal(await said(denis), 'done')
    assert.equal(await onWall(), 1)
  })

  it('is taken from anybody once it is over: nobody looks at the wall then', async () => {
    at.clock.advance(ENDS - at.clock.now())
    assert.equal(await said(denis), 'done')
  })

  it('stays in the form of who is refused in the chat, and is sent from there as an idea like any other', async () => {
    await at.stage.as(denis).installs('personal')
    const form = { workshop: at.id, text: TEXT, axis: 'territoires', table: '4', nonce: randomIds.nonce() }
    const opened = await at.stage.as(denis).presses('ideas.gather-form', { workshop: at.id })
    assert.match(JSON.stringify(opened.card.data), /"aside":true/)
    assert.match(JSON.stringify(opened), /seules les personnes qui y participent/)
    const { card, ...beside } = await at.stage.as(denis).presses('ideas.gather', form)
    const data = card.data as { readonly text: string; readonly aside: boolean; readonly nonce: string }
    assert.deepEqual([card.template, data.text, data.aside], ['ideas/harvest/form', TEXT, true])
    assert.match(JSON.stringify(beside), /enregistrez d’abord votre présence/)
    await at.stage.as(denis).presses('ideas.submit', { ...form, nonce: data.nonce })
    assert.equal(await onWall(), 0)
    const { items } = await at.call<{ items: readonly IdeaView[] }>(denis, 'get', '/ideas', {
      query: { mine: '1' },
    })
    assert.deepEqual(
      items.map(({ text }) => text),
      [TEXT],
    )
  })
})

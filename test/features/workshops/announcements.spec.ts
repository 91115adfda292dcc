import assert from 'node:assert/strict'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-04-29',
  start: '09:30',
  end: '12:30',
  place: 'Carcassonne',
  seats: '48',
  channel: CHANNEL,
}

describe('a workshop from the word « annoncer » to the channel', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  })
  after(() => stage.close())

  const posts = () => [...stage.sent.values()].filter(({ summary }) => summary.includes(FORM.title))

  it('is one post there, left as it is while people answer', async () => {
    const asked = await stage.as(maelle).says('annoncer')
    assert.match(JSON.stringify(asked.card.data), /workshops\.form/)
    const form = await stage.as(maelle).presses('workshops.form')
    const { nonce } = (form.card.data as { fields: { nonce: string } }).fields
    const preview = await stage.as(maelle).presses('workshops.preview', { ...FORM, nonce })
    const { fields } = preview.card.data as { fields: Record<string, string> }
    for (const _ of [1, 2, 3]) await stage.as(maelle).presses('workshops.publish', fields)
    await stage.settle()
    const [post, ...others] = posts()
    assert.deepEqual([post?.to, post?.edits, others.length], [CHANNEL, 0, 0])
    assert.match(post?.summary ?? '', /^Atelier «\u00A0Accueillir mieux\u00A0», Jeudi 29\u00A0avril 2027/)

    const { id } = (await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }
    for (const name of ['Camille', 'Dominique', 'Camille']) {
      const agent = { objectId: name, name }
      await stage.as(agent).presses('workshops.answer', { workshop: id, answer: 'yes' }, { in: 'channel' })
    }
    await stage.settle()
    clock.advance(MINUTE)
    await stage.settle()
    assert.deepEqual([posts().length, posts()[0]?.edits], [1, 0])
    assert.match(JSON.stringify(posts()[0]?.card), /Places libres/)
    assert.doesNotMatch(JSON.stringify(posts()[0]?.card), /Camille|Dominique/)
  })
})

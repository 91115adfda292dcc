import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Pressed, Typed } from '../../../src/conversation/protocol/incoming.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { createRouter } from '../../../src/conversation/routing/router.ts'
import { wireWorkshops } from '../../../src/features/workshops/wire.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { auditIn, roleChangesIn } from '../../support/features/audit.ts'
import { programme } from '../../support/programme/programme.ts'
import {
  agent,
  channel,
  channels,
  people as known,
  lab,
  links,
  messagesOn,
  NO_MARKS,
  tabLink,
} from '../../support/workshops/workshops.ts'

const NOW = Date.UTC(2027, 3, 1, 8)
const FORM = {
  title: 'Accueillir mieux',
  description: 'Deux phrases.',
  axis: 'territoires',
  date: '2027-04-22',
  start: '09:30',
  end: '12:30',
  place: 'Carcassonne',
  link: '',
  seats: 2,
  channel: channel.id,
  nonce: 'nonce-of-this-form',
}

const words = (language: Language) => wordsIn(language, 'Europe/Paris')

describe('workshops in a chat', () => {
  const clock = fixedClock(NOW)
  const standing = freshDatabase(sqlite, { clock })
  const people = [lab, ...Array.from({ length: 9 }, (_, number) => agent(number))]

  function wired() {
    const { transact, read, once, note } = standing.db
    const base = { transact, read, once, note, clock, ids: randomIds, log: silentLogger }
    const edges = { ...base, audit: auditIn(base), roleChanged: roleChangesIn(standing.db) }
    const wiring = {
      ...edges,
      words,
      zone: 'Europe/Paris',
      home: 'fr' as const,
      tabLink,
      render: createRender(),
    }
    return wireWorkshops(wiring, {
      isClosed: async () => false,
      programme,
      channels,
      people: known,
      messages: messagesOn(standing.db, clock),
      links,
      limits: noLimits,
      marks: NO_MARKS,
    })
  }

  function router() {
    return createRouter({
      refused: async () => {},
      limits: noLimits,
      handlers: [wired().handlers],
      resolveActor: async ({ from }) => people.find(person => person.id === from.objectId) ?? lab,
      render: createRender(),
      words,
      tenants: ['region'],
      organisation: 'Région',
      origin: '',
      home: 'fr',
      firstLanguage: () => 'fr',
      posted: async () => {},
      stands: async () => false,
      log: silentLogger,
      ids: randomIds,
    })
  }

  function arrival(who: Actor, kind: 'personal' | 'channel') {
    const from = { objectId: who.id, tenant: 'region', name: who.name }
    return { id: '1', from, locale: 'fr-FR', place: { key: kind, kind, address: kind } }
  }

  async function press(who: Actor, verb: string, data: object, kind: 'personal' | 'channel' = 'personal') {
    const pressed: Pressed = { ...arrival(who, kind), kind: 'pressed', verb, data: { ...data } }
    const reply = await router().answer(pressed)
    assert.ok(reply)
    return reply
  }

  async function say(who: Actor, text: string) {
    const typed: Typed = { ...arrival(who, 'personal'), kind: 'typed', text }
    const reply = await router().answer(typed)
    assert.ok(reply)
    return reply
  }

  async function published(change: object = {}) {
    const { data } = (await press(lab, 'workshops.publish', { ...FORM, nonce: randomIds.nonce(), ...change }))
      .card
    return (data as { id: string }).id
  }

  const dataOf = (reply: Reply) => reply.card.data as Record<string, unknown>
  const drawn = (reply: Reply) =>
    JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))

  it('go from form to preview to announcement, with one act each', async () => {
    const form = await press(lab, 'workshops.form', {})
    assert.equal(form.card.template, 'workshops/workshop/form')
    const { fields } = dataOf(form) as { fields: { nonce: string } }
    const preview = await press(lab, 'workshops.preview', { ...FORM, nonce: fields.nonce })
    assert.equal(preview.card.template, 'workshops/workshop/preview')
    const carried = dataOf(preview).fields as object
    const done = await press(lab, 'workshops.publish', carried)
    assert.equal(done.notice?.title, 'L’annonce part vers Faire équipe · Général')
    const again = await press(lab, 'workshops.publish', carried)
    assert.equal(dataOf(again).id, dataOf(done).id)
  })

  it('keep what was typed when one goes back to correct it', async () => {
    const form = await press(lab, 'workshops.form', { ...FORM, title: '[x](http://evil) ${secret}' })
    assert.equal((dataOf(form).fields as { title: string }).title, '[x](http://evil) ${secret}')
  })

  const refused: [string, object, RegExp][] = [
    ['a date in the past', { date: '2027-03-01' }, /Cette date est passée/],
    ['a day that does not exist', { date: '2027-02-30' }, /Il manque la date/],
    ['an end before the start', { end: '08:00' }, /La fin vient avant/],
    ['no seat', { seats: 0 }, /de 1 à 2\u202F000 places/],
    ['a million seats', { seats: '1000000' }, /de 1 à 2\u202F000 places/],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, /10\u202F000 caractères pour 80/],
    ['an axis of another programme', { axis: 'nope' }, /Il manque l’axe/],
    ['a channel that is gone', { channel: '19:gone' }, /n’est plus accessible/],
    ['fields that are no text', { title: { evil: true }, date: [] }, /Il manque le titre/],
  ]
  for (const [what, change, sentence] of refused) {
    it(`refuse ${what} on the form, with what was typed`, async () => {
      for (const verb of ['workshops.preview', 'workshops.publish']) {
        const reply = await press(lab, verb, { ...FORM, ...change })
        assert.equal(reply.card.template, 'workshops/workshop/form')
        assert.match(reply.notice?.title ?? '', sentence)
        assert.equal((dataOf(reply).fields as { place: string }).place, 'Carcassonne')
        assert.ok(!drawn(reply).includes('${'))
      }
    })
  }

  it('show the form to organisers only', async () => {
    const reply = await press(agent(1), 'workshops.form', {})
    assert.match(reply.summary, /C’est le Lab’ qui s’en charge/)
  })

  it('answer a tap on the channel’s card with one’s own card, which only that person sees', async () => {
    const workshop = await published()
    const reply = await press(agent(1), 'workshops.answer', { workshop, answer: 'yes' }, 'channel')
    assert.deepEqual(reply.notice, {
      tone: 'good',
      title: 'Votre place est réservée',
      text: 'Cet affichage n’est visible que de vous.',
    })
    assert.deepEqual([dataOf(reply).canJoin, dataOf(reply).canLeave], [false, true])
    const mine = await press(agent(1), 'workshops.mine', { workshop })
    assert.equal(mine.notice?.title, 'Votre place est réservée')
    assert.equal((await press(agent(2), 'workshops.mine', { workshop })).notice, undefined)
  })

  it('say that they are full on the card as it stands, and seat whoever comes after a withdrawal', async () => {
    const workshop = await published({ seats: 1 })
    await press(agent(1), 'workshops.answer', { workshop, answer: 'yes' })
    const full = await press(agent(2), 'workshops.answer', { workshop, answer: 'yes' })
    assert.match(full.notice?.title ?? '', /L’atelier est complet/)
    assert.deepEqual(dataOf(full).badge, { text: 'Complet', tone: 'warning' })
    await press(agent(1), 'workshops.answer', { workshop, answer: 'no' })
    const seated = await press(agent(2), 'workshops.answer', { workshop, answer: 'yes' })
    assert.equal(seated.notice?.title, 'Votre place est réservée')
  })

  it('say since when answers are closed', async () => {
    const workshop = await published()
    clock.advance(21 * 24 * HOUR)
    const late = await press(agent(1), 'workshops.answer', { workshop, answer: 'yes' })
    assert.equal(
      late.notice?.title,
      'Cet atelier a commencé le jeudi 22\u00A0avril à 9\u00A0h\u00A030. Les réponses sont closes.',
    )
    clock.advance(-21 * 24 * HOUR)
  })

  it('say what is no longer there, and that a demand makes no sense', async () => {
    const gone = await press(agent(1), 'workshops.answer', { workshop: 'nothing', answer: 'yes' })
    assert.match(gone.summary, /n’existe plus/)
    const odd = await press(agent(1), 'workshops.answer', { workshop: { $ne: 1 }, answer: 'toggle' })
    assert.match(odd.summary, /incomplète/)
  })

  it('post to the channel under one key what does not age: nobody’s answer, and no total', async () => {
    const workshop = await published()
    await press(agent(1), 'workshops.answer', { workshop, answer: 'yes' })
    const { facts } = wired().handlers
    const outgoing = await facts?.['workshops.changed']?.({
      kind: 'workshops.changed',
      payload: { workshop },
    })
    const [post, ...others] = outgoing ?? []
    assert.deepEqual(
      [post?.to, post?.key, others.length],
      [channel.address, `workshop:${workshop}:${channel.id}`, 0],
    )
    assert.ok(post)
    assert.match(drawn(post.reply), /Places libres.*2 places/)
    assert.doesNotMatch(drawn(post.reply), /p-1|Agent 1|participe déjà/)
  })

  it('are listed five at a time, from the likeliest word', async () => {
    for (let day = 10; day < 17; day++) await published({ date: `2027-04-${day}` })
    const first = await say(agent(1), 'Ateliers')
    const { items, next } = dataOf(first) as { items: object[]; next: string }
    const rest = dataOf(await press(agent(1), 'workshops.list', { after: next }))
    assert.deepEqual([items.length, (rest.items as object[]).length, rest.next], [5, 2, ''])
    assert.match((await press(agent(1), 'workshops.list', { after: 'x; drop table' })).summary, /incomplète/)
  })

  it('say so when none is coming', async () => {
    assert.match(drawn(await say(agent(1), 'workshops')), /Aucun atelier à venir/)
  })
})

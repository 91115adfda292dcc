import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import type { AskedView, FeedbackView, GivenView } from '../../src/tabs/contract/feedback.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../support/database/engines.ts'
import { createDatabase } from '../support/product/bot.ts'
import { fixedClock } from '../support/product/clock.ts'
import { callerOf } from '../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const people = Array.from({ length: 8 }, (_, n) => ({ objectId: `agent-${n}`, name: `Agent ${n}` }))
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** A Thursday, 10 in Paris; the workshop ends on the Friday of the week after, at 12:30. */
const NOW = Date.parse('2027-04-22T08:00:00Z')
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  place: 'Carcassonne',
  seats: '12',
  channel: CHANNEL,
}
const WHEN = { date: '2027-04-30', start: '09:30', end: '12:30' }
const OVER = Date.parse('2027-04-30T10:30:00Z')

onEachEngine('what people say of a workshop', engine => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let drop: () => Promise<void>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    const made = await createDatabase(engine, engine.begin)
    drop = made.drop
    stage = await setStage({ url: made.url, organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, ...WHEN, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (const who of people) {
      await stage.as(who).installs('personal')
      await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes' })
    }
    await until(OVER + MINUTE)
  })
  afterEach(async () => {
    await stage.close()
    await drop()
  })

  async function until(moment: number) {
    clock.advance(moment - clock.now())
    await stage.settle()
  }
  const askedOf = ({ objectId }: Someone) =>
    [...stage.sent.values()].filter(
      ({ to, summary }) => to === `chat-${objectId}` && /vous a été utile/.test(summary),
    )
  const messageOf = async (who: Someone) => {
    const { id } = await stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
    return stage.app.database.read(async tx => {
      const mine = open(tx).selectFrom('message').select('id').where('person_id', '=', id)
      return (await mine.where('topic', '=', 'workshop-feedback').executeTakeFirst())?.id ?? ''
    })
  }
  async function gives(who: Someone, rating: string, text = '') {
    return stage.as(who).presses('feedback.give', { message: await messageOf(who), rating, text })
  }
  async function read(who: Someone = maelle): Promise<FeedbackView> {
    const actor = await stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
    return callerOf(stage.app.routes, actor)('get', '/workshops/:id/feedback', { params: { id: workshop } })
  }
  async function tab<T>(who: Someone, method: 'get' | 'put', path: string, more: object = {}): Promise<T> {
    const actor = await stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
    return callerOf(stage.app.routes, actor)<T>(method, path, more)
  }
  const openTo = async (who: Someone) => (await tab<Page<AskedView>>(who, 'get', '/me/feedback')).items
  const says = (who: Someone, rating: number, sentence = '') =>
    tab<GivenView>(who, 'put', '/workshops/:id/my-feedback', {
      params: { id: workshop },
      body: { rating, sentence },
    })
  const rows = (table: 'feedback_roll' | 'feedback_answer') =>
    stage.app.database.read(tx => open(tx).selectFrom(table).selectAll().execute())

  it('is asked once of each who had a seat, at the end, in a message that takes no place of the week', async () => {
    assert.deepEqual(
      people.map(who => askedOf(who).length),
      people.map(() => 1),
    )
    assert.equal(askedOf(maelle).length, 0)
    await until(OVER + 2 * DAY)
    assert.deepEqual(
      people.map(who => askedOf(who).length),
      people.map(() => 1),
    )
    const slots = await stage.app.database.read(tx =>
      open(tx).selectFrom('message_slot').select('message_id').execute(),
    )
    assert.deepEqual(slots, [])
  })

  it('is asked of those who came where that was kept, and of who is put on the list afterwards', async () => {
    const [came, late] = people
    assert(came && late)
    const fields = { ...FORM, ...WHEN, date: '2027-05-12', title: 'Deuxième', nonce: randomIds.nonce() }
    const second = (await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }
    for (const who of people)
      await stage.as(who).presses('workshops.answer', { workshop: second.id, answer: 'yes' })
    const end = Date.parse('2027-05-12T10:30:00Z')
    const isThere = async (who: Someone) => {
      const { id } = await stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
      const lab = await stage.app.people.greet({ tenant: TENANT, ...maelle, language: 'fr' })
      const params = { id: second.id, person: id }
      await callerOf(stage.app.routes, lab)('put', '/attendance/:id/people/:person', {
        params,
        body: { present: true },
      })
    }
    await until(end - MINUTE)
    await isThere(came)
    await until(end + MINUTE)
    const asked = () => people.filter(who => askedOf(who).length > 1)
    assert.deepEqual(asked(), [came])
    assert.deepEqual(
      (await openTo(came)).map(({ id, unsure }) => [id, unsure]),
      [[second.id, undefined]],
    )
    await isThere(late)
    await until(end + DAY + MINUTE)
    assert.deepEqual(asked(), [came, late])
  })

  it('is kept once each: the first answer stands, whoever repeats it', async () => {
    const [first] = people
    assert(first)
    assert.equal((await gives(first, '4', 'Une pause')).notice?.tone, 'good')
    assert.match((await gives(first, '1', 'Autre chose')).notice?.title ?? '', /^Votre premier retour reste/)
    assert.deepEqual(
      (await rows('feedback_answer')).map(row => ({ ...row, id: '' })),
      [{ id: '', workshop_id: workshop, rating: 4, sentence: 'Une pause' }],
    )
    assert.equal((await rows('feedback_roll')).length, 1)
  })

  it('is answered the same when Teams repeats a press, the first as the first and the second as the second', async () => {
    const [first] = people
    assert(first)
    const message = await messageOf(first)
    const press = (rating: string, id: string) =>
      stage.as(first).presses('feedback.give', { message, rating, text: '' }, { id })
    const titles: unknown[] = []
    for (const [rating, id] of [
      ...[['4', 'one'] as const, ['4', 'one'] as const],
      ...[['4', 'two'] as const, ['4', 'two'] as const, ['4', 'one'] as const],
    ])
      titles.push((await press(rating, id)).notice?.title.split(',')[0])
    const [thanks, stands] = ['Merci', 'Votre premier retour reste enregistré']
    assert.deepEqual(titles, [thanks, thanks, stands, stands, thanks])
    assert.equal((await rows('feedback_answer')).length, 1)
  })

  it('asks no more of who was not there, and counts nothing, where nobody kept who came', async () => {
    const [absent, other, third] = people
    assert(absent && other && third)
    const { card } = await stage.as(absent).presses('feedback.message', { message: await messageOf(absent) })
    assert.equal((card.data as { unsure: boolean }).unsure, true)
    const message = await messageOf(absent)
    const asked = await stage.as(absent).presses('feedback.missed', { message })
    assert.equal((asked.card.data as { confirms: boolean }).confirms, true)
    assert.deepEqual(await rows('feedback_roll'), [])
    for (const _ of ['once', 'again']) {
      const noted = await stage.as(absent).presses('feedback.missed', { message, sure: true })
      assert.match(noted.notice?.title ?? '', /vous n’y étiez pas/)
      const { asks, sentence } = noted.card.data as { asks: boolean; sentence: string }
      assert.deepEqual([asks, sentence], [false, ''])
    }
    assert.deepEqual(
      (await openTo(other)).map(({ given, unsure }) => [given, unsure]),
      [[false, true]],
    )
    const missed = { params: { id: workshop }, body: { absent: true } }
    for (const _ of ['once', 'again'])
      assert.deepEqual(await tab(other, 'put', '/workshops/:id/my-feedback', missed), {
        id: workshop,
        given: true,
      })
    assert.deepEqual(
      (await openTo(other)).map(({ given }) => given),
      [true],
    )
    await gives(third, '4')
    await stage.as(third).presses('feedback.missed', { message: await messageOf(third), sure: true })
    assert.deepEqual(
      (await rows('feedback_answer')).map(({ rating }) => rating),
      [4],
    )
    await assert.rejects(tab(maelle, 'put', '/workshops/:id/my-feedback', missed), {
      code: 'feedback-not-asked',
    })
  })

  it('is given in the tab as well, once through either door, by those who are asked', async () => {
    const [first, second] = people
    assert(first && second)
    const times = { startsAt: OVER - 3 * HOUR, closesAt: OVER + 7 * DAY }
    const asked = { id: workshop, title: FORM.title, ...times, unsure: true }
    assert.deepEqual(await openTo(first), [{ ...asked, given: false }])
    assert.deepEqual(await says(first, 4, 'Une pause'), { id: workshop, given: true })
    assert.deepEqual(await says(first, 1), { id: workshop, given: true, before: true })
    await gives(first, '2')
    assert.deepEqual(
      (await rows('feedback_answer')).map(({ rating, sentence }) => [rating, sentence]),
      [[4, 'Une pause']],
    )
    await gives(second, '5')
    assert.deepEqual(
      (await Promise.all([first, second].map(openTo))).map(([one]) => one?.given),
      [true, true],
    )
    await assert.rejects(says(second, 6), { code: 'rating-missing' })
    await assert.rejects(says(second, 5, 'a'.repeat(281)), { code: 'too-long' })
    assert.deepEqual(await openTo(maelle), [])
    await assert.rejects(says(maelle, 5), { code: 'feedback-not-asked' })
    await until(OVER + 7 * DAY)
    assert.deepEqual(await openTo(first), [])
  })

  it('is asked and given in the tab beside a published summary, of which people hear under the same topic', async () => {
    const [first] = people
    assert(first)
    const summary = { params: { id: workshop }, body: { sequel: 'Deux essais dès lundi', turn: 0 } }
    await tab(maelle, 'put', '/workshops/:id/summary', summary)
    await until(OVER + DAY)
    const subjects = await stage.app.database.read(tx =>
      open(tx).selectFrom('message').select('subject').where('topic', '=', 'workshop-feedback').execute(),
    )
    assert.equal(subjects.filter(({ subject }) => subject.includes('summary')).length, people.length)
    assert.deepEqual(
      (await openTo(first)).map(({ id, given }) => [id, given]),
      [[workshop, false]],
    )
    await says(first, 5)
    assert.deepEqual(
      (await openTo(first)).map(({ given }) => given),
      [true],
    )
  })

  it('is asked whatever else cannot be read: a workshop that is no longer there is left out', async () => {
    const [first] = people
    assert(first)
    const { id } = await stage.app.people.greet({ tenant: TENANT, ...first, language: 'fr' })
    const [gone, kept] = [randomIds.next(), workshop]
    await stage.app.database.transact(async tx => {
      const standing = open(tx).selectFrom('message').selectAll().where('person_id', '=', id)
      const row = await standing.where('topic', '=', 'workshop-feedback').executeTakeFirstOrThrow()
      for (const [at, subject] of [{ workshop: gone }, { workshop: randomIds.next() }, {}].entries()) {
        const more = { id: randomIds.next(), reason: `feedback:${at}`, subject: JSON.stringify(subject) }
        await open(tx)
          .insertInto('message')
          .values({ ...row, ...more })
          .execute()
      }
      // A round of which the workshop itself is gone.
      const round = { workshop_id: gone, closes_at: OVER + 7 * DAY, closed: 0 as const }
      await open(tx).insertInto('feedback_round').values(round).execute()
    })
    assert.deepEqual(
      (await openTo(first)).map(({ id }) => id),
      [kept],
    )
  })

  it('is not asked again of who put the message off and answered in the tab meanwhile', async () => {
    const [first, second] = people
    assert(first && second)
    for (const who of [first, second]) {
      const later = { message: await messageOf(who), round: 1, day: '2027-05-03' }
      await stage.as(who).presses('messages.later', later)
    }
    await says(first, 4)
    await until(OVER + 4 * DAY)
    assert.deepEqual([askedOf(first).length, askedOf(second).length], [1, 2])
  })

  it('is refused without a rating, too long, from somebody else’s message, and once it is closed', async () => {
    const [first, second] = people
    assert(first && second)
    assert.equal((await gives(first, '6')).notice?.tone, 'warning')
    assert.equal((await gives(first, '5', 'a'.repeat(281))).notice?.tone, 'warning')
    const theirs = await messageOf(second)
    const other = await stage.as(first).presses('feedback.give', { message: theirs, rating: '5', text: '' })
    assert.notEqual(other.notice?.tone, 'good')
    await until(OVER + 7 * DAY)
    assert.equal((await gives(first, '5')).notice?.tone, 'warning')
    assert.deepEqual(await rows('feedback_answer'), [])
  })

  it('is written anew in an order that says nothing of who came when', async () => {
    for (const [at, who] of people.entries()) await gives(who, '3', `Phrase ${at}`)
    const found = await rows('feedback_answer')
    const ids = found.map(({ id }) => id)
    assert.deepEqual(ids, ids.toSorted())
    assert.deepEqual(Object.keys(found[0] ?? {}).toSorted(), ['id', 'rating', 'sentence', 'workshop_id'])
    assert.notDeepEqual(
      found.map(({ sentence }) => sentence),
      people.map((_, at) => `Phrase ${at}`),
    )
  })

  it('is read by organisers alone, once closed, and the roll is gone then', async () => {
    for (const [at, who] of people.entries())
      await gives(who, at < 4 ? '5' : '4', at === 2 ? 'Une pause' : '')
    assert.deepEqual(await read(), { state: 'open', closesAt: OVER + 7 * DAY })
    await until(OVER + 7 * DAY)
    assert.deepEqual(await read(), { state: 'read', answers: 5, average: 4.5, sentences: ['Une pause'] })
    assert.deepEqual(await rows('feedback_roll'), [])
    const [agent] = people
    assert(agent)
    await assert.rejects(read(agent), { code: 'role-needed' })
  })

  it('is neither shown nor kept where fewer than five answered', async () => {
    for (const who of people.slice(0, 4)) await gives(who, '2', 'Trop long')
    await until(OVER + 7 * DAY)
    assert.deepEqual(await read(), { state: 'few' })
    assert.deepEqual(await rows('feedback_answer'), [])
  })
})

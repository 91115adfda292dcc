import assert from 'node:assert/strict'
import { personalViewRoutes } from '../../../src/features/workshops/registration/personal-view-routes.ts'
import { registrationRoutes } from '../../../src/features/workshops/registration/routes.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { formKey } from '../../../src/kernel/storage/idempotency.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { clockIn } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { programme } from '../../support/programme/programme.ts'
import { agent, draft, factsOf, lab, NO_MARKS, usecasesOn } from '../../support/workshops/workshops.ts'

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

describe('workshops', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const use = () => usecasesOn(standing.db, clock)

  it('are published by organisers only', async () => {
    for (const role of ['agent', 'pilot', 'manager', 'observer'] as const) {
      const actor = { ...agent(1), role }
      await assert.rejects(use().publish(actor, draft(clock.now()), []), refusal('role-needed'))
    }
  })

  it('are published once for one form, however often and at once it is sent', async () => {
    const keys = [formKey(lab.id, 'a-nonce-of-one-form', {})]
    const sent = Array.from({ length: 3 }, () => use().publish(lab, draft(clock.now()), keys))
    const ids = new Set((await Promise.all(sent)).map(({ id }) => id))
    assert.equal(ids.size, 1)
    assert.equal((await use().coming(lab, 20)).items.length, 1)
  })

  it('are refused an axis or a channel that is not there', async () => {
    const now = clock.now()
    await assert.rejects(use().publish(lab, draft(now, { axis: 'other' }), []), refusal('axis-missing'))
    await assert.rejects(
      use().publish(lab, draft(now, { where: { channel: '19:gone', directions: [] } }), []),
      refusal('channel-gone'),
    )
  })

  it('draw their card when published, and again early on their last day, at their start and their end', async () => {
    const { id } = await use().publish(lab, draft(clock.now()), [])
    const fact = { kind: 'workshops.changed', payload: { workshop: id } }
    assert.deepEqual(await factsOf(standing.db), [fact])
    const from = clock.now()
    clock.advance(24 * HOUR)
    const early = (await factsOf(standing.db)).map(({ payload }) => Number(Object(payload).at))
    assert.deepEqual([clockIn(early[0] ?? 0, programme.zone), early[1]], ['05:00', from + 24 * HOUR])
    clock.advance(3 * HOUR)
    assert.deepEqual(await factsOf(standing.db), [{ ...fact, payload: { workshop: id, at: clock.now() } }])
  })

  it('have their card looked at when they become full or free again, and not for any other answer', async () => {
    const { id } = await use().publish(lab, draft(clock.now(), { capacity: 2 }), [])
    await factsOf(standing.db)
    for (const number of [1, 1]) await use().answer(agent(number), id, 'yes')
    await use().answer(agent(3), id, 'no')
    assert.deepEqual(await factsOf(standing.db), [])
    const turned = { kind: 'workshops.room', payload: { workshop: id } }
    for (const answer of ['yes', 'no'] as const) {
      await use().answer(agent(2), id, answer)
      assert.deepEqual(await factsOf(standing.db), [])
      clock.advance(2 * MINUTE)
      assert.deepEqual(await factsOf(standing.db), [turned])
    }
  })

  it('count people and their Directions, and give a seat back', async () => {
    const { id } = await use().publish(lab, draft(clock.now(), { capacity: 3 }), [])
    for (const number of [1, 2, 11]) await use().answer(agent(number), id, 'yes')
    await assert.rejects(use().answer(agent(3), id, 'yes'), refusal('workshop-full'))
    await use().answer(agent(2), id, 'no')
    const { seatsTaken, directions, mine } = await use().show(agent(2), id)
    assert.deepEqual({ seatsTaken, directions, mine }, { seatsTaken: 2, directions: 1, mine: 'no' })
    assert.equal((await use().answer(agent(3), id, 'yes')).seatsTaken, 3)
  })

  it('let nobody in from their start on, and keep the answers given', async () => {
    const { id } = await use().publish(lab, draft(clock.now()), [])
    await use().answer(agent(1), id, 'yes')
    clock.advance(24 * HOUR)
    await assert.rejects(use().answer(agent(1), id, 'no'), refusal('workshop-over'))
    const { mine, stage } = await use().show(agent(1), id)
    assert.deepEqual({ mine, stage }, { mine: 'yes', stage: 'underway' })
  })

  it('take no answer from an observer, nor to what never was', async () => {
    const { id } = await use().publish(lab, draft(clock.now()), [])
    assert.throws(() => use().answer({ ...agent(1), role: 'observer' }, id, 'yes'), refusal('role-needed'))
    await assert.rejects(use().answer(agent(1), 'no-such-workshop', 'yes'), refusal('gone'))
  })
})

describe('workshops in the tab', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })

  const calendarOf = (id: string) => `https://faire.example/calendar/${id}.ics`

  async function ask(method: 'get' | 'put', params = {}, body: unknown = {}, query = {}) {
    const workshops = usecasesOn(standing.db, clock)
    const parts = {
      workshops,
      agenda: workshops.agenda,
      registrations: workshops,
      calendarOf,
      marks: NO_MARKS,
    }
    const offers = { answered: async () => {} }
    const routes = [...personalViewRoutes(parts), ...registrationRoutes({ ...parts, offers })]
    const route = routes.find(each => each.method === method)
    return route?.run({ actor: agent(1), params, body, query, sentence: String })
  }

  it('are listed with my answer, and answered as from a card', async () => {
    const { id } = await usecasesOn(standing.db, clock).publish(
      lab,
      draft(clock.now(), { description: 'Deux phrases.' }),
      [],
    )
    const { startsAt, endsAt } = draft(clock.now())
    const view = {
      id,
      title: 'Accueillir mieux, plus près',
      description: 'Deux phrases.',
      axis: 'territoires',
      startsAt,
      endsAt,
      place: 'Carcassonne',
      capacity: 10,
      stage: 'announced',
      seatsLeft: 10,
      over: false,
      calendar: calendarOf(id),
    }
    assert.deepEqual(await ask('get'), { items: [view] })
    const answered = { ...view, seatsLeft: 9, mine: 'yes' }
    assert.deepEqual(await ask('put', { id }, { answer: 'yes' }), answered)
    assert.deepEqual(await ask('get'), { items: [answered] })
  })

  it('refuse what is no answer, and a page that is none', async () => {
    for (const body of [undefined, null, 'yes', { answer: 'maybe' }, { answer: ['yes'] }])
      await assert.rejects(ask('put', { id: 'w' }, body), refusal('malformed'))
    await assert.rejects(ask('get', {}, {}, { after: 'x'.repeat(300) }), refusal('malformed'))
    await assert.rejects(ask('get', {}, {}, { after: '1 or 1=1' }), refusal('malformed'))
  })
})

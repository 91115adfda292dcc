import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open, openDatabase } from '../../src/db/index.ts'
import { seriesStore } from '../../src/features/workshops/series/store.ts'
import { announcedNow } from '../../src/features/workshops/workshop/domain.ts'
import { workshopStore } from '../../src/features/workshops/workshop/store.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { schemaFor } from '../support/database/schema.ts'
import { type Broadcasting, LAB, setBroadcasts } from '../support/features/broadcasts.ts'
import type { FixedClock } from '../support/product/clock.ts'

/** A Thursday at ten in Paris; the Monday after it, at nine. */
const START = Date.UTC(2027, 3, 22, 8)
const MONDAY = Date.UTC(2027, 3, 26, 7)
const PEOPLE = ['ana', 'bob', 'cleo', 'dan', 'eve']
const EVERYBODY = { kind: 'everybody' } as const

/** Hours at which it may be set to start: today, tomorrow, Monday. */
const HOURS = [START + 2 * HOUR, START + DAY, MONDAY]

type Act =
  | { readonly kind: 'plan'; readonly at: number }
  | { readonly kind: 'unplan' | 'edit' | 'start' | 'deliver' | 'again' | 'twice' }
  | { readonly kind: 'wait'; readonly hours: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('plan' as const), at: fc.constantFrom(...HOURS) }),
  // Also backwards: a clock that was set right.
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: -6, max: 30 }) }),
  ...(['unplan', 'edit', 'deliver', 'again', 'twice'] as const).map(kind => fc.constant({ kind })),
  { arbitrary: fc.constant<Act>({ kind: 'start' }), weight: 1 },
)

const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return ''
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

async function play(all: Broadcasting, clock: FixedClock, id: string, each: Act): Promise<unknown> {
  const { broadcasts } = all
  const { broadcast } = await broadcasts.show(LAB, id)
  const { version, plan } = broadcast
  switch (each.kind) {
    case 'plan':
      return refused(broadcasts.planning.plan(LAB, id, { version, at: each.at }))
    case 'unplan':
      return refused(broadcasts.planning.unplan(LAB, id))
    case 'start':
      return refused(broadcasts.start(LAB, id, version))
    case 'edit':
      await refused(broadcasts.rewrite(LAB, id, { text: `Texte ${version}`, audience: EVERYBODY }))
      return refused(broadcasts.rehearse(LAB, id))
    case 'twice': {
      const planned = { broadcast: id, at: plan?.at ?? MONDAY }
      return Promise.all([broadcasts.planning.begin(planned), broadcasts.planning.begin(planned)])
    }
    case 'wait':
      return each.hours < 0 ? clock.jump(each.hours * HOUR) : clock.advance(each.hours * HOUR)
    default:
      return all.deliver(each.kind === 'again' ? 'not done' : 'sent')
  }
}

onEachEngine('broadcasts that start by themselves', engine => {
  let clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let all: Broadcasting
  beforeEach(async () => {
    clock = fixedClock(START)
    all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
  })

  const seen = async (id: string) => {
    const { broadcast, progress } = await all.broadcasts.show(LAB, id)
    return { broadcast, stage: progress.stage, leavesAt: progress.leavesAt }
  }
  const until = async (at: number) => {
    clock.advance(at - clock.now())
    await all.deliver()
  }

  it('start at their hour, once, with whoever is known by then', async () => {
    const id = await all.plan(MONDAY)
    assert.deepEqual([(await seen(id)).stage, (await seen(id)).leavesAt], ['planned', MONDAY])
    await all.arrive(['late'], { createdAt: START + DAY })
    await until(MONDAY - 1)
    assert.equal(all.posts.size, 0)
    await until(MONDAY)
    assert.equal((await seen(id)).stage, 'done')
    assert.equal(all.posts.size, PEOPLE.length + 1)
    assert.equal((await seen(id)).broadcast.startedAt, MONDAY)
  })

  it('start once where the hour is told twice, by two at a time, or again after a process died', async () => {
    const id = await all.plan(MONDAY)
    clock.advance(MONDAY - clock.now())
    const planned = { broadcast: id, at: MONDAY }
    await Promise.all([all.broadcasts.planning.begin(planned), all.broadcasts.planning.begin(planned)])
    await all.deliver('not done')
    await until(clock.now() + 2 * MINUTE)
    await all.broadcasts.planning.begin(planned)
    await all.deliver()
    assert.equal(all.posts.size, PEOPLE.length)
    for (const { ends } of all.posts.values()) assert.deepEqual(ends, ['sent'])
  })

  it('start late rather than never, and in working hours, where nothing ran at their hour', async () => {
    const id = await all.plan(MONDAY)
    // Nobody delivers before Monday, 20:00 in Paris.
    await until(MONDAY + 11 * HOUR)
    assert.deepEqual([(await seen(id)).stage, all.posts.size], ['planned', 0])
    await until(MONDAY + DAY)
    assert.deepEqual([(await seen(id)).stage, all.posts.size], ['done', PEOPLE.length])
  })

  it('wait for their hour where the clock was set back under the hands of delivery', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.planning.begin({ broadcast: id, at: MONDAY })
    assert.equal((await seen(id)).stage, 'planned')
    await until(MONDAY)
    assert.equal((await seen(id)).stage, 'done')
  })

  it('refuse an hour that is past, far, or one at which nothing is written, and say the next', async () => {
    const id = await all.plan(MONDAY)
    const to = async (at: number) => {
      try {
        await all.broadcasts.planning.plan(LAB, id, { version: 1, at })
        return 'set'
      } catch (error) {
        if (error instanceof Refusal) return [error.code, error.details.at].filter(Boolean)
        throw error
      }
    }
    const sunday = MONDAY - DAY
    assert.deepEqual(await to(sunday), ['plan-outside', MONDAY])
    assert.deepEqual(await to(MONDAY - 30 * MINUTE), ['plan-outside', MONDAY])
    // The evening before Ascension Day, which is a Thursday.
    const eve = Date.UTC(2027, 4, 5, 17)
    assert.deepEqual(await to(eve), ['plan-outside', Date.UTC(2027, 4, 7, 7)])
    assert.deepEqual(await to(START), ['plan-past'])
    assert.deepEqual(await to(START + 400 * DAY), ['plan-far'])
    assert.equal((await seen(id)).leavesAt, MONDAY)
    assert.equal(await to(MONDAY + DAY), 'set')
    await until(MONDAY)
    assert.equal(all.posts.size, 0)
    await until(MONDAY + DAY)
    assert.equal(all.posts.size, PEOPLE.length)
  })

  it('are taken back by one act and set again by another; what was started is not', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.planning.unplan(LAB, id)
    await all.broadcasts.planning.unplan(LAB, id)
    assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'cancelled' })
    await until(MONDAY - DAY)
    await all.broadcasts.planning.plan(LAB, id, { version: 1, at: MONDAY })
    await until(MONDAY)
    assert.equal(all.posts.size, PEOPLE.length)
    assert.equal(await refused(all.broadcasts.planning.unplan(LAB, id)), 'plan-begun')
    const later = { version: 1, at: MONDAY + DAY }
    assert.equal(await refused(all.broadcasts.planning.plan(LAB, id, later)), 'plan-begun')
  })

  it('can be started before their hour, and then leave it at that', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.start(LAB, id, 1)
    await all.deliver()
    await until(MONDAY)
    assert.equal(all.posts.size, PEOPLE.length)
  })

  it('do not start with a text that was not rehearsed, and say so', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.rewrite(LAB, id, { text: 'Autre chose', audience: EVERYBODY })
    assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'changed' })
    const { plan } = all.broadcasts.planning
    assert.equal(await refused(plan(LAB, id, { version: 2, at: MONDAY })), 'broadcast-unrehearsed')
    assert.equal(await refused(plan(LAB, id, { version: 1, at: MONDAY })), 'broadcast-changed')
    await until(MONDAY)
    assert.deepEqual([(await seen(id)).stage, all.posts.size], ['draft', 0])
  })

  it('start at an hour that was set anew for another text, once', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.rewrite(LAB, id, { text: 'Autre chose', audience: EVERYBODY })
    await all.broadcasts.rehearse(LAB, id)
    await all.broadcasts.planning.plan(LAB, id, { version: 2, at: MONDAY })
    await until(MONDAY)
    await until(MONDAY + HOUR)
    assert.deepEqual([(await seen(id)).stage, all.posts.size], ['done', PEOPLE.length])
  })

  it('do not start as an instance of before left them: with a text that it changed', async () => {
    const id = await all.plan(MONDAY)
    await standing.db.transact(async tx => {
      await open(tx).updateTable('broadcast').set({ text: 'Autre chose', version: 2 }).execute()
    })
    await until(MONDAY)
    assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'changed' })
    assert.equal(all.posts.size, 0)
  })

  it('keep their hour where what is saved is what stood there', async () => {
    const id = await all.plan(MONDAY)
    await all.broadcasts.rewrite(LAB, id, { text: 'Bonjour', audience: EVERYBODY })
    await until(MONDAY)
    assert.equal(all.posts.size, PEOPLE.length)
  })

  it('do not start for a closed programme, nor where the bot can write to nobody, and say so', async () => {
    const id = await all.plan(MONDAY)
    const ended = await all.plan(MONDAY + DAY)
    all.ending.closed = true
    await until(MONDAY)
    assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'closed' })
    await all.broadcasts.planning.end(LAB, ended)
    assert.deepEqual((await seen(ended)).broadcast.plan, { at: MONDAY + DAY, off: 'closed' })
    all.ending.closed = false
    const alone = await all.plan(MONDAY + DAY)
    await standing.db.transact(async tx => {
      await open(tx).updateTable('person').set({ reach: 'blocked' }).execute()
    })
    await until(MONDAY + DAY)
    assert.deepEqual((await seen(alone)).broadcast.plan, { at: MONDAY + DAY, off: 'nobody' })
    assert.equal(all.posts.size, 0)
  })

  const day = (id: string, startsAt: number, series = '') => {
    const place = { place: 'Salle du Conseil', link: '', capacity: 20 }
    const draft = { title: 'Accueillir mieux', description: '', axis: 'usager', ...place }
    const held = { ...draft, startsAt, endsAt: startsAt + 2 * HOUR }
    return { ...announcedNow(held, { id, organiser: LAB.id, now: START }), series }
  }
  const series = {
    id: 'series',
    title: 'Trois jours',
    description: '',
    axis: 'usager',
    organiser: LAB.id,
    createdAt: START,
    announcedAt: START,
  }

  it('stand in the journal when they left and when they did not, once, as whoever planned them then was', async () => {
    const [left, stayed] = [await all.plan(MONDAY), await all.plan(MONDAY + HOUR)]
    await standing.db.transact(tx => open(tx).deleteFrom('audit_person').execute())
    const planned = { broadcast: left, at: MONDAY }
    clock.advance(MONDAY - clock.now())
    await Promise.all([all.broadcasts.planning.begin(planned), all.broadcasts.planning.begin(planned)])
    all.ending.closed = true
    await until(MONDAY + HOUR)
    const rows = await standing.db.read(tx =>
      open(tx).selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute(),
    )
    const [cause] = rows.filter(({ act, thing }) => act === 'broadcasts.plan' && thing === left)
    assert.deepEqual(
      rows.filter(({ at }) => at >= MONDAY).map(({ act, thing, who, role }) => [act, thing, who, role]),
      [
        ['broadcasts.start', `${left}:planned:people=5`, cause?.who, 'organiser'],
        ['broadcasts.unplan', `${stayed}:closed:not-started`, cause?.who, 'organiser'],
      ],
    )
    const known = await standing.db.read(tx => open(tx).selectFrom('audit_person').selectAll().execute())
    assert.deepEqual(known, [])
  })

  for (const state of ['cancelled', 'postponed'] as const) {
    it(`do not start for a workshop ${state} meanwhile, and say so`, async () => {
      const workshop = day('workshop', MONDAY + 10 * DAY)
      await standing.db.transact(tx => workshopStore(tx).add(workshop))
      const thing = { kind: 'workshop', id: 'workshop' } as const
      const id = await all.plan(MONDAY, thing)
      await standing.db.transact(tx => workshopStore(tx).change({ ...workshop, state }))
      await until(MONDAY)
      assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'over' })
      assert.equal(all.posts.size, 0)
      assert.equal(await refused(all.plan(MONDAY + DAY, thing)), 'thing-over')
    })

    it(`do not start for a series whose last day to come was ${state}, and say so`, async () => {
      const [first, last] = [day('first', START + HOUR, 'series'), day('last', MONDAY + 10 * DAY, 'series')]
      await standing.db.transact(async tx => {
        await seriesStore(tx).add(series)
        for (const each of [first, last]) await workshopStore(tx).add(each)
      })
      const id = await all.plan(MONDAY, { kind: 'series', id: 'series' })
      await standing.db.transact(tx => workshopStore(tx).change({ ...last, state }))
      await until(MONDAY)
      assert.deepEqual((await seen(id)).broadcast.plan, { at: MONDAY, off: 'over' })
      assert.equal(all.posts.size, 0)
    })
  }

  it('start with a workshop that has no seat left: it is to come', async () => {
    const workshop = day('workshop', MONDAY + 10 * DAY)
    await standing.db.transact(tx => workshopStore(tx).add({ ...workshop, capacity: 0 }))
    await all.plan(MONDAY, { kind: 'workshop', id: 'workshop' })
    await until(MONDAY)
    assert.equal(all.posts.size, PEOPLE.length)
  })

  it('start once or not at all, whatever is done to them and to the clock', async function () {
    this.timeout(240_000)
    const property = fc.asyncProperty(fc.array(act, { maxLength: 30, size: 'max' }), async acts => {
      const { url, drop } = await engine.begin()
      const time = fixedClock(START)
      const db = await openDatabase({ url, clock: time, migrations: schemaFor(url) })
      await db.migrate()
      try {
        const own = setBroadcasts(db, time)
        await own.arrive(PEOPLE)
        const id = await own.plan(MONDAY)
        for (const each of acts) await play(own, time, id, each)
        const { broadcast, progress } = await own.broadcasts.show(LAB, id)
        const leaves = progress.stage !== 'draft'
        time.advance(Math.max(0, (broadcast.plan?.at ?? START) - time.now()))
        // A weekend and a holiday may lie between.
        for (let gone = 0; gone < 6 * DAY; gone += 6 * HOUR) {
          await own.deliver()
          time.advance(6 * HOUR)
        }
        assert.equal((await own.states(id)).size, leaves ? PEOPLE.length : 0)
        assert.equal(own.posts.size, leaves ? PEOPLE.length : 0)
        for (const { ends } of own.posts.values()) assert.deepEqual(ends, ['sent'])
      } finally {
        await db.close()
        await drop()
      }
    })
    await fc.assert(property, { numRuns: engine.name === 'sqlite' ? 60 : 10, endOnFailure: true })
  })
})

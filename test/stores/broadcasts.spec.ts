import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open, openDatabase } from '../../src/db/index.ts'
import { preferenceStore } from '../../src/features/messages/preferences/store.ts'
import { metAt } from '../../src/features/people/person/reach-state.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { schemaFor } from '../support/database/schema.ts'
import { type Broadcasting, LAB, type Luck, setBroadcasts } from '../support/features/broadcasts.ts'

/** A Thursday at ten: now is a moment to write. */
const START = Date.parse('2027-04-22T08:00:00Z')
const PEOPLE = ['ana', 'bob', 'cleo', 'dan', 'eve']

type Act =
  | { readonly kind: 'begin' | 'pause' | 'go-on' | 'stop' | 'again' | 'minutes' | 'hours' }
  | { readonly kind: 'finish'; readonly luck: Luck }
  | { readonly kind: 'come'; readonly who: number }

const one = (kind: Exclude<Act['kind'], 'finish' | 'come'>, weight: number) => ({
  weight,
  arbitrary: fc.constant<Act>({ kind }),
})
const lucks: readonly Luck[] = [
  'sent',
  'unknown',
  'unknown',
  'blocked',
  'not posted',
  'not posted',
  'not done',
]
const finish = fc.record({ kind: fc.constant('finish' as const), luck: fc.constantFrom(...lucks) })
const come = fc.record({ kind: fc.constant('come' as const), who: fc.nat(PEOPLE.length - 1) })
const act: fc.Arbitrary<Act> = fc.oneof(
  one('begin', 24),
  { weight: 22, arbitrary: finish },
  one('pause', 4),
  one('go-on', 6),
  one('stop', 1),
  one('again', 5),
  one('minutes', 6),
  one('hours', 1),
  { weight: 2, arbitrary: come },
)

async function figuresOf({ broadcasts }: Broadcasting, id: string) {
  const { broadcast, progress } = await broadcasts.show(LAB, id)
  const { recipients, blocked: _, notInstalled: __, ...parts } = progress.tally
  const sum = Object.values(parts).reduce((all, count) => all + count, 0)
  return { broadcast, progress, recipients, sum }
}

/** Each key once, and nobody receives it twice for certain. */
function checkPosts({ posts }: Broadcasting): void {
  for (const [key, { ends }] of posts) assert.equal(ends.length, 1, key)
  const sure = [...posts.values()].filter(({ ends }) => ends.includes('sent')).map(({ person }) => person)
  assert.deepEqual(sure.toSorted(), [...new Set(sure)].toSorted())
}

async function play(all: Broadcasting, clock: ReturnType<typeof fixedClock>, id: string, each: Act) {
  const { broadcasts } = all
  switch (each.kind) {
    case 'begin':
      return void (await all.begin())
    case 'finish':
      return all.finish(each.luck)
    case 'pause':
      return broadcasts.pause(LAB, id)
    case 'go-on':
      return broadcasts.goOn(LAB, id)
    case 'stop':
      return broadcasts.stop(LAB, id)
    case 'again':
      return broadcasts.again(LAB, id, (await broadcasts.show(LAB, id)).broadcast.again + 1)
    case 'minutes':
      return clock.advance(2 * MINUTE)
    case 'hours':
      return clock.advance(5 * HOUR)
    default:
      return all.come(PEOPLE[each.who] ?? '')
  }
}

onEachEngine('broadcasts', engine => {
  let clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  beforeEach(() => {
    clock = fixedClock(START)
  })

  it('tell each once and lose nobody, whatever is done between any two steps', async function () {
    this.timeout(240_000)
    const property = fc.asyncProperty(fc.array(act, { maxLength: 120, size: 'max' }), async acts => {
      const { url, drop } = await engine.begin()
      const time = fixedClock(START)
      const db = await openDatabase({ url, clock: time, migrations: schemaFor(url) })
      await db.migrate()
      try {
        const all = setBroadcasts(db, time)
        await all.arrive(PEOPLE)
        const id = await all.start()
        for (const each of acts) {
          await play(all, time, id, each)
          checkPosts(all)
          const { recipients, sum } = await figuresOf(all, id)
          assert.deepEqual([recipients, sum], [PEOPLE.length, PEOPLE.length])
        }
        await all.broadcasts.goOn(LAB, id)
        for (let gone = 0; gone < 6 * DAY; gone += 6 * HOUR) {
          await all.deliver()
          time.advance(6 * HOUR)
        }
        checkPosts(all)
        const { broadcast, progress } = await figuresOf(all, id)
        assert.equal(progress.tally.waiting, 0)
        assert.equal(progress.stage, broadcast.state === 'stopped' ? 'stopped' : 'done')
        const states = await all.states(id)
        const of = (end: 'sent' | 'unknown') =>
          [...all.posts.values()].filter(({ ends }) => ends.includes(end)).map(({ person }) => person)
        for (const [person, state] of states) {
          if (of('sent').includes(person)) assert.equal(state, 'sent', person)
          else if (of('unknown').includes(person))
            assert.ok(['unknown', 'stopped', 'unreachable'].includes(state), state)
          else assert.ok(['unreachable', 'stopped'].includes(state), `${person} is ${state}`)
        }
        if (broadcast.state !== 'stopped') assert.equal(states.size, PEOPLE.length)
      } finally {
        await db.close()
        await drop()
      }
    })
    await fc.assert(property, { numRuns: engine.name === 'sqlite' ? 60 : 10, endOnFailure: true })
  })

  it('send again, once for each decision, to those of whom nothing is known then', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    const id = await all.start()
    await all.deliver('unknown')
    assert.equal((await figuresOf(all, id)).progress.tally.unknown, PEOPLE.length)
    const sends = () => [...all.posts.values()].flatMap(({ ends }) => ends).length
    await all.broadcasts.again(LAB, id, 1)
    await all.broadcasts.again(LAB, id, 1)
    await all.deliver('unknown')
    assert.equal(sends(), 2 * PEOPLE.length)
    // The same part comes again after its process died: what it sent since is not sent by it once more.
    await all.broadcasts.repeat({ broadcast: id, after: '', again: 1 })
    await all.deliver()
    assert.equal(sends(), 2 * PEOPLE.length)
    await all.broadcasts.again(LAB, id, 2)
    clock.advance(7 * DAY)
    await all.deliver()
    assert.equal((await figuresOf(all, id)).progress.tally.sent, PEOPLE.length)
    checkPosts(all)
  })

  it('send again within one week, however full it is', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(['ana'])
    const id = await all.start()
    await all.deliver('unknown')
    // Each time in a place of its own while there is one, then in the last of them.
    for (let again = 1; again <= 5; again++) {
      await all.broadcasts.again(LAB, id, again)
      await all.deliver('unknown')
    }
    assert.equal(all.posts.size, 6)
  })

  it('tell whoever belongs to the audience and was known when they were started', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(['ana', 'bob', 'cleo'], { direction: 'lycees' })
    await all.arrive(['dan'], { direction: 'culture', role: 'pilot' })
    await all.arrive(['eve'], { direction: 'lycees', role: 'observer' })
    await all.arrive(['late'], { direction: 'lycees', createdAt: START + 1 })
    const directions = await all.start({ kind: 'directions', directions: ['lycees', 'europe'] })
    const pilots = await all.start({ kind: 'roles', roles: ['pilot'] })
    const everybody = await all.start()
    await all.deliver()
    assert.deepEqual([...(await all.states(directions)).keys()].toSorted(), ['ana', 'bob', 'cleo'])
    assert.deepEqual([...(await all.states(pilots)).keys()], ['dan'])
    assert.deepEqual([...(await all.states(everybody)).keys()].toSorted(), ['ana', 'bob', 'cleo', 'dan'])
  })

  it('stop at the next message, whatever is still to be told', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    const id = await all.start()
    await all.begin()
    await all.finish('sent')
    await all.begin()
    await all.broadcasts.stop(LAB, id)
    await all.deliver()
    const { progress, sum } = await figuresOf(all, id)
    assert.deepEqual([progress.tally.sent + progress.tally.stopped, sum], [PEOPLE.length, PEOPLE.length])
    assert.ok(progress.tally.sent <= 1)
    await all.broadcasts.goOn(LAB, id)
    await all.deliver()
    assert.equal(all.posts.size, progress.tally.sent)
  })

  it('count as sent only what Teams has', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    const id = await all.start()
    while (await all.begin());
    const claimed = await figuresOf(all, id)
    assert.deepEqual([...new Set((await all.states(id)).values())], ['sent'])
    const { tally, stage } = claimed.progress
    assert.deepEqual([stage, tally.sent, tally.waiting], ['running', 0, 5])
    await all.deliver()
    const done = (await figuresOf(all, id)).progress
    assert.deepEqual([done.stage, done.tally.sent, done.tally.waiting], ['done', 5, 0])
  })

  it('once stopped, wait only for what Teams is being asked to take', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    const id = await all.start()
    while (await all.begin());
    const { id: leaving } = await standing.db.read(tx =>
      open(tx).selectFrom('message').select('id').where('person_id', '=', 'ana').executeTakeFirstOrThrow(),
    )
    const { epoch } = await standing.db.lease.look()
    await standing.db.posts.begin({ key: `message:${leaving}:1`, address: 'chat-ana' }, clock.now(), epoch)
    await all.broadcasts.stop(LAB, id)
    const { progress, sum } = await figuresOf(all, id)
    assert.deepEqual([progress.tally.waiting, progress.tally.stopped, sum], [1, 4, PEOPLE.length])
  })

  it('leave to the person what they put off: it stays sent, and comes whatever is stopped', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    const id = await all.start()
    await all.deliver()
    await all.putOff('ana', '2027-04-27')
    const { progress } = await figuresOf(all, id)
    assert.deepEqual([progress.stage, progress.tally.sent, progress.tally.waiting], ['done', 5, 0])
    await all.broadcasts.stop(LAB, id)
    await all.deliver()
    clock.advance(6 * DAY)
    await all.deliver()
    assert.equal(all.posts.size, PEOPLE.length + 1)
    assert.equal((await figuresOf(all, id)).progress.tally.sent, PEOPLE.length)
  })

  it('go later to whoever keeps the day free, which is no part of the end foreseen', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    await standing.db.transact(tx => preferenceStore(tx).choose('dan', { daysOff: ['monday', 'thursday'] }))
    const id = await all.start()
    await all.deliver()
    const { progress } = await figuresOf(all, id)
    const { tally, later, endsAt } = progress
    assert.deepEqual([tally.sent, tally.waiting, later, endsAt], [4, 1, 1, undefined])
    clock.advance(DAY)
    await all.deliver()
    assert.equal((await figuresOf(all, id)).progress.stage, 'done')
  })

  it('count at once whom the bot cannot write to, and say when the others get it', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    await standing.db.transact(async tx => {
      await open(tx).updateTable('person').set({ reach: 'blocked' }).where('id', '=', 'ana').execute()
      await open(tx).updateTable('person').set({ reach: 'not-installed' }).where('id', '=', 'dan').execute()
    })
    // 20:00 in Paris: nothing leaves before nine.
    clock.advance(10 * HOUR)
    const draft = await all.broadcasts.write(LAB, { text: 'Bonjour', audience: { kind: 'everybody' } }, [])
    assert.equal((await figuresOf(all, draft)).progress.leavesAt, undefined)
    await all.broadcasts.rehearse(LAB, draft)
    assert.equal((await figuresOf(all, draft)).progress.leavesAt, clock.now() + 13 * HOUR)
    const id = await all.start()
    await all.deliver()
    const { progress, sum } = await figuresOf(all, id)
    const { stage, tally, leavesAt } = progress
    assert.deepEqual(
      [stage, tally.sent, tally.waiting, tally.unreachable, tally.blocked, tally.notInstalled, sum],
      ['running', 0, 3, 2, 1, 1, PEOPLE.length],
    )
    assert.equal(leavesAt, clock.now() + 13 * HOUR)
    clock.advance(13 * HOUR)
    assert.equal((await figuresOf(all, id)).progress.leavesAt, undefined)
  })

  it('count who is ready in one query, as delivery then finds it', async () => {
    const all = setBroadcasts(standing.db, clock)
    await all.arrive(PEOPLE)
    await all.arrive(['blocked'], { reach: { ...metAt(1), state: 'blocked', how: 'refused' } })
    await all.arrive(['met'], { reach: metAt(1) })
    await all.arrive(['dpo'], { role: 'observer' })
    await standing.db.transact(async tx => {
      const store = preferenceStore(tx)
      await store.stop('ana', 'broadcast', 1)
      await store.choose('bob', { pausedUntil: '2027-04-23' })
      await store.choose('cleo', { perWeek: 1 })
    })
    await standing.db.transact(tx =>
      open(tx)
        .insertInto('message_slot')
        .values({ person_id: 'cleo', week: '2027-W16', number: 1, message_id: 'm', round: 1 })
        .execute(),
    )
    const id = await all.broadcasts.write(LAB, { text: 'Bonjour', audience: { kind: 'everybody' } }, [])
    await all.broadcasts.rehearse(LAB, id)
    const { rehearsal } = await all.broadcasts.show(LAB, id)
    const unreachable = { blocked: 1, notInstalled: 1, noAccount: 0, observers: 1 }
    assert.deepEqual(rehearsal, {
      recipients: 7,
      reached: 5,
      over: 1,
      paused: 1,
      stopped: 1,
      ...unreachable,
    })
  })
})
